import { beforeEach, expect, it } from 'vitest';
import { AS_OF, openPortal, SITE } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { context, json, LICENCE, list } from './context.ts';
import { getAllOpenDocuments, getOpenDocuments } from './documents.ts';

beforeEach(() => openPortal(SITE_FILES));

it('has every page of every kind but circulars, and of one kind those alone', async () => {
  const all = await getAllOpenDocuments();
  expect(new Set(all.map(({ kind }) => kind))).toEqual(
    new Set(['faq', 'forms', 'news', 'changelog', 'laws', 'manuals']),
  );
  const news = await getOpenDocuments('news');
  expect(news).toEqual(all.filter(({ kind }) => kind === 'news'));
  expect(news.map(({ slug }) => slug).sort()).toEqual(['closed', 'course']);
});

it('gives addresses that hold outside of the portal, sources too', async () => {
  const [manual] = await getOpenDocuments('manuals');
  expect(manual).toMatchObject({
    url: `${SITE}manuals/sign-in/`,
    sources: [`${SITE}circulars/2568/dla-0808-4-w15-0402/`],
    system: null,
  });
});

it('marks what is made up, and nothing else', async () => {
  const marked = (await getAllOpenDocuments()).filter(({ sample }) => sample);
  expect(marked.map(({ slug }) => slug)).toEqual(['access']);
});

it('says when a page last changed: when it was published, or a later day that is recorded', async () => {
  const file = 'content/faq/reset.mdx';
  const changed = (SITE_FILES.get(file) ?? '').replace(
    'order: 1',
    'order: 1\nchanges:\n  - {date: "2026-11-15", note: แก้ไข}\n  - {date: "2026-11-12", note: แก้ไข}',
  );
  openPortal(new Map([...SITE_FILES, [file, changed]]));
  const faq = new Map((await getOpenDocuments('faq')).map((one) => [one.slug, one]));
  expect(faq.get('reset')).toMatchObject({ published: '2026-11-01', changed: '2026-11-15' });
  expect(faq.get('no-answer')).toMatchObject({ published: '2026-11-01', changed: '2026-11-01' });
});

it('is an empty list where there is no page', async () => {
  openPortal(new Map());
  expect(await getAllOpenDocuments()).toEqual([]);
});

it('says with every list its licence and the day of the data', () => {
  expect(list([1, 2])).toEqual({ licence: LICENCE, asOf: AS_OF, items: [1, 2] });
  expect(context.asOf).toBe(AS_OF);
  expect(context.url('/faq/')).toBe(`${SITE}faq/`);
});

it('answers as JSON in UTF-8', async () => {
  const response = json({ title: 'หนังสือ' });
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.json()).toEqual({ title: 'หนังสือ' });
});
