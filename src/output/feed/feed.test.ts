import { execFileSync, spawnSync } from 'node:child_process';
import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { feedPage } from '#core/feed/builders.ts';
import { feedItems } from '#core/feed/item.ts';
import { atom } from './atom.ts';
import { type Feed, permanentGuid } from './document.ts';
import { publicHtml } from './html.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { textForXml } from './xml.ts';

const SITE = new URL('https://wian.example/');
const NASTY = 'ก < ข & "ค" ]]> <b>👍</b> \u0000\uFFFF';

const feedOf = (pages: Parameters<typeof feedItems>[0], given: Partial<Feed> = {}): Feed => ({
  title: 'ทั้งหมด',
  description: 'ทุกอย่างที่เผยแพร่',
  path: '/feeds/all/',
  home: '/',
  language: 'th',
  operator: null,
  items: feedItems(pages),
  sampleMark: 'ตัวอย่าง: ',
  markOf: ({ kind }) => (kind === 'published' ? '' : `${kind}: `),
  ...given,
});

const page = feedPage({
  title: NASTY,
  summary: NASTY,
  html: () =>
    '<p onclick="x()">ดู <a href="/manuals/a/">คู่มือ</a> และ <a href="#ข้อ-2">ข้อ 2</a></p><script>1</script> ]]>',
  system: 'new-elaas',
  changes: [{ date: '2026-11-03', note: 'เพิ่มขั้นตอน', major: true }],
  enclosures: [
    { path: '/manuals/thaid/a.pdf', length: 1234, type: 'application/pdf', title: 'คู่มือ <1>' },
    { path: '/manuals/thaid/b.docx', length: 99, type: 'application/msword', title: 'แบบ' },
  ],
});

const formats = {
  rss: (feed: Feed) => rss(feed, SITE),
  atom: async (feed: Feed) => atom(feed, SITE, '2026-01-01'),
  json: async (feed: Feed) => jsonFeed(feed, SITE),
};

const readable = (text: string): string => textForXml(text).trim();

describe('each format, read by a parser that did not write it', () => {
  it('rss', async () => {
    const { format, feed } = parseFeed(await formats.rss(feedOf([page])));
    if (format !== 'rss') expect.unreachable();
    const [changed, first] = feed.items ?? [];
    expect(feed).toMatchObject({ title: 'ทั้งหมด', language: 'th', link: 'https://wian.example/' });
    expect(first?.title && readable(first.title)).toBe(readable(NASTY));
    expect(first?.description && readable(first.description)).toBe(readable(NASTY));
    expect(first?.pubDate).toBe('Sun, 01 Nov 2026 00:00:00 +0700');
    expect(first?.guid).toEqual({ value: permanentGuid('/manuals/thaid/'), isPermaLink: false });
    expect(first?.link).toBe('https://wian.example/manuals/thaid/');
    expect(first?.content?.encoded).toContain('href="https://wian.example/manuals/a/"');
    expect(first?.content?.encoded).not.toMatch(/script|onclick/);
    expect(first?.enclosures?.map(({ url, length, type }) => [url, length, type])).toEqual([
      ['https://wian.example/manuals/thaid/a.pdf', 1234, 'application/pdf'],
      ['https://wian.example/manuals/thaid/b.docx', 99, 'application/msword'],
    ]);
    expect(changed?.description).toBe('เพิ่มขั้นตอน');
    expect(changed?.link).toBe('https://wian.example/manuals/thaid/#change-2026-11-03');
  });

  it('atom', async () => {
    const { format, feed } = parseFeed(await formats.atom(feedOf([page])));
    if (format !== 'atom') expect.unreachable();
    expect(feed.updated).toBe('2026-11-03T00:00:00+07:00');
    const first = feed.entries?.[1];
    expect(first?.id).toBe(permanentGuid('/manuals/thaid/'));
    expect(JSON.stringify(first)).toContain('https://wian.example/manuals/thaid/b.docx');
    expect(first?.published).toBe('2026-11-01T00:00:00+07:00');
  });

  it('json', async () => {
    const { format, feed } = parseFeed(await formats.json(feedOf([page])));
    if (format !== 'json') expect.unreachable();
    const first = feed.items?.[1];
    expect(first?.id).toBe(permanentGuid('/manuals/thaid/'));
    expect(first?.title).toBe(NASTY);
    expect(first?.attachments?.[0]).toEqual({
      url: 'https://wian.example/manuals/thaid/a.pdf',
      mime_type: 'application/pdf',
      size_in_bytes: 1234,
      title: 'คู่มือ <1>',
    });
  });
});

describe('whom a feed names to write to', () => {
  const operator = {
    name: 'เทศบาลตำบล <สมมุติ>',
    email: 'wian@made-up.go.th',
    homepage: 'https://www.made-up.go.th/',
  };

  it('is the operator', async () => {
    const feed = feedOf([page], { operator });
    const text = await formats.rss(feed);
    expect(parseFeed(text)).toMatchObject({
      feed: { managingEditor: { name: operator.name, email: operator.email } },
    });
    expect(parseFeed(await formats.atom(feed))).toMatchObject({
      feed: { authors: [{ name: operator.name, uri: operator.homepage, email: operator.email }] },
    });
    expect(JSON.parse(await formats.json(feed)).authors).toEqual([
      { name: operator.name, url: operator.homepage },
    ]);
    const unlisted = feedOf([page], { operator: { ...operator, homepage: undefined } });
    expect(JSON.parse(await formats.json(unlisted)).authors[0].url).toBe(
      'mailto:wian@made-up.go.th',
    );
  });

  it('is nobody where nobody runs the portal', async () => {
    for (const format of Object.values(formats)) {
      const text = await format(feedOf([page]));
      expect(text).not.toMatch(/managingEditor|mailto:|<email|made-up/);
    }
    // RFC 4287 demands an author.
    expect(parseFeed(await formats.atom(feedOf([page])))).toMatchObject({
      feed: { authors: [{ name: 'Wian' }] },
    });
  });
});

const xmllint = spawnSync('xmllint', ['--version']).error === undefined;
if (!xmllint) console.warn('xmllint is not on this machine: feeds are not checked with it here.');

describe.each(['rss', 'atom'] as const)('%s', (name) => {
  it.runIf(xmllint)('is well-formed to xmllint, whatever stands in it', async () => {
    const text = await formats[name](feedOf([page]));
    expect(() => execFileSync('xmllint', ['--noout', '-'], { input: text })).not.toThrow();
  });

  it('is a feed without entries too', async () => {
    const { feed } = parseFeed(await formats[name](feedOf([])));
    expect(JSON.stringify(feed)).toContain('ทุกอย่างที่เผยแพร่');
  });
});

it.each(['rss', 'atom', 'json'] as const)('%s marks made-up pages', async (name) => {
  const text = await formats[name](feedOf([feedPage({ sample: true })]));
  expect(text).toContain('ตัวอย่าง: เข้าใช้งานด้วย ThaiID');
});

it('keeps the name of a retitled page', async () => {
  const guids = async (title: string) =>
    (await formats.json(feedOf([feedPage({ title })]))).match(/urn:uuid:[0-9a-f-]+/g);
  expect(await guids('ชื่อเดิม')).toEqual(await guids('ชื่อใหม่'));
  expect(permanentGuid('/manuals/thaid/')).toBe('urn:uuid:8cbfa602-e310-5688-b59b-495e93dca63d');
});

it.each([
  ['<a href="../b/">x</a>', '<a href="https://wian.example/m/b/">x</a>'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<img src="/a.png" onerror="x">', '<img src="https://wian.example/a.png">'],
  ['<form action="/x"><p>y</p></form>', '<p>y</p>'],
])('publicHtml(%s)', (html, safe) => {
  expect(publicHtml(html, '/m/a/', new URL('https://wian.example/'))).toBe(safe);
});

it.each([
  ['<a href="../b/">x</a>', '<a href="https://wian.example/sub/m/b/">x</a>'],
  ['<a href="#c">x</a>', '<a href="https://wian.example/sub/m/a/#c">x</a>'],
  ['<img src="/a.png">', '<img src="https://wian.example/sub/a.png">'],
  ['<a href="//other.example/">x</a>', '<a href="https://other.example/">x</a>'],
])('publicHtml(%s) of a portal with a path', (html, safe) => {
  expect(publicHtml(html, '/m/a/', new URL('https://wian.example/sub'))).toBe(safe);
});

describe('a page that was cancelled', () => {
  const cancelled = feedPage({
    title: 'ซักซ้อมการใช้ระบบ',
    force: { status: 'cancelled', by: 'circulars/2570/new' },
    forceLetterPublished: '2026-11-20',
    forceNote: 'ตามหนังสือ <ฉบับใหม่>',
    facts: () => [
      { label: 'ที่', text: 'มท ๐๘๙๙.๙/ว ๑', isBrief: true },
      { label: 'ต้องทำอะไร', text: 'รายงาน <ผล>', isBrief: false },
    ],
  });
  const feed = feedOf([cancelled], { markOf: () => 'ยกเลิกแล้ว: ' });

  it('is a second entry to readers that go by GUID, and to those that go by address', async () => {
    const { format, feed: read } = parseFeed(await formats.rss(feed));
    if (format !== 'rss') expect.unreachable();
    const [event, first] = read.items ?? [];
    expect(event?.title).toBe('ยกเลิกแล้ว: ซักซ้อมการใช้ระบบ');
    expect(event?.guid?.value).not.toBe(first?.guid?.value);
    expect(event?.link).toBe('https://wian.example/manuals/thaid/#force-cancelled');
    expect(first?.link).toBe('https://wian.example/manuals/thaid/');
    expect(event?.pubDate).toBe('Fri, 20 Nov 2026 00:00:00 +0700');
    expect(event?.description).toBe('ตามหนังสือ <ฉบับใหม่> · ที่: มท ๐๘๙๙.๙/ว ๑');
    expect(event?.content?.encoded).toContain('<strong>ตามหนังสือ &lt;ฉบับใหม่&gt;</strong>');
    expect(first?.content?.encoded).toContain('<li>ต้องทำอะไร: รายงาน &#x3C;ผล></li>');
  });

  it('says in Atom and JSON Feed when the first entry was updated', async () => {
    const { feed: read, format } = parseFeed(await formats.atom(feed));
    if (format !== 'atom') expect.unreachable();
    expect(read.entries?.map(({ published, updated }) => [published, updated])).toEqual([
      ['2026-11-20T00:00:00+07:00', '2026-11-20T00:00:00+07:00'],
      ['2026-11-01T00:00:00+07:00', '2026-11-20T00:00:00+07:00'],
    ]);
    const json = JSON.parse(await formats.json(feed));
    expect(json.items[1].date_modified).toBe('2026-11-20T00:00:00+07:00');
  });
});
