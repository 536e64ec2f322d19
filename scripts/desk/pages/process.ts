import { answerTask } from '../task-answer.ts';
import type { FileTask, PageTask } from './in-process.ts';

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
  void answerTask(perform(task), (answer) => process.send?.(answer));
});
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit());
