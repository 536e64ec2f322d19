import { describe, expect, it } from 'vitest';
import { normalizeText, sourceLines } from './source-text.ts';

describe('normalizeText', () => {
  it.each([
    ['ส าหรับ', 'สำหรับ'],
    ['จ านวน ๑ ชุด', 'จำนวน ๑ ชุด'],
    ['น้ า', 'น้ำ'],
    ['น ้า', 'น้ำ'],
    ['ส\u0E4Dาหรับ', 'สำหรับ'],
    ['น\u0E49\u0E4Dา', 'น้ำ'],
    ['น\u0E4D\u0E49า', 'น้ำ'],
    ['ก ำหนด', 'กำหนด'],
    ['เเนวทาง', 'แนวทาง'],
    ['ผ\u0E49\u0E39', 'ผ\u0E39\u0E49'],
    ['มา ตา', 'มา ตา'],
    ['ค่า อาหาร', 'ค่า อาหาร'],
  ])('%s', (broken, repaired) => expect(normalizeText(broken)).toBe(repaired));

  it('leaves what it repaired alone', () => {
    const once = normalizeText('ส าหรับน ้า จ านวน');
    expect(normalizeText(once)).toBe(once);
  });
});

it.each([
  ['ส\uF70Aง', 'ส่ง'],
  ['ท\uF70Bองถ\uF701\uF713น', 'ท้องถิ่น'],
  ['ป\uF711\uF714า', 'ป้ำ'],
  ['\uF70Fาต\uF718', 'ญาตุ'],
])('puts glyphs of fonts back into letters: %j', (glyphs, letters) => {
  expect(normalizeText(glyphs)).toBe(letters);
});

it('takes out what cannot be seen, and keeps lines', () => {
  expect(normalizeText('\uFEFFก\u200Bข\u00ADค\r\nง\u00A0จ\rฉ')).toBe('กขค\nง จ\nฉ');
});

it('takes Markdown off lines and numbers them as the file does', () => {
  expect(sourceLines('# กรม\n\n**เรื่อง** ทดสอบ  \n> <http://a.go.th>')).toEqual([
    { no: 1, text: 'กรม' },
    { no: 2, text: '' },
    { no: 3, text: 'เรื่อง ทดสอบ' },
    { no: 4, text: 'http://a.go.th' },
  ]);
});
