import { describe, expect, it } from 'vitest';
import { drawBars, drawSteps, plotFile } from './plots.ts';

const count = (svg: string, what: string): number => svg.split(what).length - 1;

describe('a plot of steps', () => {
  const svg = drawSteps('รายรับเพิ่มขึ้น & "มาก"', [
    { label: 'ต.ค.', value: 10, before: 8 },
    { label: 'พ.ย.', value: 0, before: null },
    { label: 'ธ.ค.', value: null, before: 9 },
    { label: 'ม.ค.', value: -5, before: 7 },
  ]);

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
    const none = drawSteps('ไม่มีข้อมูล', [{ label: 'ต.ค.', value: null, before: null }]);
    expect(none).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('draws bars with names and values', () => {
  const svg = drawBars('ตามหมวด', [
    { label: 'หมวดภาษีอากร', value: 12.5, text: '12.50' },
    { label: 'หมวดรายได้เบ็ดเตล็ด', value: null, text: 'ไม่มีข้อมูล' },
  ]);
  expect(count(svg, 'class="bar"')).toBe(1);
  for (const text of ['หมวดภาษีอากร', '12.50', 'ไม่มีข้อมูล']) expect(svg).toContain(`>${text}</text>`);
});

it('makes a file that carries its style and its caption', () => {
  const svg = drawBars('ตามหมวด', [{ label: 'ก', value: 1, text: '1' }]);
  const file = plotFile(svg, ['ข้อมูลตัวอย่าง', 'หน่วย: บาท']);
  expect(file).toContain('<style>');
  expect(file).toContain('>ข้อมูลตัวอย่าง</text>');
  expect(file).toContain('viewBox="0 0 640 116"');
});
