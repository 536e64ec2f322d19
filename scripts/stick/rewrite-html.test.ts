import { describe, expect, it } from 'vitest';
import { PageRewriter } from './rewrite-html.ts';

const HERE = new Map(
  [
    'index.html',
    'faq/index.html',
    'search/index.html',
    'circulars/2567/a/index.html',
    'circulars/2567/a/ก & ข.pdf',
    '_astro/x.css',
    'a.png',
    'b.png',
  ].map((path) => [path, path]),
);
HERE.set('forms/con.pdf', 'forms/_con.pdf');

const rewriter = (base = '') =>
  new PageRewriter({
    base,
    origin: 'https://wian.example',
    placeOf: (file) => HERE.get(file) ?? null,
    linked: () => {},
    scriptOf: (file) => (file === '_astro/y.js' ? 'stick/js/y.js' : null),
    shapesOf: (file) => (file === 'map/th.svg' ? 'stick/js/th.svg.js' : null),
    notHere: 'ไม่ได้อยู่ในชุดนี้:',
    head: (up) => `<link up="${up}">`,
    note: (up) => `<p up="${up}">`,
  });
const PAGE = 'circulars/2567/a/index.html';
const UP = '../../../';

describe('a page of a stick', () => {
  it.each([
    ['<a href="/">ก</a>', `<a href="${UP}index.html">ก</a>`],
    [
      "<a class=b href='/faq/?a=1&amp;b=2#c'>",
      `<a class=b href="${UP}faq/index.html?a=1&amp;b=2#c">`,
    ],
    ['<a href=/faq/>', `<a href="${UP}faq/index.html">`],
    ['<A HREF="/faq">', `<A href="${UP}faq/index.html">`],
    ['<a href="../a/">', `<a href="${UP}circulars/2567/a/index.html">`],
    [
      '<a href="%E0%B8%81%20&amp;%20%E0%B8%82.pdf" download>',
      `<a href="${UP}circulars/2567/a/%E0%B8%81%20%26%20%E0%B8%82.pdf" download>`,
    ],
    ['<a href="/forms/con.pdf">', `<a href="${UP}forms/_con.pdf">`],
    ['<a href="#x">', '<a href="#x">'],
    ['<a href="?day=1">', '<a href="?day=1">'],
    ['<a href="https://wian.example/faq/">', '<a href="https://wian.example/faq/">'],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['<a name="x" title="/faq/">', '<a name="x" title="/faq/">'],
    [
      '<form action="/search/" method="get">',
      `<form action="${UP}search/index.html" method="get">`,
    ],
    [
      '<img src="/a.png" srcset="/a.png 1x, /b.png 2x">',
      `<img src="${UP}a.png" srcset="${UP}a.png 1x, ${UP}b.png 2x">`,
    ],
    ['<img alt="ก" src="/gone.png">', '<img alt="ก" >'],
    [
      '<link rel="stylesheet" href="/_astro/x.css">',
      `<link rel="stylesheet" href="${UP}_astro/x.css">`,
    ],
    ['<link rel="preload" href="/a.png" as="image">', ''],
    ['<link rel="alternate" href="/feeds/all/rss.xml">', ''],
    [
      '<link rel="canonical" href="https://wian.example/">',
      '<link rel="canonical" href="https://wian.example/">',
    ],
    [
      '<script type="module" src="/_astro/y.js"></script>',
      `<script defer src="${UP}stick/js/y.js"></script>`,
    ],
    ['<script async src="/embed.js"></script>', '<script type="text/plain"></script>'],
    [
      '<script type="application/ld+json">{"url":"<a href=\\"/\\">"}</script>',
      '<script type="application/ld+json">{"url":"<a href=\\"/\\">"}</script>',
    ],
    ['<!-- <a href="/"> -->', '<!-- <a href="/"> -->'],
    ['<title><a href="/"></title>', '<title><a href="/"></title>'],
    ['<textarea><a href="/"></textarea>', '<textarea><a href="/"></textarea>'],
    [
      '<meta http-equiv="refresh" content="0;url=/faq/#a">',
      `<meta http-equiv="refresh" content="0;url=${UP}faq/index.html#a">`,
    ],
    ['<meta http-equiv="refresh" content="0;url=/gone/">', ''],
    ['<meta content="/faq/" name="x">', '<meta content="/faq/" name="x">'],
    ['<svg><use href="#a"/></svg>', '<svg><use href="#a"/></svg>'],
    [
      '<body><svg><use href="/map/th.svg#p1"/></svg></body>',
      `<body><svg><use href="#p1"/></svg><script defer src="${UP}stick/js/th.svg.js"></script></body>`,
    ],
    [
      '<head></head><main id="m"><main>',
      `<head><link up="${UP}"></head><p up="${UP}"><main id="m"><main>`,
    ],
    [
      '<a class="c" href="/feeds/x.xml?a=1&amp;b">ฟีด <b>x</b></a><a href="/">',
      `<span data-not-on-stick class="c">ฟีด <b>x</b> <small>(ไม่ได้อยู่ในชุดนี้: https://wian.example/feeds/x.xml?a=1&amp;b)</small></span><a href="${UP}index.html">`,
    ],
    [
      '<a href="/circulars/2568/b/">ข</a>',
      '<span data-not-on-stick>ข <small>(ไม่ได้อยู่ในชุดนี้: https://wian.example/circulars/2568/b/)</small></span>',
    ],
  ])('has %s as %s', (html, made) => {
    expect(rewriter().rewrite(html, PAGE, PAGE)).toBe(made);
  });

  it.each([
    ['<a href="/sub/faq/">', `<a href="${UP}faq/index.html">`],
    ['<a href="/sub">', `<a href="${UP}index.html">`],
    ['<a href="/other/">', '<a href="https://wian.example/other/">'],
    [
      '<a href="/sub/gone/">x</a>',
      '<span data-not-on-stick>x <small>(ไม่ได้อยู่ในชุดนี้: https://wian.example/sub/gone/)</small></span>',
    ],
  ])('of a portal under a path has %s as %s', (html, made) => {
    expect(rewriter('/sub').rewrite(html, PAGE, PAGE)).toBe(made);
  });

  it('is relative to where it lies', () => {
    const pages = rewriter();
    const link = '<a href="/faq/">';
    expect(pages.rewrite(link, 'index.html', 'index.html')).toBe('<a href="faq/index.html">');
    expect(pages.rewrite(link, 'faq/index.html', 'faq/index.html')).toBe(
      '<a href="../faq/index.html">',
    );
    expect(pages.rewrite(link, 'index.html', 'index.html')).toBe('<a href="faq/index.html">');
  });
});
