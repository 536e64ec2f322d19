import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedPage } from './builders.ts';
import { feedItems, newestDate } from './item.ts';

const change = (date: string, major: boolean, note = 'แก้ขั้นตอน') => ({ date, note, major });

describe('feedItems', () => {
  it('enters a page once, and again for each major change only', () => {
    const page = feedPage({
      changes: [
        change('2026-11-05', false),
        change('2026-11-07', true, 'เพิ่มขั้นตอน'),
        change('2026-11-07', true, 'แก้ที่อยู่เว็บ'),
      ],
    });
    expect(feedItems([page]).map(({ key, date, note }) => [key, date, note])).toEqual([
      ['/manuals/thaid/#change-2026-11-07', '2026-11-07', 'เพิ่มขั้นตอน'],
      ['/manuals/thaid/#change-2026-11-07-2', '2026-11-07', 'แก้ที่อยู่เว็บ'],
      ['/manuals/thaid/', '2026-11-01', undefined],
    ]);
  });

  it('enters a page again when a letter cancels it, and says when on its first entry', () => {
    const page = feedPage({
      force: { status: 'cancelled', by: 'circulars/2570/new' },
      forceLetterPublished: '2026-11-20',
      forceNote: 'ตามหนังสือ ฉบับใหม่',
      withdrawn: true,
    });
    expect(
      feedItems([page]).map(({ key, kind, date, updated, note }) => [
        key,
        kind,
        date,
        updated,
        note,
      ]),
    ).toEqual([
      [
        '/manuals/thaid/#force-cancelled',
        'cancelled',
        '2026-11-20',
        '2026-11-20',
        'ตามหนังสือ ฉบับใหม่',
      ],
      ['/manuals/thaid/', 'published', '2026-11-01', '2026-11-20', undefined],
    ]);
  });

  it('keeps the key of a page whose title, text or kind of change is edited', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (title, summary, html) => {
        const keys = feedItems([feedPage({ title, summary, html: () => html })]).map(
          ({ key }) => key,
        );
        expect(keys).toEqual(['/manuals/thaid/']);
      }),
    );
  });

  it('puts the newest first, whatever order the pages come in', () => {
    const dates = fc
      .integer({ min: 1, max: 28 })
      .map((day) => `2026-02-${String(day).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1 }), (published) => {
        const pages = published.map((date, index) =>
          feedPage({ path: `/m/${index}/`, published: date }),
        );
        const items = feedItems(pages);
        expect(items.map(({ date }) => date)).toEqual([...published].sort().reverse());
        expect(feedItems([...pages].reverse())).toEqual(items);
        expect(newestDate(items)).toBe(items[0]?.date);
      }),
    );
  });

  it('has no date without items', () => {
    expect(newestDate([])).toBeNull();
  });
});
