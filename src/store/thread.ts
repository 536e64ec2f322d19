import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a thread of its own. The module finds `data` as its `workerData` and posts one message, to which the
 * promise resolves; it fails as the module does, or when that ends without a message.
 */
export const inThread = <Result>(module: URL, data: unknown): Promise<Result> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(module, { workerData: data });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`The thread of ${module.pathname} ended early with code ${code}.`)),
    );
  });
