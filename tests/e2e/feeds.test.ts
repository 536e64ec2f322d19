import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parseFeed } from 'feedsmith';
import { afterAll, describe, expect, it } from 'vitest';
import { fileOf, filesBelow, hasProgram, isThere, jsonOf, SITE, sizeOf, textOf } from './files.ts';
import { JSON_FEED_SCHEMA } from './json-feed-schema.ts';
import { portal } from './portal.ts';

const RSS = filesBelow('/feeds', '/rss.xml');
const ATOM = filesBelow('/feeds', '/atom.xml');
const JSON_FEEDS = filesBelow('/feeds', '/feed.json');
const inFormat = (rss: string, file: string): string => rss.replace('rss.xml', file);

/** What all formats say of an entry. */
interface Entry {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly day: string;
  readonly html: string | undefined;
  readonly files: readonly (readonly [string, number | undefined, string | undefined])[];
}

const dayOf = (date: unknown): string =>
  new Date(new Date(String(date)).getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

// Characters that XML may not hold are dropped there, and no content has any.
const readRss = (path: string): Entry[] => {
  const { format, feed } = parseFeed(textOf(path));
  if (format !== 'rss') throw new Error(`${path} is ${format}`);
  return (feed.items ?? []).map((item) => ({
    id: item.guid?.value,
    title: item.title,
    url: item.link,
    day: dayOf(item.pubDate),
    html: item.content?.encoded,
    files: (item.enclosures ?? []).map(({ url, length, type }) => [url ?? '', length, type]),
  }));
};

const readAtom = (path: string): Entry[] => {
  const { format, feed } = parseFeed(textOf(path));
  if (format !== 'atom') throw new Error(`${path} is ${format}`);
  return (feed.entries ?? []).map(({ id, title, links = [], published, content }) => ({
    id,
    title: typeof title === 'string' ? title : title?.value,
    url: links.find(({ rel }) => rel === 'alternate')?.href,
    day: dayOf(published),
    html: typeof content === 'string' ? content : content?.value,
    files: links
      .filter(({ rel }) => rel === 'enclosure')
      .map(({ href, length, type }) => [href ?? '', length, type]),
  }));
};

const readJson = (path: string): Entry[] => {
  const { format, feed } = parseFeed(textOf(path));
  if (format !== 'json') throw new Error(`${path} is ${format}`);
  return (feed.items ?? []).map((item) => ({
    id: item.id,
    title: item.title,
    url: item.url,
    day: dayOf(item.date_published),
    html: item.content_html,
    files: (item.attachments ?? []).map((file) => [
      file.url ?? '',
      file.size_in_bytes,
      file.mime_type,
    ]),
  }));
};

it('has every feed that the open data list, in three formats, and no other', () => {
  const { items } = jsonOf('/api/v1/feeds.json');
  const listed = (format: string) =>
    items.map((feed: Record<string, string>) => feed[format]?.replace(SITE, '')).sort();
  expect(listed('rss')).toEqual(RSS);
  expect(listed('atom')).toEqual(ATOM);
  expect(listed('json')).toEqual(JSON_FEEDS);
  expect(RSS).toEqual(
    expect.arrayContaining([
      '/feeds/all/rss.xml',
      '/feeds/circulars/rss.xml',
      '/feeds/systems/new-elaas/rss.xml',
      '/feeds/offices/p50/rss.xml',
      '/feeds/withdrawn/rss.xml',
    ]),
  );
});

describe.each(RSS)('%s', (path) => {
  const entries = readRss(path);

  it('says the same in all three formats', () => {
    expect(readAtom(inFormat(path, 'atom.xml'))).toEqual(entries);
    expect(readJson(inFormat(path, 'feed.json'))).toEqual(entries);
  });

  it('begins with the newest, names each entry once, and leads only to what is there', () => {
    const days = entries.map(({ day }) => day);
    expect(days).toEqual(days.toSorted().reverse());
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { id, url = '', html = '', files } of entries) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(url.startsWith(`${SITE}/`) && isThere(url), url).toBe(true);
      const { hash } = new URL(url);
      const place = decodeURIComponent(hash.slice(1));
      if (place !== '') expect(textOf(url), url).toContain(` id="${place}"`);
      expect(html).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:)/);
      expect(html).not.toMatch(/<script|<style|\son\w+=/i);
      for (const [file, length, type] of files) {
        expect([file, length]).toEqual([file, sizeOf(file)]);
        expect(type).toMatch(/^[a-z]+\/[\w.+-]+$/);
      }
    }
  });

  it('dates by the day in Thailand', () => {
    const dates = textOf(path).match(/(?<=<(?:pubDate|lastBuildDate)>)[^<]+/g) ?? [];
    expect(dates.filter((date) => !/ \d{4} 00:00:00 \+0700$/.test(date))).toEqual([]);
    const atom =
      textOf(inFormat(path, 'atom.xml')).match(/(?<=<(?:published|updated)>)[^<]+/g) ?? [];
    expect(atom.filter((date) => !/^\d{4}-\d\d-\d\dT00:00:00\+07:00$/.test(date))).toEqual([]);
  });
});

it('follows each system, kind and office with what concerns it', () => {
  const urls = (slug: string) => readRss(`/feeds/${slug}/rss.xml`).map(({ url = '' }) => url);
  for (const kind of ['circulars', 'manuals', 'faq', 'changelog', 'news', 'laws', 'forms']) {
    expect(urls(kind).length, kind).toBeGreaterThan(0);
    expect(urls(kind).filter((url) => !url.startsWith(`${SITE}/${kind}/`))).toEqual([]);
  }
  // Chiang Mai passed this circular on; its stamp and covering letter are in the record.
  expect(urls('offices/p50')).toContain(`${SITE}/circulars/2568/dla-x-wx-0325/`);
});

it('holds each JSON feed to the rules of JSON Feed 1.1', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON_FEED_SCHEMA);
  for (const path of JSON_FEEDS) {
    validate(jsonOf(path));
    expect(validate.errors, path).toBeNull();
  }
  expect(validate({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [{}] })).toBe(
    false,
  );
});

const xmllint = hasProgram('xmllint', 'no feed is read with it here (package libxml2-utils).');

it.runIf(xmllint)('is well-formed to xmllint', () => {
  const files = [...RSS, ...ATOM, '/opensearch.xml', '/sitemap-index.xml', '/sitemap-0.xml'];
  execFileSync('xmllint', ['--noout', '--nonet', ...files.map(fileOf)], { stdio: 'pipe' });
});

const newsboat = hasProgram('newsboat', 'no feed is read with it here.');

const run = promisify(execFile);
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe.runIf(newsboat)('newsboat', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wian-newsboat-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // It keeps one entry of each GUID whatever feed brings it, so each feed is read by itself.
  const titlesIn = async (path: string): Promise<Map<string, string>> => {
    const home = mkdtempSync(join(folder, 'feed-'));
    const [urls = '', config = '', cache = ''] = ['urls', 'config', 'cache.db'].map((name) =>
      join(home, name),
    );
    writeFileSync(urls, `${portal.url}${path}\n`);
    writeFileSync(config, 'max-items 0\n');
    // Not the synchronous way, which would keep the worker from answering its runner.
    await run('newsboat', ['-u', urls, '-c', cache, '-C', config, '-x', 'reload'], {
      env: { ...process.env, HOME: home, LANG: 'C.UTF-8' },
    });
    const database = new DatabaseSync(cache, { readOnly: true });
    const rows = database.prepare('SELECT guid, title FROM rss_item').all();
    database.close();
    return new Map(rows.map(({ guid, title }) => [String(guid), squeeze(String(title))]));
  };

  it('reads every feed, with every entry under its own title', async () => {
    const waiting = [...RSS, ...ATOM].values();
    const work = async () => {
      for (const path of waiting) {
        const entries = path.endsWith('rss.xml') ? readRss(path) : readAtom(path);
        const expected = entries.map(({ id = '', title = '' }) => [id, squeeze(title)] as const);
        expect(await titlesIn(path), path).toEqual(new Map(expected));
      }
    };
    await Promise.all([work(), work(), work(), work()]);
  }, 180_000);
});
