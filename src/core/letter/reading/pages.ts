import { toArabicDigits } from '../digits.ts';
import { closesLetter, labelOf, opensBody, ownNumberText } from './labels.ts';
import type { SourceLine } from './source-text.ts';

const PAGE_NUMBER =
  /^(?:[-–—]\s*([๐-๙\d]{1,3})\s*[-–—]|หน้า(?:ที่)?\s*([๐-๙\d]{1,3})(?:\s*(?:\/|จาก)\s*[๐-๙\d]{1,3})?)$/;
const DOTS = /(?:\s?\.){2,}\s*$|…\s*$/;
/** No catchword is longer: it repeats the first words of the next page. */
const LONGEST_CATCHWORD = 60;
const BODY_LINE = 60;

/** The number of a page where a line holds nothing else ("- ๒ -", "หน้า ๒/๓"); null for any other line. */
const pageNumberOf = (text: string): number | null => {
  const match = PAGE_NUMBER.exec(text);
  return match ? Number(toArabicDigits(match[1] ?? (match[2] as string))) : null;
};

const isAlone = (lines: readonly SourceLine[], at: number): boolean =>
  /^[๐-๙\d]{1,2}$/.test(lines[at]?.text ?? '') &&
  lines[at - 1]?.text === '' &&
  lines[at + 1]?.text === '';

/** What may be the number of a page, or a header that is repeated on it, but only where a page turns. */
const LOOSE_NUMBER =
  /^\([๐-๙\d]{1,3}\)$|^.{0,60}(?:^|\s)หน้า(?:ที่)?\s*[๐-๙\d]{1,3}(?:\s*(?:\/|จาก)\s*[๐-๙\d]{1,3})?$/;

const nextText = (lines: readonly SourceLine[], at: number): string => {
  for (let next = at + 1; next < lines.length; next++) {
    const text = (lines[next] as SourceLine).text;
    const isNumber = pageNumberOf(text) !== null || LOOSE_NUMBER.test(text);
    if (text !== '' && !isNumber && !isAlone(lines, next)) return text;
  }
  return '';
};

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** Whether the next page begins with what a line announces. */
const announces = (catchword: string, next: string): boolean => {
  const said = squeezed(catchword.replace(DOTS, ''));
  return said.length >= 3 && squeezed(next).startsWith(said.slice(0, 8));
};

/** A line without the catchword (คำต่อ) at its end; null where it is nothing else. */
const withoutCatchword = (text: string, next: () => string): string | null => {
  const isDotted = DOTS.test(text);
  if (!isDotted && !text.includes('/')) return text;
  if (text.startsWith('/') && text.length < LONGEST_CATCHWORD) {
    return isDotted || announces(text.slice(1), next()) ? null : text;
  }
  const slash = text.lastIndexOf(' /');
  if (slash > 0 && isDotted && text.length - slash < LONGEST_CATCHWORD) {
    const catchword = text.slice(slash + 2);
    if (announces(catchword, next())) return text.slice(0, slash).trimEnd();
  }
  return isDotted && text.length < LONGEST_CATCHWORD && announces(text, next()) ? null : text;
};

/**
 * The lines without what stands between two pages: page numbers, and the catchword at the foot of a page that repeats
 * the first words of the next ("/๓. ให้องค์กร..."), with the blank lines around them. A sentence or a date that is broken
 * there runs on.
 */
export const withoutPageTurns = (lines: readonly SourceLine[]): SourceLine[] => {
  const kept: SourceLine[] = [];
  let isTurning = false;
  lines.forEach((line, at) => {
    if (line.text === '' && isTurning) return;
    const isNumber =
      pageNumberOf(line.text) !== null ||
      isAlone(lines, at) ||
      (isTurning && LOOSE_NUMBER.test(line.text));
    const text = isNumber ? null : withoutCatchword(line.text, () => nextText(lines, at));
    isTurning = text === null || (text !== line.text && text !== '');
    if (isNumber || text === null) {
      while (kept.at(-1)?.text === '') kept.pop();
      return;
    }
    kept.push(text === line.text ? line : { no: line.no, text });
  });
  return kept;
};

interface Page {
  /** As printed; 1 for the page before the first printed number, null where that is not the first page. */
  readonly number: number | null;
  readonly lines: readonly SourceLine[];
}

const pagesOf = (lines: readonly SourceLine[], first: number | null): Page[] => {
  const starts = lines.flatMap(({ text }, at) => {
    const number = pageNumberOf(text);
    return number !== null && number > 1 ? [{ at, number }] : [];
  });
  const pages = starts.map(({ at, number }, index) => ({
    number: number as number | null,
    lines: lines.slice(at, starts[index + 1]?.at),
  }));
  const before = lines.slice(0, starts[0]?.at);
  return before.some(({ text }) => text !== '')
    ? [{ number: first, lines: before }, ...pages]
    : pages;
};

/** Where the first page begins, behind pages that should follow it; 0 where it comes first. */
const startOfFirstPage = (lines: readonly SourceLine[]): number => {
  const subject = lines.findIndex(({ text }) => labelOf(text)?.label === 'subject');
  if (subject < 1) return 0;
  const closing = lines.slice(0, subject).findLastIndex(({ text }) => closesLetter(text));
  if (closing >= 0 && lines.slice(subject).some(({ text }) => closesLetter(text))) return 0;
  const isTurned =
    closing >= 0 ||
    lines
      .slice(0, subject)
      .some(
        ({ text }) =>
          (pageNumberOf(text) ?? 0) > 1 ||
          (text.length > BODY_LINE && (opensBody(text) || text.length > 2 * BODY_LINE)),
      );
  if (!isTurned) return 0;
  const own = lines.findIndex(
    ({ text }, at) => at > closing && at < subject && ownNumberText(text) !== null,
  );
  const head = own < 0 ? subject : own;
  // Stamps and urgency stand above the number, behind the space that parts the pages.
  const isBlank = (at: number): boolean => lines[at]?.text === '';
  const before = lines.slice(0, head).map((_, at) => at);
  const wide = before.findLast((at) => isBlank(at) && isBlank(at - 1)) ?? -1;
  const gap = wide > closing ? wide : (before.findLast(isBlank) ?? -1);
  return gap > closing ? gap + 1 : head;
};

/** The pages of a letter in their order. */
export interface OrderedPages {
  readonly lines: readonly SourceLine[];
  /** Numbers of the lines that stand elsewhere in the file; empty where its pages are in order. */
  readonly moved: ReadonlySet<number>;
}

const IN_ORDER: ReadonlySet<number> = new Set();

const isAscending = (pages: readonly Page[]): boolean =>
  pages.every(({ number }, at) => at === 0 || (number ?? 0) >= (pages[at - 1]?.number ?? 0));

const blank = ({ no }: SourceLine): SourceLine => ({ no, text: '' });

const joined = (pages: readonly (readonly SourceLine[])[]): SourceLine[] =>
  pages.flatMap((page) => (page[0] ? [...page, blank(page[0])] : []));

/** Pages in their new order; those behind the first are only taken to be of the same letter. */
const arranged = (pages: readonly Page[]): OrderedPages => ({
  lines: joined(pages.map((page) => page.lines)),
  moved: new Set(pages.slice(1).flatMap((page) => page.lines.map(({ no }) => no))),
});

/**
 * Puts the pages of one letter into their order: scanners and copiers deliver them last page first. The page with subject
 * and number is the first; others follow by their printed numbers and, where they have none, as they come.
 */
export const orderPages = (lines: readonly SourceLine[]): OrderedPages => {
  const start = startOfFirstPage(lines);
  const pages = pagesOf(lines.slice(start), 1);
  if (start === 0 && isAscending(pages)) return { lines, moved: IN_ORDER };
  const moved = pagesOf(lines.slice(0, start), null);
  const all = [...pages, ...moved];
  if (all.every(({ number }) => number !== null)) {
    const sorted = all.toSorted((a, b) => (a.number as number) - (b.number as number));
    return arranged(sorted);
  }
  const order = [...pages.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))];
  const rest = moved.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  // What follows the closing words is no longer the body.
  const last = order.at(-1);
  const closesLater =
    order.length > 1 && (last?.lines.some(({ text }) => closesLetter(text)) ?? false);
  const placed = closesLater ? [...order.slice(0, -1), ...rest, last as Page] : [...order, ...rest];
  return arranged(placed);
};
