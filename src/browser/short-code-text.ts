import type { ShortCodeFault } from '#core/short-link/short-code.ts';

/** Stands in a text that a page carries where a script fills something in. */
export const HOLE = '\uFFFC';

/** What is wrong with a short code, as pages carry it; `length` has a 0 for the number of characters that were typed. */
export type ShortCodeTexts = Readonly<Partial<Record<ShortCodeFault['kind'], string>>>;

/** Says what is wrong with a short code that somebody typed. */
export const shortCodeFaultText = (texts: ShortCodeTexts, fault: ShortCodeFault): string => {
  if (fault.kind === 'length') return (texts.length ?? '').replace('0', String(fault.length));
  const filler = fault.kind === 'character' ? fault.character : '';
  return (texts[fault.kind] ?? '').replace(HOLE, filler);
};
