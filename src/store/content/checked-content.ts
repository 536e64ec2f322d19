import { hash } from 'node:crypto';
import { join } from 'node:path';
import { isSystemRefusal } from '#core/system-error.ts';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import { readBytesNow } from '#store/files/read-file.ts';
import { committedRows } from './append-only.ts';
import { ATTACHMENT_NUMBERS } from './attachment-numbers.ts';
import { digestOfFilesNow } from './code-digest.ts';
import { type ContentState, changeOf, isFileIn } from './content-state.ts';
import { filesBelow } from './content-tree.ts';
import { CODE_ROOT } from './read-memo.ts';
import { SHORT_CODES } from './short-codes.ts';

/** What checks the content, and all that the check lists by name only. */
const CODE = ['package-lock.json', 'scripts/lib', 'src'];

/** On some file systems a file may be changed twice within this time, with one time for both. */
const TICK_MS = 2000;

/** Files that have just been changed, as a commit or an editor changes them; of more it is not asked whether they stay. */
const MOST_RECENT = 100;

/** The content that the check had no problem with the last time. */
export interface CheckedContent {
  /** Of all that the check reads. */
  readonly key: string;
  /**
   * ISO date. What is in order on one day is so on all later ones, as the check asks of days only whether they have come.
   */
  readonly day: string;
}

const FILE = '.cache/check/in-order.json';

/** The files of a state that may have been changed again with nothing to tell of it since `time`. */
const recentIn = (state: ContentState, time: number): string[] =>
  [...state].flatMap(([path, of]) => (isFileIn(of) && time - changeOf(of) < TICK_MS ? [path] : []));

/** A digest of some files as they are now; null where they are too many, or one cannot be read. */
const digestNow = (root: string, paths: readonly string[]): string | null => {
  if (paths.length > MOST_RECENT) return null;
  try {
    return paths.map((path) => hash('sha256', readBytesNow(join(root, path)))).join(' ');
  } catch (error) {
    if (isSystemRefusal(error)) return null;
    throw error;
  }
};

/** All that the check of content in this state reads, as a digest. */
const keyOf = async (root: string, state: ContentState): Promise<string> => {
  const committed = await Promise.all([
    committedRows(root, SHORT_CODES),
    committedRows(root, ATTACHMENT_NUMBERS),
  ]);
  const all = [
    digestOfFilesNow(CODE_ROOT, CODE),
    process.version,
    [...state],
    filesBelow(join(root, 'src/pages')),
    filesBelow(join(root, 'public')),
    committed,
  ];
  return hash('sha256', JSON.stringify(all), 'base64url');
};

/**
 * Whether the check had no problem with content in this very state, by what the system says of its files; else `keep`
 * remembers that it has none. `day` is that of the check.
 */
export const openChecked = async (
  root: string,
  state: ContentState,
  day: string,
): Promise<{ readonly isInOrder: boolean; readonly keep: () => void }> => {
  const path = join(root, FILE);
  const recent = recentIn(state, Date.now());
  const before = digestNow(root, recent);
  const key = await keyOf(root, state);
  const text = readSealed(path)?.toString('utf8');
  const known = text === undefined ? null : (JSON.parse(text) as CheckedContent);
  return {
    isInOrder: known?.key === key && known.day <= day,
    keep: () => {
      // What had just been changed may have been changed again unseen, and still may be.
      const isSettled = !recent.some(
        (path) => Date.now() - changeOf(state.get(path) ?? '') < TICK_MS,
      );
      if (before === null || !isSettled || digestNow(root, recent) !== before) return;
      writeSealed(path, Buffer.from(JSON.stringify({ key, day } satisfies CheckedContent)));
    },
  };
};
