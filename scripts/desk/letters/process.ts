import type { FileFacts } from '#store/desk/letter-uploads.ts';
import { answerTask, type TaskAnswer } from '../task-answer.ts';
import type { LetterTask } from './in-process.ts';

// A process of its own: what a file does to it, it does to no desk.
const send = (answer: TaskAnswer): void => {
  process.send?.(answer, () => process.disconnect());
};

/** Loads what a task needs alone: all of it takes a second. */
const perform = async (task: LetterTask): Promise<unknown> => {
  if (task.kind === 'attach') {
    const { attachedFile } = await import('../../ingest/attach.ts');
    const found: FileFacts[] = [];
    for (const { path, name } of task.inputs) {
      const { size, sha256 } = await attachedFile(path, name);
      found.push({ size, sha256 });
    }
    return found;
  }
  const { readForDesk, readKept } = await import('./reading.ts');
  if (task.kind === 'read') {
    const { openOwnReaders: open } = await import('../../ingest/scans.ts');
    const { root, inputs, folder, today } = task;
    const progress = () => undefined;
    const { reading } = await readForDesk(root, inputs, folder, { open, progress, today });
    return reading.refused;
  }
  const kept = readKept(task.folder);
  if (kept === null) throw new Error('the letter was not read');
  const { planForDesk } = await import('./planning.ts');
  const plans = await planForDesk(task.root, task.today, kept, task);
  if (task.kind === 'plan') return plans;
  const { previewOf } = await import('./preview.ts');
  return previewOf(task, plans);
};

process.once('message', (task: LetterTask) => {
  void answerTask(perform(task), send);
});
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit());
