import { Worker } from 'node:worker_threads';

/**
 * Opens a thread of its own for a module. The module finds `data` as its `workerData` and posts one message, to which
 * `answer` resolves; it fails as the module does, or when that ends without a message.
 */
export const openThread = <Result>(module: URL, data: unknown) => {
  const thread = new Worker(module, { workerData: data });
  const answer = new Promise<Result>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`The thread of ${module.pathname} ended early with code ${code}.`)),
    );
  });
  // Whoever waits for the answer hears of the failure; a thread that is ended early has nobody who waits.
  answer.catch(() => {});
  return { thread, answer };
};

/** The answer of a module that needs nothing but `data`. */
export const inThread = <Result>(module: URL, data: unknown): Promise<Result> =>
  openThread<Result>(module, data).answer;
