import { ProblemError } from '#core/problem.ts';
import type { FileFacts } from '#store/desk/letter-uploads.ts';
import { attachedFile } from '../../ingest/attach.ts';
import { openOwnReaders } from '../../ingest/scans.ts';
import type { LetterTask, TaskAnswer } from './in-process.ts';
import { planForDesk } from './planning.ts';
import { previewOf } from './preview.ts';
import { readForDesk, readKept } from './reading.ts';

// A process of its own: what a file does to it, it does to no desk.
const send = (answer: TaskAnswer): void => {
  process.send?.(answer, () => process.disconnect());
};

const perform = async (task: LetterTask): Promise<unknown> => {
  if (task.kind === 'read') {
    const { root, inputs, folder } = task;
    const progress = () => undefined;
    const { reading } = await readForDesk(root, inputs, folder, { open: openOwnReaders, progress });
    return reading.refused;
  }
  if (task.kind === 'attach') {
    const found: FileFacts[] = [];
    for (const { path, name } of task.inputs) {
      const { size, sha256 } = await attachedFile(path, name);
      found.push({ size, sha256 });
    }
    return found;
  }
  const kept = readKept(task.folder);
  if (kept === null) throw new Error('the letter was not read');
  const plans = await planForDesk(task.root, task.today, kept, task);
  return task.kind === 'plan' ? plans : previewOf(task, plans);
};

process.once('message', (task: LetterTask) => {
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
