import { readThaiDate } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import { ADDRESSES, DEADLINES } from './draft-body.ts';
import { sectionLines } from './section.ts';
import { QUESTIONS } from './skeleton.ts';

const DAY = /\d{1,2}\s*[ก-๛.]+\s*(?:พ\.ศ\.\s*)?\d{2,4}/g;

/** Days that a text names in Thai, as ISO dates. */
const daysIn = (text: string): Set<string> =>
  new Set((toArabicDigits(text).match(DAY) ?? []).flatMap((day) => readThaiDate(day).value ?? []));

/** What an item of the skeleton says, without where the letter says it. */
const said = (item: string): string =>
  item
    .replace(/\s*หนังสือเขียนว่า “.*$/, '')
    .replace(` (${QUESTIONS})`, '')
    .replace(/^- /, '')
    .trim();

/** A page that an editor may have written anew. */
interface Page {
  readonly frontMatter: unknown;
  readonly body: string;
}

/** Whether a page states a deadline somewhere: by its day, its time from receipt, or in the same words. */
const states = ({ frontMatter, body }: Page, item: string): boolean => {
  const front = JSON.stringify(frontMatter);
  const text = toArabicDigits(`${body}\n${front}`);
  const days = daysIn(item);
  if (days.size > 0) {
    const there = daysIn(text);
    return [...days].every(
      (day) => front.includes(`"${day}`) || body.includes(day) || there.has(day),
    );
  }
  const [, count] = /^P(\d+)D$/.exec(item) ?? [];
  return (
    text.includes(toArabicDigits(item)) || (count !== undefined && text.includes(`${count} วัน`))
  );
};

/** A list of a body that a page says otherwise than a new reading. */
export interface ListDifference {
  readonly name: 'deadlines' | 'addresses';
  /** Heading of the list. */
  readonly section: string;
  readonly existing: string | undefined;
  readonly read: string;
}

const shown = (lines: readonly string[]): string => lines.map(said).join('; ');

/**
 * The lists of a draft's body of which a page lacks something: deadlines and web addresses that the letter states. Where a page
 * has the list it is compared with it, else with all that the page says.
 */
export const listDifferences = (page: Page, draftBody: string): ListDifference[] =>
  (
    [
      ['deadlines', DEADLINES],
      ['addresses', ADDRESSES],
    ] as const
  ).flatMap(([name, section]): ListDifference[] => {
    const read = sectionLines(draftBody, section) ?? [];
    const there = sectionLines(page.body, section);
    const known = new Set(there?.map(said));
    const lacks = read.filter((item) =>
      there === null
        ? name === 'deadlines'
          ? !states(page, said(item))
          : !page.body.includes(said(item).replaceAll('`', ''))
        : !known.has(said(item)),
    );
    return lacks.length === 0
      ? []
      : [
          {
            name,
            section,
            existing: there === null ? undefined : shown(there),
            read: read.join('\n'),
          },
        ];
  });
