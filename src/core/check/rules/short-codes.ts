import { movedAddressProblems } from '#core/address/moved.ts';
import { shortCodeProblems } from '#core/short-link/register.ts';
import type { Content, ContentRecord, Rule } from '../content.ts';

const circularsOf = ({ records }: Content): ContentRecord[] =>
  records.filter(({ kind }) => kind === 'circulars');

const idOf = ({ path }: ContentRecord): string => path.slice('circulars/'.length);

/** Every circular that is no draft has its short code, no code ever vanishes, changes or is doubled, and old addresses lead somewhere. */
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
  const circulars = circularsOf(content);
  yield* shortCodeProblems(codes, {
    circulars: circulars.map(idOf),
    drafts: new Set(circulars.filter(({ fields }) => fields.draft).map(idOf)),
    permanentIds: (register?.rows ?? []).map(({ year, id }) => `${year}/${id}`),
    moved: new Set((moved ?? []).map(({ from }) => from.slice('/circulars/'.length, -1))),
    committed: committedCodes,
  });
};
