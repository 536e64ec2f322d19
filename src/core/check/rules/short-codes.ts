import { movedAddressProblems } from '#core/address/moved.ts';
import { shortCodeProblems } from '#core/short-link/register.ts';
import type { Content, Rule } from '../content.ts';

const circularsOf = ({ records }: Content): string[] =>
  records
    .filter(({ kind }) => kind === 'circulars')
    .map(({ path }) => path.slice('circulars/'.length));

/** Every circular has its short code, no code ever vanishes, changes or is doubled, and old addresses lead somewhere. */
export const shortCodes: Rule = function* (content) {
  const { moved, shortCodes: codes, committedCodes, register, records, pages } = content;
  if (moved) {
    const addresses = [
      ...records.map(({ path }) => `/${path}/`),
      ...pages.filter((page) => !page.includes('*')),
    ];
    yield* movedAddressProblems(moved, new Set(addresses));
  }
  if (!codes) return;
  yield* shortCodeProblems(codes, {
    circulars: circularsOf(content),
    permanentIds: (register?.rows ?? []).map(({ year, id }) => `${year}/${id}`),
    moved: new Set((moved ?? []).map(({ from }) => from.slice('/circulars/'.length, -1))),
    committed: committedCodes,
  });
};
