import type { CitationText } from '#core/letter/reading/citation-text.ts';
import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import type { Random } from '../lib/random.ts';
import { digitsOf, FORMAL, printDate, type Style } from './print.ts';
import { shift, workday } from './words/fill.ts';
import { AGENCIES, DEPARTMENTS, MINISTRIES } from './words/offices.ts';
import type { Vocabulary } from './words/part.ts';
import { DISTRICTS } from './words/places.ts';
import { TOPICS } from './words/topics.ts';

/** What one line truly cites; parts left out are not scored. */
export type TrueCitation = {
  readonly [Part in keyof CitationText]?: CitationText[Part] | undefined;
};

export interface MadeCitation {
  readonly text: string;
  readonly truth: TrueCitation;
}

export type CitationMaker = (random: Random, vocabulary: Vocabulary) => MadeCitation;

interface Drawn {
  readonly style: Style;
  readonly date: string;
  readonly on: string;
  readonly running: string;
  readonly num: (text: string) => string;
  readonly subject: string;
}

const draw = (random: Random, vocabulary: Vocabulary): Drawn => {
  const style: Style = random.pick([
    FORMAL,
    { digits: 'arabic', month: 'long', year: 4, era: false },
    { digits: 'arabic', month: 'short', year: 2, era: false },
    { digits: 'arabic', month: 'short', year: 4, era: false },
  ]);
  const date = workday(random, '2015-01-01', '2026-06-30');
  return {
    style,
    date,
    on: `${random.pick(['ลงวันที่ ', 'ลว. ', 'ลว '])}${printDate(date, style)}`,
    running: String(random.int(11, 19999)),
    num: (text) => digitsOf(text, style),
    subject: random
      .pick(TOPICS[vocabulary])
      .replace(/[๐-๙"]/g, '')
      .trim(),
  };
};

const NOTHING = { urgency: null, subject: null } as const;

/** A letter of an office whose number has prefix and unit. */
const numbered =
  (
    office: (
      random: Random,
      vocabulary: Vocabulary,
    ) => {
      name: string;
      prefix: string;
      unit: string;
    },
  ): CitationMaker =>
  (random, vocabulary) => {
    const { name, prefix, unit } = office(random, vocabulary);
    const { num, on, running, date, subject } = draw(random, vocabulary);
    const urgency = random.pick([null, null, 'ด่วนที่สุด', 'ด่วนมาก']);
    const topic = random.chance(0.5) ? subject : null;
    const number = `${prefix} ${num(unit)}/${random.pick(['ว ', 'ว', 'ว.'])}${num(running)}`;
    const parts = [
      `หนังสือ${name}`,
      ...(urgency ? [urgency] : []),
      `ที่ ${number}`,
      on,
      ...(topic ? [`เรื่อง ${topic}`] : []),
    ];
    return {
      text: parts.join(' '),
      truth: { issuer: name, prefix, unit, circular: true, running, date, urgency, subject: topic },
    };
  };

const anyProvince = (random: Random) => random.pick(PROVINCES);
const provinceName = (name: string): string => (name === 'กรุงเทพมหานคร' ? name : `จังหวัด${name}`);

// Names that end in two consonants, which could be taken for the prefix of a number (ชุมพร, เลย, นครพนม).
const ENDING_IN_PREFIX = PROVINCES.filter(({ name }) => /[ก-ฮ]{2}$/.test(name));

const hardProvince = (random: Random) =>
  random.pick(random.chance(0.5) ? ENDING_IN_PREFIX : PROVINCES.slice(1));

/** A letter of a province that is cited without the prefix: หนังสือจังหวัดชุมพร 0023.9/ว 1. */
const withoutPrefix: CitationMaker = (random, vocabulary) => {
  const { name } = hardProvince(random);
  const { num, on, running, date } = draw(random, vocabulary);
  const unit = `0023.${random.int(1, 9)}`;
  return {
    text: `หนังสือจังหวัด${name} ${num(unit)}/ว ${num(running)} ${on}`,
    truth: {
      ...NOTHING,
      issuer: `จังหวัด${name}`,
      prefix: null,
      unit,
      circular: true,
      running,
      date,
    },
  };
};

/** An order of a province, whose number is a running number and a year: คำสั่งจังหวัดเลย 1/2568. */
const order: CitationMaker = (random, vocabulary) => {
  const { name } = hardProvince(random);
  const { num, on, running, date } = draw(random, vocabulary);
  const year = String(Number(date.slice(0, 4)) + 543);
  return {
    text: `คำสั่งจังหวัด${name} ${random.pick(['', 'ที่ '])}${num(running)}/${num(year)} ${on}`,
    truth: { prefix: null, unit: null, date, subject: null },
  };
};

/** A circular of an agency that numbers by ว alone: หนังสือสำนักงาน ก.พ. ว 1. */
const abbreviated: CitationMaker = (random, vocabulary) => {
  const name = random.pick([
    ...AGENCIES[vocabulary]
      .map((one) => one.name)
      .filter((one) => /^สำนักงาน (?:[ก-ฮ]\.)+$/.test(one)),
    ...(vocabulary === 'tuning' ? ['ก.ท.', 'ก.อบต.', 'ก.จ.'] : ['ก.ถ.', 'ก.ค.ศ.', 'ก.บ.ถ.']),
  ]);
  const { num, on, running, date } = draw(random, vocabulary);
  const gap = name.startsWith('ก') ? ' ' : '';
  return {
    text: `หนังสือ${gap}${name} ${random.pick(['', 'ที่ '])}ว ${num(running)} ${on}`,
    truth: { ...NOTHING, issuer: name, prefix: null, unit: null, circular: true, running, date },
  };
};

/** The month before the day, as in มิ.ย. 20, 2568. */
const monthFirst: CitationMaker = (random, vocabulary) => {
  const { num, running, date, style } = draw(random, vocabulary);
  const { name, prefix, unit } = random.pick(DEPARTMENTS[vocabulary]);
  const full: Style = { ...style, year: 4 };
  const [day = '', month = '', year = ''] = printDate(date, full).split(' ');
  return {
    text: `หนังสือ${name} ที่ ${prefix} ${num(unit)}/ว ${num(running)} ลงวันที่ ${month} ${day}, ${year}`,
    truth: { ...NOTHING, issuer: name, prefix, unit, circular: true, running, date },
  };
};

/** A sentence that mentions a letter and names no subject of it. */
const runningText: CitationMaker = (random, vocabulary) => {
  const { num, running, date, style } = draw(random, vocabulary);
  const { name, prefix, unit } = random.pick(DEPARTMENTS[vocabulary]);
  const number = `${prefix} ${num(unit)}/ว ${num(running)}`;
  const on = `ลงวันที่ ${printDate(date, style)}`;
  const text = random.pick(
    vocabulary === 'tuning'
      ? [`ด้วย${name}ได้มีหนังสือ ที่ ${number} ${on}`, `ตามที่${name}แจ้งตามหนังสือ ที่ ${number} ${on} นั้น`]
      : [
          `เนื่องจาก${name}มีหนังสือ ที่ ${number} ${on} มายังหน่วยงาน`,
          `สืบเนื่องจาก${name} ได้ส่งหนังสือ ที่ ${number} ${on} ไว้แล้ว`,
        ],
  );
  return { text, truth: { ...NOTHING, issuer: name, prefix, unit, circular: true, running, date } };
};

/** A letter that is no circular, of a district. */
const single: CitationMaker = (random, vocabulary) => {
  const { prefix } = random.pick(PROVINCES.slice(1));
  const name = `อำเภอ${random.pick(DISTRICTS[vocabulary])}`;
  const { num, on, running, date } = draw(random, vocabulary);
  const unit = `0023.${random.int(6, 24)}`;
  return {
    text: `หนังสือ${name} ที่ ${prefix} ${num(unit)}/${num(running)} ${on}`,
    truth: { ...NOTHING, issuer: name, prefix, unit, circular: false, running, date },
  };
};

/** Two letters of one office in one line: the first is the one that is cited. */
const alsoDated: CitationMaker = (random, vocabulary) => {
  const made = numbered(() => random.pick(DEPARTMENTS[vocabulary]))(random, vocabulary);
  const received = printDate(shift(made.truth.date as string, 3), FORMAL);
  return { text: `${made.text} (รับวันที่ ${received})`, truth: { ...made.truth, subject: undefined } };
};

/** Kinds of citation, each with its way to make one. */
export const CITATIONS: Readonly<Record<string, CitationMaker>> = {
  'of a department': numbered((random, part) => random.pick(DEPARTMENTS[part])),
  'of a ministry': numbered((random, part) => random.pick(MINISTRIES[part])),
  'of an agency': numbered((random, part) => random.pick(AGENCIES[part])),
  'of a province': numbered((random) => {
    const { name, prefix } = anyProvince(random);
    return { name: provinceName(name), prefix, unit: `0023.${random.int(1, 9)}` };
  }),
  'of a province, without prefix': withoutPrefix,
  'of a province, order': order,
  'of a district': single,
  'of an agency, ว alone': abbreviated,
  'month first': monthFirst,
  'in running text': runningText,
  'with a second date': alsoDated,
};
