import { describe, expect, it } from 'vitest';
import { SITE } from '../../../tests/site/made-up-portal.ts';
import { viewPreview } from './preview.ts';

const page = { path: '/manuals/a/', title: 'คู่มือ', summary: 'สรุป' };

describe('the preview of a link', () => {
  it('has absolute addresses, and no times of a page that is no article', () => {
    expect(viewPreview(page)).toMatchObject({
      url: `${SITE}manuals/a/`,
      image: `${SITE}cards/manuals/a.png`,
      alt: 'คู่มือ',
      locale: 'th_TH',
      times: null,
    });
  });

  it('shows that a page is made up, in its picture and its text', () => {
    const { image, title, description } = viewPreview({ ...page, sample: true });
    expect(title).toBe('ตัวอย่าง: คู่มือ');
    expect(image).toBe(`${SITE}cards/sample.png`);
    expect(description).toMatch(/^ตัวอย่าง/);
  });

  it('says first that a letter no longer holds, then its number', () => {
    const { description } = viewPreview({
      ...page,
      number: { value: 'มท 0808.4/ว 15' },
      force: { status: 'cancelled', by: 'laws/a' },
    });
    expect(description).toMatch(/^ยกเลิกแล้ว .*ว ๑๕.*สรุป$/);
  });

  it.each([
    [[], '2026-11-01'],
    [[{ date: '2026-11-05' }, { date: '2026-11-03' }], '2026-11-05'],
  ])('tells the last of the changes %j', (changes, modified) => {
    expect(viewPreview({ ...page, published: '2026-11-01', changes }).times).toEqual({
      published: '2026-11-01T00:00:00+07:00',
      modified: `${modified}T00:00:00+07:00`,
    });
  });

  it('of a list has the picture of its section, described', () => {
    const { image, alt } = viewPreview({ ...page, path: '/manuals/' });
    expect(image).toBe(`${SITE}cards/manuals.png`);
    expect(alt).toMatch(/^คู่มือ: /);
  });
});
