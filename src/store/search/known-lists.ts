import { createHash, hash } from 'node:crypto';
import { type CodeLists, codeLists, type KeyLists, lengthsIn } from '#core/search/coded-key.ts';
import type { IndexPlan } from './index-plan.ts';
import type { KnownList } from './index-state.ts';

/** Digest of all that decides how the lists of a key are coded. */
const digestOf = (lists: KeyLists): string => {
  const { pages, positions, pageCount } = lists;
  return createHash('sha256')
    .update(`${pageCount} ${pages.length} `)
    .update(pages)
    .update(positions)
    .update(lengthsIn(lists))
    .digest('base64url');
};

const knownAs = (bytes: Uint8Array): KnownList => ({
  digest: hash('sha256', bytes, 'base64url'),
  length: bytes.length,
});

/**
 * Codes lists unless the last index has coded the same and packed them. One page that changed is in few of them, and coding
 * takes many times as long as a digest.
 */
export const codeUnknown =
  ({
    former,
    formerCoded,
    coded,
  }: Pick<IndexPlan, 'coded' | 'former' | 'formerCoded'>): CodeLists =>
  (lists) => {
    const digest = digestOf(lists);
    const known = formerCoded.get(digest);
    if (known && former.has(known.pages.digest) && former.has(known.positions.digest)) {
      coded.set(digest, known);
      return known;
    }
    const { pages, positions } = codeLists(lists);
    coded.set(digest, { pages: knownAs(pages), positions: knownAs(positions) });
    return { pages, positions };
  };
