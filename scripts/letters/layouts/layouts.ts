import type { Random } from '../../lib/random.ts';
import type { Content, Wanted } from '../content.ts';
import { BLANK, type MadeLine } from '../truth.ts';
import {
  columns,
  copyMark,
  indented,
  memo,
  numberAbove,
  numberAndDate,
  numberOnly,
  officeAbove,
  oneLine,
  table,
  urgentWithin,
} from './heads.ts';
import {
  addresseesOnLines,
  labels,
  labelWordsInBody,
  sealedTo,
  subjectOnLines,
  through,
  wrappedAttachments,
} from './labels.ts';
import {
  brokenDates,
  doubleSpaced,
  type Finish,
  noBlankLines,
  oneParagraph,
  pagesTurned,
  pageTurn,
  pageTurnInDate,
  setIn,
  wrapped,
} from './pages.ts';
import {
  BRACKETS,
  bodyLines,
  footLines,
  LETTERS,
  memoFoot,
  PARENS,
  type PartMaker,
  rankedFoot,
  sealFoot,
  spaces,
  stampLines,
} from './parts.ts';

/** One way to lay out a letter: its parts, what is done to the whole, and what the letter has to have for it to show. */
export interface Layout {
  readonly head: PartMaker;
  readonly labels: PartMaker;
  readonly body: PartMaker;
  readonly foot: PartMaker;
  /** Where a receipt stamp stands. */
  readonly stamp: 'top' | 'below-head' | 'bottom';
  readonly finish: readonly Finish[];
  readonly wanted: Wanted;
  /** Letters in one file. */
  readonly letters: number;
  /** Whether it has a seal in place of a signature, and no subject. */
  readonly isSealed: boolean;
}

const USUAL: Layout = {
  head: numberAbove,
  labels: labels(),
  body: bodyLines,
  foot: footLines,
  stamp: 'top',
  finish: [],
  wanted: {},
  letters: 1,
  isSealed: false,
};

const layout = (own: Partial<Layout>): Layout => ({ ...USUAL, ...own });
const gap = (length: number) => () => spaces(length);
const LISTS_AND_LIMITS: Wanted = {
  references: 2,
  attachments: 2,
  shape: 'with subject',
  deadlines: ['by', 'window'],
};
const SEVERAL = { references: 2, attachments: 2 } as const;

/** Form 3 of the Regulation (หนังสือประทับตรา). */
const SEALED: Partial<Layout> = {
  head: numberOnly,
  labels: sealedTo,
  foot: sealFoot,
  wanted: { references: 0, attachments: 0 },
  isSealed: true,
};

export const LAYOUTS = {
  'number above office': layout({}),
  'one line, spaces': layout({ head: oneLine(gap(8), spaces(34), spaces(20)) }),
  'one line, 2 spaces': layout({ head: oneLine(gap(2), '') }),
  'one line, tab': layout({ head: oneLine(() => '\t', '\t') }),
  'one line, columns': layout({ head: columns, finish: [setIn] }),
  'one line, columns, wrapped': layout({ head: columns, finish: [setIn, wrapped] }),
  'head as table': layout({ head: table }),
  'office above number': layout({ head: officeAbove }),
  'number and date on one line': layout({ head: numberAndDate }),
  memo: layout({ head: memo, foot: memoFoot, wanted: { stamps: 0 } }),
  'set in with spaces': layout({ head: indented, finish: [setIn] }),
  'copy mark': layout({ head: copyMark }),
  'urgent within': layout({ head: urgentWithin, wanted: { deadlines: [], urgentWithin: true } }),
  'labels with tab': layout({ labels: labels({ behind: '\t' }) }),
  'labels with spaces': layout({ labels: labels({ behind: spaces(10), indent: spaces(16) }) }),
  'labels with colon': layout({ labels: labels({ behind: ' : ' }) }),
  'labels on lines of their own': layout({ labels: labels({ behind: '\n' }) }),
  'subject on two lines': layout({ labels: subjectOnLines }),
  'addressees on lines': layout({
    labels: addresseesOnLines,
    wanted: { to: ['นายอำเภอ ทุกอำเภอ', 'นายกเทศมนตรีนครสมมติ', 'นายกเทศมนตรีเมืองตัวอย่าง'] },
  }),
  'through, in brackets': layout({ labels: through('brackets') }),
  'through, on its line': layout({ labels: through('line') }),
  'lists 1)': layout({ labels: labels({ numbering: PARENS }), wanted: SEVERAL }),
  'lists (1)': layout({ labels: labels({ numbering: BRACKETS }), wanted: SEVERAL }),
  'lists ก.': layout({ labels: labels({ numbering: LETTERS }), wanted: SEVERAL }),
  'lists set in': layout({ labels: labels({ indent: spaces(14) }), wanted: SEVERAL }),
  'copies elsewhere': layout({ labels: wrappedAttachments, wanted: { attachments: 2 } }),
  'stamp on top': layout({ wanted: { stamps: 1 } }),
  'stamp below head': layout({ stamp: 'below-head', wanted: { stamps: 1 } }),
  'stamp at bottom': layout({ stamp: 'bottom', wanted: { stamps: 1 } }),
  'rank above name': layout({ foot: rankedFoot, wanted: { ranked: true } }),
  'rank in brackets': layout({ wanted: { ranked: true } }),
  'Arabic digits': layout({ wanted: { style: { digits: 'arabic' } } }),
  'short months': layout({ wanted: { style: { month: 'short' } } }),
  'short months and years': layout({
    wanted: { style: { month: 'short', year: 2, digits: 'arabic' } },
  }),
  'with พ.ศ.': layout({ wanted: { style: { era: true } } }),
  'references with subjects': layout({ wanted: { shape: 'with subject', references: 2 } }),
  'references clipped': layout({ wanted: { shape: 'clipped', references: 2 } }),
  wrapped: layout({ finish: [wrapped], wanted: LISTS_AND_LIMITS }),
  'wrapped, one paragraph': layout({
    finish: [oneParagraph, wrapped],
    wanted: LISTS_AND_LIMITS,
  }),
  'wrapped within dates': layout({ finish: [brokenDates], wanted: { deadlines: ['by'] } }),
  'page turn': layout({ finish: [pageTurn] }),
  'page turn in a date': layout({ finish: [pageTurnInDate], wanted: { deadlines: ['by'] } }),
  'pages turned around': layout({ finish: [pagesTurned] }),
  'two letters': layout({ letters: 2 }),
  'under seal': layout(SEALED),
  'under seal, stamp at bottom': layout({
    ...SEALED,
    stamp: 'bottom',
    wanted: { ...SEALED.wanted, stamps: 1 },
  }),
  'two under seal': layout({ ...SEALED, letters: 2 }),
  'labels in running text': layout({ body: labelWordsInBody }),
  'no blank lines': layout({ finish: [noBlankLines] }),
  'double spaced': layout({ finish: [doubleSpaced] }),
} as const satisfies Readonly<Record<string, Layout>>;

export type LayoutName = keyof typeof LAYOUTS;
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as LayoutName[];

/** The lines of one letter in a layout. */
export const layOut = (content: Content, name: LayoutName, random: Random): MadeLine[] => {
  const own: Layout = LAYOUTS[name];
  const stamps = stampLines(content, random);
  const at = (place: Layout['stamp']): MadeLine[] =>
    own.stamp === place && stamps.length > 0 ? [...stamps, BLANK] : [];
  const whole = [
    ...at('top'),
    ...own.head(content, random),
    ...at('below-head'),
    ...own.labels(content, random),
    ...own.body(content, random),
    ...own.foot(content, random),
    ...(at('bottom').length > 0 ? [BLANK, ...stamps] : []),
  ];
  return own.finish.reduce<MadeLine[]>((lines, finish) => finish(lines, random), whole);
};
