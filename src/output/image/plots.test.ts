import { describe, expect, it } from 'vitest';
import { plotFile, wrapWords } from './plot-file.ts';
import { drawBars, drawSteps } from './plots.ts';

const count = (svg: string, what: string): number => svg.split(what).length - 1;

describe('a plot of steps', () => {
  const svg = drawSteps(
    'รายรับเพิ่มขึ้น & "มาก"',
    [
      { label: 'ต.ค.', value: 10, before: 8 },
      { label: 'พ.ย.', value: 0, before: null },
      { label: 'ธ.ค.', value: null, before: 9 },
      { label: 'ม.ค.', value: -5, before: 7 },
    ],
    'millions',
  );

  it('draws no record as none, and zero as a bar without height', () => {
    expect(count(svg, 'class="bar"')).toBe(3);
    expect(count(svg, 'class="none"')).toBe(1);
    expect(svg).toContain('height="0"');
  });

  it('ends the line of the year before where it has no record', () => {
    expect(count(svg, 'class="dot"')).toBe(3);
    expect(/class="before" d="([^"]*)"/.exec(svg)?.[1]?.match(/M/g)).toHaveLength(2);
  });

  it('says its title, escaped', () => {
    expect(svg).toContain('aria-label="รายรับเพิ่มขึ้น &amp; &quot;มาก&quot;"');
  });

  it('draws where nothing is known', () => {
    const none = drawSteps('ไม่มีข้อมูล', [{ label: 'ต.ค.', value: null, before: null }], 'baht');
    expect(none).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('draws bars with names and values', () => {
  const svg = drawBars('ตามหมวด', [
    { label: 'หมวดภาษีอากร', value: 12.5, text: '12.50', baht: '12.50' },
    { label: 'หมวดรายได้เบ็ดเตล็ด', value: null, text: 'ไม่มีข้อมูล', baht: null },
  ]);
  expect(count(svg, 'class="bar"')).toBe(1);
  for (const text of ['หมวดภาษีอากร', '12.50', 'ไม่มีข้อมูล']) expect(svg).toContain(`>${text}</text>`);
});

it('says the exact amount of each value and tick', () => {
  const bars = drawBars('ตามหมวด', [{ label: 'ก', value: 1.23, text: '1.23', baht: '1234567.89' }]);
  expect(bars).toContain('data-amount="1234567.89">1.23</text>');
  const steps = drawSteps('', [{ label: 'ต.ค.', value: 0.3, before: null }], 'millions');
  expect(steps).toContain('data-tick="100000.00">0.1</text>');
});

describe('a plot as a file', () => {
  const svg = drawBars('ตามหมวด', [{ label: 'ก', value: 1, text: '1', baht: '1.00' }]);
  const title = 'รายรับรวมที่มีข้อมูลเพิ่มขึ้นเมื่อเทียบเฉพาะแห่งและเดือนที่มีข้อมูลทั้งสองปี <มาก> & '.repeat(2);
  const file = plotFile(svg, {
    title,
    legend: ['ปีนี้', 'ปีก่อน'],
    caption: ['ข้อมูลตัวอย่าง', 'หน่วย: บาท'],
  });

  it('carries its style, its title, its legend and its caption', () => {
    expect(file).toContain('<style>');
    for (const text of ['ข้อมูลตัวอย่าง', 'หน่วย: บาท', 'ปีก่อน', 'ก', '1'])
      expect(file).toContain(`>${text}</text>`);
  });

  it('is one drawing that nothing outside is needed for', () => {
    expect(file.match(/<svg/g)).toHaveLength(2);
    expect(file.match(/<\/svg>/g)).toHaveLength(2);
    expect(file.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/href|url\(|https?:/);
  });

  it('breaks a long title between words, and loses none of it', () => {
    const lines = wrapWords(title);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
    for (const line of lines) expect(line.replace(/\p{Mn}/gu, '').length).toBeLessThanOrEqual(74);
  });

  it('writes a word that is longer than a line all the same', () => {
    expect(wrapWords('a'.repeat(100))).toEqual(['a'.repeat(100)]);
  });
});
