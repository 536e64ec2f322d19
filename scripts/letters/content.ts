import { toArabicDigits } from '#core/letter/digits.ts';
import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import type { Random } from '../lib/random.ts';
import { ISSUER_KINDS, type Issuer, type IssuerKind, makeIssuer } from './issuers.ts';
import { digitsOf, FORMAL, printDate, type Style } from './print.ts';
import { byDay, type TrueDeadline, type TrueReference, type Truth } from './truth.ts';
import { DEADLINES, type DeadlineKind } from './words/deadlines.ts';
import { newFill, shift, workday } from './words/fill.ts';
import type { Vocabulary } from './words/part.ts';
import { ADDRESSES, PEOPLE, RANKS, TITLES } from './words/places.ts';
import { CLOSINGS, ENCLOSURES, OPENINGS, PARAGRAPHS, TOPICS } from './words/topics.ts';
import { TRAPS, type TrapKind } from './words/traps.ts';

/** What a letter is to have; whatever is left out is drawn. */
export interface Wanted {
  readonly issuer?: IssuerKind | undefined;
  readonly style?: Partial<Style> | undefined;
  readonly deadlines?: readonly DeadlineKind[] | undefined;
  readonly traps?: readonly TrapKind[] | undefined;
  /** Addressees of its own instead of the issuer's usual ones. */
  readonly to?: readonly string[] | undefined;
  readonly references?: number | undefined;
  readonly attachments?: number | undefined;
  readonly stamps?: number | undefined;
  readonly ranked?: boolean | undefined;
  /** How references are written; as the regulation has it where left out. */
  readonly shape?: 'with subject' | 'clipped' | undefined;
  /** Whether the head has ด่วนภายใน with a day and a time. */
  readonly urgentWithin?: boolean | undefined;
}

/** A letter as it is before it is laid out. */
export interface Content {
  readonly truth: Truth;
  readonly issuer: Issuer;
  readonly style: Style;
  /** What is below the office in the letterhead. */
  readonly address: string;
  /** Title, or rank, and name of who signs, parted. */
  readonly signer: { readonly title: string; readonly name: string };
  /** References and attachments as the letter writes them, without numbers. */
  readonly references: readonly string[];
  readonly attachments: readonly string[];
  readonly opening: string;
  /** Points that a letter may number. */
  readonly points: readonly string[];
  /** Sentences with dates, each a paragraph, time limits last. */
  readonly dated: readonly string[];
  readonly closing: string;
  /** Whether a private telephone number is at the end. */
  readonly person: boolean;
}

const ASKED: Readonly<Record<IssuerKind, string>> = {
  department: 'จังหวัด',
  ministry: 'จังหวัด',
  agency: 'หน่วยงาน',
  province: 'อำเภอ',
  'provincial-unit': 'ท้องถิ่นอำเภอ',
  district: 'องค์กรปกครองส่วนท้องถิ่น',
  municipality: 'อำเภอ',
  sao: 'อำเภอ',
  pao: 'เทศบาลและองค์การบริหารส่วนตำบล',
  'school-area': 'โรงเรียน',
};

const URGENCIES = ['ปกติ', 'ปกติ', 'ปกติ', 'ด่วน', 'ด่วนมาก', 'ด่วนที่สุด'] as const;

const count = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));

const several = <T>(items: readonly T[], number: number, random: Random): T[] => {
  const rest = [...items];
  return count(Math.min(number, rest.length), () => {
    const [one] = rest.splice(random.int(0, rest.length - 1), 1);
    return one as T;
  });
};

/** The office as its own letters call it in running text: a district without its province. */
const shortName = ({ kind, name }: Issuer): string =>
  kind === 'district' ? name.replace(/ จังหวัด.*/, '') : name;

/** How a letter names another: as the regulation has it, with its subject behind it, or clipped. */
const referenceText = (one: TrueReference, style: Style, shape: Wanted['shape']): string => {
  const number = digitsOf(one.number, style);
  if (shape === 'clipped') {
    const short = { ...style, month: 'short', year: 2 } as const;
    return `${one.issuer} ที่ ${number.replace('/ว ', '/ว.')} ลว. ${printDate(one.date, short)}`;
  }
  const text = `หนังสือ${one.issuer} ที่ ${number} ลงวันที่ ${printDate(one.date, style)}`;
  return one.subject ? `${text} เรื่อง ${one.subject}` : text;
};

/** An address in the issuer's province, or in Bangkok where it has none. */
const addressOf = ({ prefix }: Issuer, random: Random, vocabulary: Vocabulary): string => {
  const province = PROVINCES.find((one) => one.prefix === prefix);
  const fitting = ADDRESSES[vocabulary].filter((one) => province || !one.includes('{'));
  return random
    .pick(fitting)
    .replaceAll('{province}', province?.name ?? '')
    .replaceAll('{code}', prefix);
};

const fillIn = (text: string, office: string, topic: string): string =>
  text.replaceAll('{office}', office).replaceAll('{topic}', topic);

/** Number of copies, as letters write it behind an attachment. */
const copies = (random: Random, style: Style): string =>
  `จำนวน ${digitsOf(random.int(1, 3), style)} ${random.pick(['ชุด', 'ฉบับ', 'แผ่น'])}`;

const datedSentences = (
  random: Random,
  vocabulary: Vocabulary,
  style: Style,
  { date, office, wanted }: { date: string; office: Issuer; wanted: Wanted },
): { sentences: string[]; deadlines: TrueDeadline[] } => {
  const names = { office: shortName(office), asked: ASKED[office.kind] };
  const fill = () => newFill(random, style, date, names);
  const traps = (wanted.traps ?? []).map((kind) => random.pick(TRAPS[kind][vocabulary])(fill()));
  const set = (wanted.deadlines ?? (random.chance(0.5) ? ['by' as const] : [])).map((kind) =>
    random.pick(DEADLINES[kind][vocabulary])(fill()),
  );
  return {
    sentences: [...traps, ...set.map(({ text }) => text)],
    deadlines: set.flatMap(({ deadlines }) => deadlines),
  };
};

/** Makes up what one letter says. All people and numbers in it are made up. */
export const makeContent = (random: Random, vocabulary: Vocabulary, wanted: Wanted): Content => {
  const issuer = makeIssuer(wanted.issuer ?? random.pick(ISSUER_KINDS), random, vocabulary);
  const style = { ...FORMAL, ...wanted.style };
  const topic = random.pick(TOPICS[vocabulary]);
  const date = workday(random, '2018-01-01', '2026-06-30');
  const to = wanted.to ?? issuer.to;
  const isCircular = to.some((one) => one.includes('ทุก')) || to.length > 1;
  const numberOf = (running: number): string =>
    `${issuer.prefix} ${issuer.unit}/${isCircular ? 'ว ' : ''}${running}`;
  const earlier = (): TrueReference => ({
    number: numberOf(random.int(11, 9999)),
    date: workday(random, '2015-01-01', shift(date, -1)),
    issuer: shortName(issuer),
    subject:
      wanted.shape === 'with subject'
        ? digitsOf(toArabicDigits(random.pick(TOPICS[vocabulary])), style)
        : null,
  });
  const references = count(wanted.references ?? random.int(0, 2), earlier);
  const attachments = several(
    ENCLOSURES[vocabulary],
    wanted.attachments ?? random.int(0, 2),
    random,
  );
  const title = wanted.ranked ? random.pick(RANKS[vocabulary]) : random.pick(TITLES[vocabulary]);
  const name = random.pick(PEOPLE[vocabulary]);
  const person = random.chance(0.5);
  const dated = datedSentences(random, vocabulary, style, { date, office: issuer, wanted });
  const urgent: TrueDeadline[] = wanted.urgentWithin
    ? [
        byDay(workday(random, shift(date, 3), shift(date, 20)), {
          kind: 'urgent',
          time: random.pick(['16:30', '12:00', '09:00']),
        }),
      ]
    : [];
  const stamps = wanted.stamps ?? (random.chance(0.2) ? 1 : 0);
  const truth: Truth = {
    level: issuer.level,
    issuer: issuer.name,
    number: numberOf(random.int(11, 19999)),
    date,
    subject: digitsOf(toArabicDigits(topic), style),
    to,
    references,
    cancels: [],
    attachments,
    urgency: wanted.urgentWithin ? null : random.pick(URGENCIES),
    signatory: `${title}${name}`,
    ...(wanted.ranked ? { rank: title.trim() } : {}),
    stamps: count(stamps, () => ({
      number: String(random.int(100, 19999)),
      date: workday(random, shift(date, 1), shift(date, 9)),
    })),
    deadlines: [...urgent, ...dated.deadlines],
    circular: isCircular,
    personal: person ? 1 : 0,
  };
  return {
    truth,
    issuer,
    style,
    address: addressOf(issuer, random, vocabulary),
    signer: { title, name },
    references: references.map((one) => referenceText(one, style, wanted.shape)),
    attachments: attachments.map((one) => `${one} ${copies(random, style)}`),
    opening: fillIn(random.pick(OPENINGS[vocabulary]), truth.issuer, topic),
    points: several(PARAGRAPHS[vocabulary], random.int(1, 3), random),
    dated: dated.sentences,
    closing: random.pick(CLOSINGS[vocabulary]),
    person,
  };
};
