import { dirname, join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { announceFault } from './content-faults.ts';
import type { KindOfRecord, LoadedRecords, Since } from './kind-of-record.ts';
import { onLetterIndex } from './letter-index-channel.ts';

/** What happened to a file or folder, as the watcher of a dev server says it. */
export type FileEvent = 'add' | 'addDir' | 'change' | 'unlink' | 'unlinkDir';

/**
 * The id of the record that alone has changed with a file at `path`, by the folders of all records; null where others may have
 * come, gone or changed as well.
 */
export const recordChanged = (
  folders: ReadonlyMap<string, string>,
  event: FileEvent,
  path: string,
): string | null => {
  if (event !== 'add' && event !== 'change') return null;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const id = folders.get(folder);
    if (id !== undefined) return id;
  }
  return null;
};

const foldersOf = (root: string, { records }: LoadedRecords): ReadonlyMap<string, string> =>
  new Map(
    records.flatMap(({ file }) =>
      file.folder === null ? [] : [[join(root, file.folder), file.id] as const],
    ),
  );

/** Whether a load after a change can do with the records that changed: pages of other kinds are few, and lie without folders. */
const isInBulk = ({ validate }: KindOfRecord): boolean => validate !== undefined;

/** How long a file is left to be written: programs empty it first, of which the watcher tells as of any change. */
const SETTLE_MS = 30;
/** When what can't be read is read once more: it may have been half written still, and nobody tells of the other half. */
const READ_AGAIN_MS = 400;

/**
 * Loads the records of one kind again after each change, one load at a time: `load` gets what changed since the last one, or
 * null where everything has to be looked at. What can't be read is told on every page until it can.
 */
export const watchRecords = (
  context: Pick<LoaderContext, 'watcher' | 'logger'>,
  root: string,
  kind: KindOfRecord,
  first: LoadedRecords,
  load: (since: Since | null) => Promise<LoadedRecords>,
): void => {
  const base = join(root, 'content', kind.kind, '/');
  let last = first;
  let folders = foldersOf(root, first);
  let changed = new Set<string>();
  let isAnyChanged = false;
  let isWaiting = false;
  let fault: string | null = null;
  let underWay = Promise.resolve();

  const tell = (message: string | null): void => {
    if (message !== null && message !== fault) context.logger.error(message);
    fault = message;
    announceFault(kind.kind, message);
  };
  const loadAgain = async (): Promise<void> => {
    isWaiting = false;
    const since = isAnyChanged ? null : { last, changed };
    changed = new Set();
    isAnyChanged = false;
    try {
      last = await load(since);
      if (since === null) folders = foldersOf(root, last);
      tell(null);
    } catch (error) {
      // What was not read has changed still.
      if (since === null) isAnyChanged = true;
      else for (const id of since.changed) changed.add(id);
      const { message } = error as Error;
      if (message !== fault) reloadAfter(READ_AGAIN_MS);
      tell(message);
    }
  };
  const reloadAfter = (milliseconds: number): void => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      underWay = underWay.then(loadAgain);
    }, milliseconds);
  };
  const besides = (kind.numbered?.besides ?? []).map((other) => join(root, 'content', other, '/'));
  context.watcher?.add(join(root, 'content', kind.kind));
  context.watcher?.on('all', (event, path) => {
    if (![base, ...besides].some((folder) => path.startsWith(folder))) return;
    const id = isInBulk(kind) ? recordChanged(folders, event as FileEvent, path) : null;
    if (id === null) isAnyChanged = true;
    else changed.add(id);
    reloadAfter(SETTLE_MS);
  });
  if (kind.numbered) return;
  onLetterIndex(() => {
    isAnyChanged = true;
    reloadAfter(0);
  });
};
