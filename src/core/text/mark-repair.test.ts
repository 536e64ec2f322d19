import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { joinLabels, lettersOfControls, repairMarks } from './mark-repair.ts';
import { repairBrokenVowels } from './swapped-vowels.ts';

describe('repairMarks', () => {
  it.each([
    // Sara am in parts.
    ['ส\u0E4Dาเนา', 'สำเนา'],
    ['น\u0E49\u0E4Dาเสีย', 'น้ำเสีย'],
    ['ประจำาปี', 'ประจำปี'],
    ['น้ำาดื่ม', 'น้ำดื่ม'],
    ['แหล่งนำ้ำ', 'แหล่งน้ำ'],
    ['นำ้ท่วม', 'น้ำท่วม'],
    ['ก ำชับ', 'กำชับ'],
    ['สำ เนาคู่ฉบับ', 'สำเนาคู่ฉบับ'],
    ['จ าหน่าย', 'จำหน่าย'],
    ['ย ้าเตือน', 'ย้ำเตือน'],
    // The space stands for nothing: a word with sara aa, a last consonant, or a text with sara am of its own.
    ['อ้ างถึง', 'อ้างถึง'],
    ['ฐ าน', 'ฐาน'],
    // A bare tone mark, or a vowel, that needs a consonant behind it.
    ['ด่ วนที่สุด ผู้ใด', 'ด่วนที่สุด ผู้ใด'],
    ['เนื่องด้ วย ผู้ใด', 'เนื่องด้วย ผู้ใด'],
    ['อ้างถึ ง', 'อ้างถึง'],
    ['จำนวน ๓ แผ่ น', 'จำนวน ๓ แผ่น'],
    ['ท้องถิ่ นจังหวัดกลุ่ ม', 'ท้องถิ่นจังหวัดกลุ่ม'],
    ['เป็ น ก็ มี', 'เป็น ก็ มี'],
    ['จำนวนข ้าราชการ', 'จำนวนข้าราชการ'],
    // Spaces that no Thai word has.
    ['ท ี่ ม ีมติ', 'ที่ มีมติ'],
    ['เรื ่อง', 'เรื่อง'],
    ['จั งหวัด', 'จังหวัด'],
    ['เ รียน', 'เรียน'],
    // The order of marks, and look-alikes.
    ['ผ\u0E49\u0E39', 'ผ\u0E39\u0E49'],
    ['เเผนงาน', 'แผนงาน'],
    ['ภายในวันที ๓๐', 'ภายในวันที่ ๓๐'],
    // What was meant so.
    ['จัดทำ ให้', 'จัดทำ ให้'],
    ['ค่า อาหาร', 'ค่า อาหาร'],
    ['มา ตา', 'มา ตา'],
  ])('%s', (broken, text) => {
    expect(repairMarks(broken)).toBe(text);
    expect(repairMarks(text)).toBe(text);
  });
});

const NOTICE = 'ขอให้แจ้งผู้บริหารท้องถิ่นที่อยู่ใต้เขื่อนและใกล้แม่น้ำ ซึ่งได้รับคำสั่งเมื่อวันที่ ๕ สำรวจน้ำดื่มและน้ำใช้';

describe('repairMarks, of spaces behind every mark of a kind', () => {
  it.each([
    ['tone marks', /([่-๋])(?=[ก-ฮาำเ-ไ])/g, NOTICE],
    ['marks', /([ัิ-ู็-์])(?=[ก-ฮาำเ-ไ])/g, NOTICE],
    // Whether a space behind sara am was the writer's can no longer be known.
    ['sara am', /(ำ)(?=[ก-ฮเ-ไ])/g, NOTICE.replace('แม่น้ำ ', 'แม่น้ำ')],
  ])('%s', (_, mark, text) => {
    const broken = NOTICE.replace(mark, '$1 ');
    expect(broken).not.toBe(NOTICE);
    expect(repairMarks(broken)).toBe(text);
  });

  it('leaves them where they may end a word', () => {
    expect(repairMarks('จัดทำ ให้ ได้ นี้ ที่ แล้ว')).toBe('จัดทำ ให้ ได้ นี้ ที่ แล้ว');
    expect(repairMarks('ที่ ว แต่ งบ แต่ ก. ใหม่ กว่า ผู้')).toBe('ที่ ว แต่ งบ แต่ ก. ใหม่ กว่า ผู้');
    // Without sara uu, a tone mark may stand for it.
    expect(repairMarks('ลองด่ วงศ์')).toBe('ลองด่ วงศ์');
  });
});

describe('lettersOfControls', () => {
  it.each([
    [
      'the one control character of a text without sara aa',
      'สำ\u0003เน\u0003คู่ฉบับ ก\u0003รประช\u0003คมประจำ\u0003ปี ต\u0003มแผนง\u0003น',
      'สำาเนาคู่ฉบับ การประชาคมประจำาปี ตามแผนงาน',
    ],
    ['lost tone marks', 'ท้องถิ\u0000น ตามที\u0000', 'ท้องถิ\uFFFDน ตามที\uFFFD'],
    ['controls elsewhere', 'ก\nข\tค \u0001ง', 'ก\nข\tค \u0001ง'],
  ])('%s', (_, broken, text) => expect(lettersOfControls(broken)).toBe(text));
});

describe('joinLabels', () => {
  it.each([
    ['เรีย น ผู้ว่าราชการจังหวัด', 'เรียน ผู้ว่าราชการจังหวัด'],
    ['ก\nสิ่งที่ ส่งมาด้ว ย ๑ ชุด', 'ก\nสิ่งที่ส่งมาด้วย ๑ ชุด'],
    ['เรื่อ ง\tการประชุม', 'เรื่อง\tการประชุม'],
    ['อ้าง ถึง หนังสือ', 'อ้างถึง หนังสือ'],
    ['ขอ เรียน ว่า', 'ขอ เรียน ว่า'],
  ])('%s', (broken, text) => expect(joinLabels(broken)).toBe(text));
});

const content = fileURLToPath(new URL('../../../content', import.meta.url));
const pages = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => readFileSync(join(content, name), 'utf8'));
const words = [...new Set(pages.join('\n').match(/[ก-\u0E4E]+/g))];

const repairAll = (text: string): string =>
  joinLabels(repairMarks(repairBrokenVowels(lettersOfControls(text)).text));

describe('clean text', () => {
  it('is left as it is: every page of the portal and each of its words', () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const text of [...pages, ...words]) expect(repairAll(text)).toBe(text);
  });

  it('is left as it is in any order of words', () => {
    const text = fc
      .array(fc.constantFrom(...words), { maxLength: 30 })
      .map((some) => some.join('\n'));
    fc.assert(
      fc.property(text, (some) => {
        expect(repairAll(some)).toBe(some);
      }),
    );
  });
});

it('repairs a damaged text once for all', () => {
  const damages: readonly ((text: string) => string)[] = [
    (text) => text.replace(/ำ/, 'ำา'),
    (text) => text.replace(/ำ/, '\u0E4Dา'),
    (text) => text.replace(/ำ/, ' า'),
    (text) => text.replace(/ำ/, ' ำ'),
    (text) => text.replace(/([่-๋])ำ/, 'ำ$1ำ'),
    (text) => text.replace(/(?<=[ก-ฮ])(?=[ัิ-ู็-๎])/, ' '),
    (text) => text.replace(/([ิ-ู])([่-๋])/, '$2$1'),
    (text) => text.replace(/แ/, 'เเ'),
  ];
  const damaged = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...damages)), { maxLength: 20 })
    .map((some) => some.map(([word, damage]) => damage(word)).join('\n'));
  fc.assert(
    fc.property(damaged, (text) => {
      const once = repairMarks(text);
      expect(repairMarks(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

it('leaves nothing of any soup of marks to repair', () => {
  const pieces = fc.constantFrom(...'กนรจทำาํ่้ิีู์เแ ', 'จำนวน', 'สำ', 'การ', '\n', '๑');
  const soup = fc.array(pieces, { maxLength: 40 }).map((some) => some.join(''));
  fc.assert(
    fc.property(soup, (text) => {
      const once = repairMarks(text);
      expect(repairMarks(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

it.each([['่'], [' ้'], ['ก า'], ['ำา'], [' '], ['เ '], ['\u0000'], ['จ า']])(
  'takes time by length alone: %j',
  (piece) => {
    const make = (size: number) => `ก${piece.repeat(size)}`;
    const repair = (text: string) => {
      repairMarks(lettersOfControls(text));
      repairBrokenVowels(text);
    };
    expect(growthOf(make, repair)).toBeLessThan(LINEAR);
  },
);
