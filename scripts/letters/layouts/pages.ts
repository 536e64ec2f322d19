import type { Random } from '../../lib/random.ts';
import { BLANK, line, type MadeLine } from '../truth.ts';

/** Changes the finished lines of a letter. */
export type Finish = (lines: readonly MadeLine[], random: Random) => MadeLine[];

const MARK = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/;

/** Columns that a text takes: marks above and below the line take none. */
const width = (text: string): number => [...text].filter((one) => !MARK.test(one)).length;

/** Whether a line may end before the place: never before a mark, nor within a number or a Latin word. */
const mayBreak = (text: string, at: number): boolean =>
  !MARK.test(text[at] ?? '') && !/[\w๐-๙.,/][\w๐-๙.,/]/.test(text.slice(at - 1, at + 1));

/** A text in lines of at most `columns` letters, broken between any two letters as a PDF's lines are. */
export const wrap = (text: string, columns: number): string[] => {
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  if (width(text) - indent.length <= columns) return [text];
  let end = 0;
  for (let at = 1; at < text.length && width(text.slice(0, at)) <= columns; at++) {
    if (mayBreak(text, at)) end = at;
  }
  if (end === 0) return [text];
  return [text.slice(0, end).trimEnd(), ...wrap(text.slice(end).trimStart(), columns)];
};

const LONG: readonly MadeLine['part'][] = ['label', 'reference', 'body'];

/** Long lines broken at about 80 letters, wherever that falls; those of a list are set in or not. */
export const wrapped: Finish = (lines, random) => {
  const columns = random.int(60, 84);
  const indent = random.pick(['', '', ' '.repeat(14)]);
  return lines.flatMap((one) =>
    LONG.includes(one.part)
      ? wrap(one.text, columns).map((text, at) =>
          line(one.part, at > 0 && one.part !== 'body' ? `${indent}${text}` : text),
        )
      : [one],
  );
};

const DATE = /[๐-๙\d]{1,2} [ก-ฮเ][ก-๎.]+ (?:พ\.ศ\. )?[๐-๙\d]{2,4}/g;

/** Every date of the body broken over two lines: between its parts, or within the name of its month. */
export const brokenDates: Finish = (lines, random) =>
  lines.flatMap((one) => {
    if (one.part !== 'body') return [one];
    const text = one.text.replace(DATE, (date) => {
      const places = [...date]
        .map((_, at) => at)
        .filter((at) => at > 0 && date[at] !== ' ' && mayBreak(date, at));
      const at = random.pick(places);
      return `${date.slice(0, at).trimEnd()}\n${date.slice(at)}`;
    });
    return text.split('\n').map((part) => line('body', part));
  });

/** The paragraphs of the body run together into one, as text extraction does where the leading is narrow. */
export const oneParagraph: Finish = (lines) => {
  const body = lines.filter(({ part }) => part === 'body');
  const first = lines.indexOf(body[0] as MadeLine);
  const last = lines.lastIndexOf(body.at(-1) as MadeLine);
  const text = body.map((one) => one.text).join(' ');
  return [...lines.slice(0, first), line('body', text), ...lines.slice(last + 1)];
};

/** The first words of the next page at the foot of this one: "/๓. ให้องค์กร..." */
const catchword = (next: string, random: Random): MadeLine[] => {
  const words = [...next].slice(0, random.int(8, 14)).join('').trim();
  const turn = [line('body', `/${words}${random.pick(['...', ' ...', '…'])}`), BLANK];
  return random.chance(0.6)
    ? [BLANK, ...turn, line('body', random.pick(['- ๒ -', '-๒-'])), BLANK]
    : [BLANK, ...turn];
};

/** A page that ends between two paragraphs of the body. */
export const pageTurn: Finish = (lines, random) => {
  const places = lines.flatMap(({ part }, at) => (part === 'body' && at > 0 ? [at] : []));
  const at = random.pick(places.slice(1));
  return [
    ...lines.slice(0, at),
    ...catchword((lines[at] as MadeLine).text, random),
    ...lines.slice(at),
  ];
};

const DAY_BEFORE_MONTH =
  /(?<=[๐-๙\d]{1,2}) (?=(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา))/g;

/** A page that ends within a date of the body, between day and month; as it is where the body has no date. */
export const pageTurnInDate: Finish = (lines, random) => {
  const places = lines.flatMap(({ part, text }, at) =>
    part === 'body'
      ? [...text.matchAll(DAY_BEFORE_MONTH)].map(({ index }) => [at, index] as const)
      : [],
  );
  if (places.length === 0) return [...lines];
  const [at, place] = random.pick(places);
  const { text } = lines[at] as MadeLine;
  const rest = text.slice(place).trimStart();
  const date = /^\S+ [๐-๙\d]{4}/.exec(rest)?.[0] ?? rest;
  return [
    ...lines.slice(0, at),
    line('body', text.slice(0, place)),
    line('body', `/${date} ...`),
    BLANK,
    ...(random.chance(0.6) ? [line('body', '- ๒ -'), BLANK] : []),
    line('body', rest),
    ...lines.slice(at + 1),
  ];
};

/** The second page before the first, as a pile that was scanned turned around. */
export const pagesTurned: Finish = (lines, random) => {
  const places = lines.flatMap(({ part }, at) => (part === 'body' && at > 0 ? [at] : []));
  const at = places[Math.max(1, places.length - random.int(1, 2))] ?? places.at(-1) ?? 0;
  return [...lines.slice(at), BLANK, BLANK, ...lines.slice(0, at)];
};

/** Without blank lines, as text copied out of a PDF. */
export const noBlankLines: Finish = (lines) => lines.filter(({ part }) => part !== 'blank');

/** A blank line behind every line. */
export const doubleSpaced: Finish = (lines) =>
  lines.flatMap((one) => (one.part === 'blank' ? [one] : [one, BLANK]));

/** Paragraphs set in with spaces, and everything of the foot pushed to the middle. */
export const setIn: Finish = (lines, random) => {
  const [body, foot] = [' '.repeat(random.int(8, 24)), ' '.repeat(random.int(30, 50))];
  return lines.map((one) =>
    one.part === 'body'
      ? line('body', `${body}${one.text}`)
      : one.part === 'foot'
        ? line('foot', `${foot}${one.text}`)
        : one,
  );
};
