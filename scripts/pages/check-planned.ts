import { join } from 'node:path';
import { checkContent } from '#core/check/check.ts';
import type { Problem } from '#core/problem.ts';
import { readContent } from '#store/content/read-content.ts';
import { CODE_ROOT, openMemo, type ReadMemo } from '#store/content/read-memo.ts';
import type { PagePlan } from './orders.ts';

const memos = new Map<string, Promise<ReadMemo>>();

/** What was read of files that are in order: by the last check of the project, and by this process since. */
const memoOf = (root: string): Promise<ReadMemo> => {
  const open = async (): Promise<ReadMemo> => {
    const stored = await openMemo(join(root, '.cache/check'), CODE_ROOT);
    const own = new Map<string, unknown>();
    return {
      get: <T>(key: string) => (own.get(key) as T | undefined) ?? stored.get<T>(key),
      set: (key, value) => own.set(key, value),
    };
  };
  const memo = memos.get(root) ?? open();
  memos.set(root, memo);
  return memo;
};

const keyOf = ({ file, field, what }: Problem): string => [file, field, what].join('\n');

/**
 * What the check would say of the content once a plan is carried out: all of its own files, and of others what it does not say
 * already. `today` is an ISO date.
 */
export const checkPlanned = async (
  root: string,
  today: string,
  { texts, bytes }: Pick<PagePlan, 'texts' | 'bytes'>,
): Promise<Problem[]> => {
  const memo = await memoOf(root);
  const planned = new Map<string, string | Uint8Array | null>([
    ...bytes,
    ...texts.map(({ file, after }) => [file, after] as const),
  ]);
  const content = await readContent(root, memo, planned);
  const found = checkContent(content, today);
  const own = new Set<string | null>(planned.keys());
  const isOwn = ({ file }: Problem): boolean => own.has(file);
  if (found.every(isOwn)) return found;
  const known = new Set(checkContent(await readContent(root, memo), today).map(keyOf));
  return found.filter((one) => isOwn(one) || !known.has(keyOf(one)));
};
