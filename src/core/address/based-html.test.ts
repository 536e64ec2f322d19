import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { htmlUnderBase, jsonUnderBase } from './based-html.ts';

describe('htmlUnderBase', () => {
  it.each([
    ['<a href="/manuals/">ก</a>', '<a href="/sub/manuals/">ก</a>'],
    ["<a class='a' href='/manuals/'>ก</a>", "<a class='a' href='/sub/manuals/'>ก</a>"],
    ['<a href="/">ก</a>', '<a href="/sub/">ก</a>'],
    ['<A HREF="/a">ก</A>', '<A HREF="/sub/a">ก</A>'],
    ['<link rel="icon" href="/favicon.svg"/>', '<link rel="icon" href="/sub/favicon.svg"/>'],
    [
      '<script type="module" src="/_astro/a.js"></script>',
      '<script type="module" src="/sub/_astro/a.js"></script>',
    ],
    ['<form action="/search/" method="get">', '<form action="/sub/search/" method="get">'],
    ['<use href="/map/a.svg#p10">', '<use href="/sub/map/a.svg#p10">'],
    ['<use xlink:href="/map/a.svg#p10">', '<use xlink:href="/sub/map/a.svg#p10">'],
    [
      '<img srcset="/a.webp 1x, /b.webp 2x, https://a.test/c.webp 3x">',
      '<img srcset="/sub/a.webp 1x, /sub/b.webp 2x, https://a.test/c.webp 3x">',
    ],
    [
      '<meta http-equiv="refresh" content="0;url=/circulars/2567/a/#b">',
      '<meta http-equiv="refresh" content="0;url=/sub/circulars/2567/a/#b">',
    ],
    ['<a data-to="/manuals/a/">', '<a data-to="/sub/manuals/a/">'],
    [
      '<div data-list="{&quot;href&quot;:&quot;/a/&quot;}">',
      '<div data-list="{&quot;href&quot;:&quot;/sub/a/&quot;}">',
    ],
    [
      '<div data-list="{&#34;href&#34;:&#34;/a/&#34;}">',
      '<div data-list="{&#34;href&#34;:&#34;/sub/a/&#34;}">',
    ],
    ['<title>a</title><a href="/b">', '<title>a</title><a href="/sub/b">'],
    ['<a title="1 > 0" href="/b">', '<a title="1 > 0" href="/sub/b">'],
    ['ก < ข <a href="/b">', 'ก < ข <a href="/sub/b">'],
    ['<!-- a > b --><a href="/b">', '<!-- a > b --><a href="/sub/b">'],
  ])('gives the base to %s', (html, expected) => {
    expect(htmlUnderBase(html, '/sub')).toBe(expected);
    expect(htmlUnderBase(html, '')).toBe(html);
  });

  it.each([
    '<a href="https://a.test/b/">ก</a>',
    '<a href="//a.test/b/">ก</a>',
    '<a href="#part">ก</a>',
    '<a href="file.pdf">ก</a>',
    '<a href="mailto:a@a.test?subject=/a">ก</a>',
    '<p>href="/manuals/"</p>',
    '<code>&lt;a href="/manuals/"></code>',
    '<meta name="description" content="/manuals/ คืออะไร">',
    '<meta name="description" content="เขียน url=/manuals/ ได้">',
    '<p title="/manuals/">',
    '<button data-copy="/ว ๒๐๐๗">',
    '<button data-copy="/a b">',
    '<!-- <a href="/a"> -->',
    '<script type="application/ld+json">{"href":"/a","b":"<a href=\\"/c\\">"}</script>',
    '<script>a = \'<a href="/a">\'</script>',
    '<style>a { background: url("/a.png") }</style>',
    '<TEXTAREA><a href="/a"></TextArea>',
    '<title>คู่มือ <a href="/a"></title>',
    '<script>',
    '<!-- <a href="/a">',
    '<a href="/a',
  ])('leaves %s', (html) => expect(htmlUnderBase(html, '/sub')).toBe(html));

  it('changes nothing but addresses, whatever the page holds', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '=',
      'ก',
      ' ',
      '-->',
      '<!--',
      '<a href="/',
      '<script>',
      '</script>',
      '&quot;',
      'data-a="/b"',
      'srcset="/a, /b"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('');
        expect(htmlUnderBase(html, '/~base~').replaceAll('/~base~', '')).toBe(html);
      }),
    );
  });
});

it.each(['<a "', '<a href="/b"', '<a href="/b">', '<!--', '<title>', '<', '<a x', '<a \'"'])(
  'takes a time in proportion to a page of %s',
  (piece) => {
    const make = (size: number) => `${piece.repeat(size)}/>`;
    expect(growthOf(make, (html) => htmlUnderBase(html, '/sub'))).toBeLessThan(LINEAR);
  },
);

describe('jsonUnderBase', () => {
  it.each([
    ['{"href":"/a/","name":"/b/"}', '{"href":"/sub/a/","name":"/b/"}'],
    ['[{"href":"/a/#b","n":1.5}]', '[{"href":"/sub/a/#b","n":1.5}]'],
    ['{"href":"https://a.test/"}', '{"href":"https://a.test/"}'],
    ['{"href":"//a.test/"}', '{"href":"//a.test/"}'],
    ['{"text":"\\"href\\":\\"/a/\\""}', '{"text":"\\"href\\":\\"/a/\\""}'],
    [
      '{"chain":"<p><a href=\\"/a/\\">ก</a></p>"}',
      '{"chain":"<p><a href=\\"/sub/a/\\">ก</a></p>"}',
    ],
    ['{"text":"a href=\\"/a/\\""}', '{"text":"a href=\\"/a/\\""}'],
    ['{"paths":{"/a/":{}}}', '{"paths":{"/a/":{}}}'],
    ['["/a/"]', '["/a/"]'],
  ])('of %s', (json, expected) => {
    expect(jsonUnderBase(json, '/sub')).toBe(expected);
    expect(jsonUnderBase(json, '')).toBe(json);
  });
});
