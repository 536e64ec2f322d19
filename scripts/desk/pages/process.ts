import { ProblemError } from '#core/problem.ts';
import type { FileTask, PageTask, PageTaskAnswer } from './in-process.ts';

// A process of its own: to read all content keeps a desk from answering others for as long.
const perform = async (task: PageTask | FileTask): Promise<unknown> => {
  if (task.kind === 'attach') {
    const { attachedFile } = await import('../../ingest/attach.ts');
    return (await attachedFile(task.path, task.name)).bytes;
  }
  if (task.kind === 'check') {
    const { checkPlanned } = await import('../../pages/check-planned.ts');
    return checkPlanned(task.root, task.today, task.plan);
  }
  const { previewOf } = await import('./preview.ts');
  return previewOf(task);
};

process.on('message', (task: PageTask | FileTask) => {
  const send = (answer: PageTaskAnswer) => process.send?.(answer);
  perform(task).then(
    (result) => send({ result }),
    (error: Error) =>
      send(
        error instanceof ProblemError
          ? { problems: error.problems }
          : { fault: error.stack ?? error.message },
      ),
  );
});
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit());
