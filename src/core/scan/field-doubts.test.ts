import { describe, expect, it } from 'vitest';
import { readDocument } from '#core/letter/reading/document.ts';
import { withScanDoubts } from './field-doubts.ts';
import { pagesOfLetter, seenFields } from './letter-scan.ts';
import { scanDocument } from './scan-document.ts';
import type { ScanDoubt, ScannedLine } from './scanned-page.ts';
import { madePage } from './testing/made-page.ts';

const HEAD = [
  ['ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๒', 'กรมส่งเสริมการปกครองท้องถิ่น'],
  ['ถนนนครราชสีมา เขตดุสิต กทม. ๑๐๓๐๐'],
  ['๕ สิงหาคม ๒๕๖๙'],
  ['เรื่อง การสำรวจครุภัณฑ์คอมพิวเตอร์ขององค์กร'],
  ['ปกครองส่วนท้องถิ่น'],
  ['เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด'],
  ['อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๓/ว ๙๔๑๖ ลงวันที่ ๒๗ กรกฎาคม ๒๕๖๘'],
  ['ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นได้ขอให้จังหวัดสำรวจครุภัณฑ์คอมพิวเตอร์ นั้น'],
  ['จึงเรียนมาเพื่อโปรดพิจารณา'],
  ['ขอแสดงความนับถือ'],
  ['(นายทดสอบ ตัวอย่าง)'],
  ['อธิบดีกรมส่งเสริมการปกครองท้องถิ่น'],
] as const;

const pieces = HEAD.flatMap((row, at) =>
  row.map(
    (text, column): ScannedLine => ({
      layer: 'print',
      row: at,
      box: {
        left: 300 + column * 1200,
        top: 500 + at * 80,
        right: 1300 + column * 1000,
        bottom: 550 + at * 80,
      },
      text,
      confidence: 99,
      doubts: [],
    }),
  ),
);

const lettersWith = (
  doubts: Readonly<Record<string, ScanDoubt>>,
  runsOut?: string,
  from: readonly ScannedLine[] = pieces,
) => {
  const lines = from.map((line): ScannedLine => {
    const found = Object.entries(doubts).find(([text]) => line.text.startsWith(text));
    const whole = found ? { ...line, doubts: [found[1]] } : line;
    return runsOut !== undefined && line.text === runsOut ? { ...whole, runsOut: true } : whole;
  });
  const document = scanDocument([madePage(3, { lines })]);
  const reading = readDocument(document.text);
  if ('refusal' in reading) throw new Error(reading.refusal.what);
  return { letter: withScanDoubts(reading.letters[0] as never, document), document };
};

const scanned = (field: { readonly doubts: readonly { readonly code: string }[] }): string[] =>
  field.doubts
    .map(({ code }) => code)
    .filter((code) => code === 'readings-differ' || code === 'faint');

const digit = (from: number, readings: readonly string[]): ScanDoubt => ({
  from,
  to: from + 1,
  readings,
  isDigit: true,
});

describe('withScanDoubts', () => {
  it('does not doubt the head of a scan for the running text, which one reader reads', () => {
    const poor = pieces.map((line) =>
      line.text.startsWith('ตามหนังสือ')
        ? { ...line, text: 'เพือให้การทำงานทีเกียวข้องเป็นไปอย่างทัวถึง ขอให้ท้องถินแจ้งชือ' }
        : line,
    );
    const text = scanDocument([madePage(3, { lines: poor })]).text;
    const plain = readDocument(text);
    if ('refusal' in plain) throw new Error(plain.refusal.what);
    const isPoor = ({ doubts }: { readonly doubts: readonly { readonly code: string }[] }) =>
      doubts.some(({ code }) => code === 'damaged-scan');
    const fieldsOf = (letter: (typeof plain.letters)[0]) =>
      [letter.number, letter.date, letter.subject].map(isPoor);
    expect(fieldsOf(plain.letters[0] as never)).toEqual([true, true, true]);
    expect(fieldsOf(lettersWith({}, undefined, poor).letter)).toEqual([false, false, false]);
    const doubted = lettersWith({ 'ที่ มท': digit(20, ['๘', '๓']) }, undefined, poor).letter;
    expect(scanned(doubted.number)).toEqual(['readings-differ']);
  });

  it('leaves a letter alone on which all readings agree', () => {
    const { letter } = lettersWith({});
    const fields = [
      letter.number,
      letter.date,
      letter.subject,
      letter.issuer,
      ...letter.to,
      ...letter.references,
    ];
    expect(fields.flatMap(scanned)).toEqual([]);
    expect(letter.number.value).toBe('มท 0808.3/ว 17382');
  });

  it('offers each reading of a number, and doubts nothing else of its row', () => {
    const { letter } = lettersWith({ 'ที่ มท': digit(20, ['๒', '๗', '๒']) });
    expect(scanned(letter.number)).toEqual(['readings-differ']);
    expect(letter.number.doubts.at(-1)?.readings.map(({ read }) => read)).toEqual([
      'ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๒',
      'ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๗',
    ]);
    expect(scanned(letter.issuer)).toEqual([]);
    expect(scanned(letter.date)).toEqual([]);
  });

  it.each([
    ['a digit of the date', '๕ สิงหาคม', digit(0, ['๕', '๕']), 'date', ['faint']],
    [
      'a letter of the subject',
      'เรื่อง',
      { from: 8, to: 9, readings: ['า', 'ำ'], isDigit: false },
      'subject',
      ['readings-differ'],
    ],
    [
      'a letter of its second line',
      'ปกครองส่วน',
      { from: 0, to: 1, readings: ['ป', 'บ'], isDigit: false },
      'subject',
      ['readings-differ'],
    ],
    [
      'a line that was not read to its end',
      '๕ สิงหาคม',
      { from: 0, to: 14, readings: ['๕ สิงหาคม ๒๕๖๙', '๑๕ สิงหาคม ๒๕๖๙'], isDigit: true },
      'date',
      ['readings-differ'],
    ],
  ] as const)('doubts the field of %s', (_, start, doubt, field, codes) => {
    const { letter } = lettersWith({ [start]: doubt });
    expect(scanned(letter[field])).toEqual(codes);
  });

  it.each([
    ['a tone mark of the number', 'ที่ มท', { from: 2, to: 3, readings: ['่', '', '่'] }, 'number', []],
    ['a vowel above a month', '๕ สิงหาคม', { from: 3, to: 4, readings: ['ิ', 'ี'] }, 'date', []],
    ['nothing beside a mark', '๕ สิงหาคม', { from: 3, to: 3, readings: ['', '่'] }, 'date', []],
    ['a letter', '๕ สิงหาคม', { from: 2, to: 3, readings: ['ส', 'ล'] }, 'date', ['readings-differ']],
    [
      'the same in a subject',
      'เรื่อง',
      { from: 4, to: 5, readings: ['่', '้'] },
      'subject',
      ['readings-differ'],
    ],
  ] as const)('of %s doubts what hangs on it', (_, start, doubt, field, codes) => {
    const { letter } = lettersWith({ [start]: { ...doubt, isDigit: false } });
    expect(scanned(letter[field])).toEqual(codes);
  });

  it('offers the word that a subject may have been meant to say, and keeps what was read', () => {
    const rule = { from: 0, to: 3, readings: ['ปกค', 'ปกต', 'ปกด'], isDigit: false, rule: 'word' };
    const { letter } = lettersWith({ ปกครองส่วน: rule as ScanDoubt });
    expect(letter.subject.value).toContain('ปกครองส่วนท้องถิ่น');
    const doubts = letter.subject.doubts.filter(({ code }) => code === 'misspelled');
    expect(doubts.flatMap(({ readings }) => readings.map(({ read }) => read))).toEqual([
      'ปกตรองส่วนท้องถิ่น',
      'ปกดรองส่วนท้องถิ่น',
    ]);
    expect(scanned(letter.subject)).toEqual([]);
    expect(letter.number.doubts).toEqual([]);
  });

  it('offers the prefix that a number may have, and leaves a missing dot without effect', () => {
    const prefix = { from: 4, to: 6, readings: ['มท', 'นท'], isDigit: false, rule: 'prefix' };
    const { letter } = lettersWith({ 'ที่ มท': prefix as ScanDoubt });
    expect(letter.number.doubts.map(({ code }) => code)).toEqual(['unknown-prefix']);
    expect(letter.number.doubts[0]?.readings[0]?.read).toBe('ที่ นท ๐๘๐๘.๓/ว ๑๗๓๘๒');
    const dot = { from: 1, to: 1, readings: ['', '.'], isDigit: false, rule: 'dot' };
    expect(lettersWith({ '๕ สิงหาคม': dot as ScanDoubt }).letter.date.doubts).toEqual([]);
  });

  it('doubts a reference and its reading', () => {
    const { letter } = lettersWith({ อ้างถึง: digit(57, ['๖', '๘']) });
    expect(letter.references.flatMap(scanned)).toEqual(['readings-differ']);
    expect(scanned(letter.number)).toEqual([]);
  });
});

it('doubts every field that was read from a line which runs out of the picture', () => {
  const { letter } = lettersWith({});
  const codes = (field: { readonly doubts: readonly { readonly code: string }[] }) =>
    field.doubts.map(({ code }) => code);
  expect(codes(letter.subject)).not.toContain('cut-off');
  const cut = lettersWith({}, 'ปกครองส่วนท้องถิ่น').letter;
  expect(codes(cut.subject)).toContain('cut-off');
  expect(codes(cut.number)).not.toContain('cut-off');
});

describe('seenFields', () => {
  it('gives the page and the place of each field, over all of its lines', () => {
    const { letter, document } = lettersWith({});
    const seen = new Map(seenFields(letter, document).map((one) => [one.field, one]));
    expect(pagesOfLetter(letter, document)).toEqual([3]);
    expect(seen.get('letter.number')).toEqual({
      field: 'letter.number',
      page: 3,
      box: { left: 300, top: 500, right: 1300, bottom: 550 },
    });
    expect(seen.get('letter.subject')?.box).toEqual({
      left: 300,
      top: 740,
      right: 1300,
      bottom: 870,
    });
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining([
        'letter.date',
        'letter.to.0',
        'letter.references.0',
        'letter.signatory',
      ]),
    );
  });
});
