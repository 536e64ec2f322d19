import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const page = (path: string, main: string): string =>
  `<!DOCTYPE html><html lang="th"><head><title>${path}</title><link rel="canonical" href="https://wian.example${path}"><link rel="stylesheet" href="/_astro/x.css"></head><body><a class="skip" href="#main">ข้าม</a><main id="main" data-pagefind-body><h1>${path}</h1>${main}</main><script type="module" src="/_astro/page.js"></script></body></html>`;

const area = (id: string, circulars: readonly string[]) => ({
  id,
  name: `จังหวัด ${id}`,
  offices: [[`a${id.slice(1)}0050`, 'pao', `อบจ. ${id}`]],
  circulars: circulars.map((circular) => ({ href: `/circulars/${circular}/` })),
  all: circulars.length,
});

/** Files of a small portal, made up for tests. */
export const madePortal = (): Record<string, string> => ({
  'index.html': page(
    '/',
    '<a href="/circulars/2567/old-0101/">เก่า</a><a href="/feeds/all/rss.xml">ฟีด</a>',
  ),
  'about/index.html': page('/about/', '<p>ข้อมูลสมมติ</p>'),
  'search/index.html': page('/search/', '<form action="/search/" method="get"></form>'),
  'faq/a/index.html': page('/faq/a/', '<a href="/circulars/2568/new-0203/">ใหม่</a>'),
  'circulars/index.html': page('/circulars/', '<a href="/circulars/2568/new-0203/">ใหม่</a>'),
  'circulars/2567/old-0101/index.html': page(
    '/circulars/2567/old-0101/',
    '<a href="หนังสือ%20เก่า.pdf">แนบ</a>',
  ),
  'circulars/2567/old-0101/หนังสือ เก่า.pdf': 'o'.repeat(60_000),
  'circulars/2568/new-0203/index.html': page(
    '/circulars/2568/new-0203/',
    '<a href="new.pdf">แนบ</a>',
  ),
  'circulars/2568/new-0203/new.pdf': 'n'.repeat(50_000),
  'circulars/2568/new-0203/offices.json': '{"a":"it\'s \\n \\u2028"}',
  'offices/p11/index.html': page('/offices/p11/', ''),
  'offices/p12/index.html': page('/offices/p12/', ''),
  'api/v1/index.json': JSON.stringify({ asOf: '2026-03-09' }),
  'my/data/p11.json': JSON.stringify(area('p11', ['2567/old-0101'])),
  'my/data/p12.json': JSON.stringify(area('p12', ['2568/new-0203', '2567/old-0101'])),
  'feeds/all/rss.xml': '<rss/>',
  '404.html': page('/404/', ''),
  '_astro/x.css': '@font-face{src:url(/_astro/f.woff2)}',
  '_astro/f.woff2': 'font',
  '_astro/page.js': 'import{a}from"./shared.js";fetch("/my/data/p11.json").then(a);',
  '_astro/shared.js':
    'export const a=()=>new Worker(new URL(""+new URL("worker-A1.js",import.meta.url).href,import.meta.url),{type:"module"});',
  '_astro/worker-A1.js': 'self.addEventListener("message",()=>self.postMessage(location.href));',
  'search-index/index.json': '{"layout":1,"folder":"0123","pages":1,"stamp":1}',
  'search-index/0123/start.bin': 'index',
  'search-index/0123/b0.bin': 'first',
  'search-index/0123/b1.bin': 'second',
});

/** Writes files below a folder. */
export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
};
