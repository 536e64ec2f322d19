import { expect, it } from 'vitest';
import { SECTIONS } from './frame.ts';
import { getListHead, getPartHead } from './list-head.ts';

it.each(SECTIONS)('the list of %s has a lead of its own, and only home above it', (section) => {
  const { title, lead, crumbs } = getListHead(section);
  expect(crumbs.map(({ href }) => href)).toEqual(['/']);
  expect(title).toBeTruthy();
  const others = SECTIONS.filter((one) => one !== section).map((one) => getListHead(one).lead);
  expect(others).not.toContain(lead);
});

it('a part of a list has the list above it, and keeps its lead', () => {
  const part = getPartHead('circulars', 'หนังสือเวียน พ.ศ. 2568');
  expect(part.title).toBe('หนังสือเวียน พ.ศ. 2568');
  expect(part.lead).toBe(getListHead('circulars').lead);
  expect(part.crumbs.map(({ href, label }) => [href, label])).toEqual([
    ['/', 'หน้าแรก'],
    ['/circulars/', 'หนังสือเวียน'],
  ]);
});
