import { parseFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { boardAtom, boardFeedTime } from './board-atom.ts';

const NASTY = 'ก < ข & "ค" ]]> <b>👍</b> \u0000\uFFFF';
const feed = {
  key: '/board/12/',
  title: NASTY,
  language: 'th',
  self: 'https://wian.example/board/12/atom.xml',
  home: 'https://wian.example/board/12/',
  entries: [
    {
      post: 30,
      title: NASTY,
      url: 'https://wian.example/board/12/#p30',
      author: NASTY,
      published: '2026-11-29T03:00:00.000Z',
      updated: '2026-11-29T05:00:00.000Z',
      html: '<p>ก &amp; ข ]]&gt; <a href="https://wian.example/">ค</a></p>',
    },
  ],
};
const readable = NASTY.replace('\u0000\uFFFF', '').trim();

it('is read by a parser that did not write it', () => {
  const parsed = parseFeed(boardAtom(feed));
  if (parsed.format !== 'atom') expect.unreachable();
  const [entry] = parsed.feed.entries ?? [];
  expect(parsed.feed).toMatchObject({ updated: '2026-11-29T05:00:00.000Z' });
  expect(parsed.feed.links).toMatchObject([{ rel: 'self' }, { href: feed.home }]);
  expect([parsed.feed.title?.value, entry?.title?.value, entry?.authors?.[0]?.name]).toEqual([
    readable,
    readable,
    readable,
  ]);
  expect(entry?.content?.value).toBe(feed.entries[0]?.html);
});

it('names a post the same wherever its thread is and whatever the address of the portal', () => {
  const moved = boardAtom({
    ...feed,
    key: '/board/5/',
    entries: feed.entries.map((one) => ({ ...one, url: 'https://other.example/board/5/#p30' })),
  });
  const ids = (xml: string) => [...xml.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id);
  expect(ids(moved)[1]).toBe(ids(boardAtom(feed))[1]);
  expect(ids(moved)[0]).not.toBe(ids(boardAtom(feed))[0]);
  expect(ids(moved)[1]).toMatch(/^urn:uuid:/);
});

it('has a date, and none of now, where nothing is in it', () => {
  const empty = { ...feed, entries: [] };
  expect(boardFeedTime(empty)).toBe('1970-01-01T00:00:00.000Z');
  expect(parseFeed(boardAtom(empty)).format).toBe('atom');
});
