import { describe, expect, it } from 'vitest';
import { Document } from 'yaml';
import { isDateText, quoteDates } from './quoted-dates.ts';

describe('quoteDates', () => {
  it('puts quotes around dates of any precision, at any depth, and around nothing else', () => {
    const fields = {
      published: '2026-11-30',
      letter: {
        date: { value: '2025-04', readings: [{ read: '๒ เม.ย. ๖๘', value: '2025-04-02' }] },
      },
      year: '2025',
      number: 'มท 0808.4/ว 2007',
      order: 2025,
    };
    const text = quoteDates(new Document(fields)).toString();
    expect(text).toContain('published: "2026-11-30"\n');
    expect(text).toContain('value: "2025-04"\n');
    expect(text).toContain('value: "2025-04-02"\n');
    expect(text).toContain('year: "2025"\n');
    expect(text).toContain('number: มท 0808.4/ว 2007\n');
    expect(text).toContain('order: 2025\n');
  });

  it('knows a date by its form alone', () => {
    expect(
      ['2025-04-02', '2025-04', '2025', '2025-4-2', '02-04-2025', 2025].map(isDateText),
    ).toEqual([true, true, true, false, false, false]);
  });
});
