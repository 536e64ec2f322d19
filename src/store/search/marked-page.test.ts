import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkedPage } from './marked-page.ts';

const page = (body: string, { head = '', useBody = false, html = '<html lang="th-TH">' } = {}) =>
  readMarkedPage(
    `<!doctype html>${html}<head>${head}</head><body>${body}</body></html>`,
    '/x/',
    useBody,
  );
const textOf = (body: string, useBody = false): string => page(body, { useBody }).document.text;

describe('the text of a page', () => {
  it.each([
    ['<nav>เมนู</nav><p>ก</p><footer>ท้าย</footer><form>ฟอร์ม</form>', 'ก'],
    ['<p>ก <b>ข</b>ค</p><ul><li>ง</li><li>จ</li></ul>', 'ก ขค\nง\nจ'],
    ['<p>ก<br>ข</p><script>x</script><style>y</style><svg><text>z</text></svg>', 'ก\nข'],
    ['<div data-pagefind-ignore>ก</div><p data-pagefind-ignore="all">ข</p>ค', 'ค'],
    ['<div data-pagefind-ignore="index">ก<p>ข</p></div>ค', 'ค'],
    ['<h1>ชื่อ</h1><h1>อีกชื่อ</h1><p>ก</p>', 'อีกชื่อ\nก'],
    [
      '<p>ก</p><img alt="ภาพ" title="ชื่อภาพ" data-pagefind-index-attrs="title, alt"><p>ข</p>',
      'ก\nชื่อภาพ ภาพ\nข',
    ],
    ['<p>ก &amp; ข &lt;ค&gt;</p>', 'ก & ข <ค>'],
  ])('of %s', (body, text) => expect(textOf(body)).toBe(text));

  it.each([
    ['ก<main data-pagefind-body><p>ข</p><aside data-pagefind-ignore>ค</aside></main>ง', 'ข'],
    ['<p data-pagefind-body>ก</p>ข<p data-pagefind-body>ค</p>', 'ก\nค'],
    ['<div data-pagefind-ignore><p data-pagefind-body>ก</p></div>', 'ก'],
    ['<div data-pagefind-ignore="all"><p data-pagefind-body>ก</p></div>', ''],
    ['<main data-pagefind-body><nav>เมนู<p>ข</p></nav>ก</main>', 'ก'],
  ])('of the marked bodies of %s', (body, text) => expect(textOf(body, true)).toBe(text));

  it('has its headings in place, with their levels', () => {
    const { text, sections } = page(
      '<main><h1 id="t">ชื่อ</h1><p>ก</p><h2 id="a">หัว<b>ข้อ</b></h2><p>ข</p><h3 id="b b"> ย่อย </h3>ค<h4>ไม่มี</h4></main>',
    ).document;
    expect(
      sections.map(({ id, title, level, start }) => [
        id,
        title,
        level,
        text.slice(start, start + 1),
      ]),
    ).toEqual([
      ['a', 'หัวข้อ', 2, 'ข'],
      ['bb', 'ย่อย', 3, 'ค'],
    ]);
  });
});

describe('what a page says of itself', () => {
  it.each<[what: string, body: string, head: string, meta: object]>([
    [
      'heading and image',
      '<img src="a.png"><h1> ชื่อ\n เรื่อง</h1><img src="b.png" alt="ภาพ"><img src="c.png">',
      '<title>ท</title>',
      { title: 'ชื่อ เรื่อง', image: 'b.png', image_alt: 'ภาพ' },
    ],
    [
      'the title of the page where there is no heading',
      '<p>ก</p>',
      '<title>ท - เว็บ</title>',
      { title: 'ท - เว็บ' },
    ],
    [
      'what marks name instead',
      '<h1>ชื่อ</h1><p data-pagefind-meta="title">อีกชื่อ</p><img src="b.png" data-pagefind-meta="image[src], image_alt[alt]" alt="ข">',
      '',
      { title: 'อีกชื่อ', image: 'b.png', image_alt: 'ข' },
    ],
    [
      'values within marks',
      '<h1 data-pagefind-meta="date:2022-06-01 12:30">ชื่อ</h1>',
      '',
      { title: 'ชื่อ', date: '2022-06-01 12:30' },
    ],
    [
      'several marks',
      '<a href="/" title="หน้าแรก" data-pagefind-meta="link, link_title[title], other:ข้อความ, ถึงท้าย">ไป</a>',
      '',
      { link: 'ไป', link_title: 'หน้าแรก', other: 'ข้อความ, ถึงท้าย' },
    ],
    [
      'defaults, unless it says otherwise',
      '<h1>ชื่อ</h1><p data-pagefind-meta="a:2"></p>',
      '<meta data-pagefind-default-meta="a:1"><meta data-pagefind-default-meta="image[content]" content="/d.png">',
      { title: 'ชื่อ', a: '2', image: '/d.png' },
    ],
    [
      'values in the head, and in what is ignored',
      '<div data-pagefind-ignore data-pagefind-meta="a">ก</div><div data-pagefind-ignore="all" data-pagefind-meta="b">ข</div>',
      '<meta data-pagefind-meta="c[content]" content="ค">',
      { a: 'ก', c: 'ค' },
    ],
    [
      'no text of ignored parts',
      '<p data-pagefind-meta="a">ก<span data-pagefind-ignore>ข</span>ค</p>',
      '',
      { a: 'กค' },
    ],
    [
      'the last of several values',
      '<i data-pagefind-meta="a:1"></i><i data-pagefind-meta="a:2"></i><i data-pagefind-meta="a"></i>',
      '',
      { a: '2' },
    ],
  ])('is %s', (_, body, head, meta) => {
    const { title, meta: others } = page(body, { head }).document;
    expect(title === '' ? others : { title, ...others }).toEqual(meta);
  });

  it('is filters with all their values, and one value for each order', () => {
    const { filters, sorts } = page(
      `<h1 data-section="คู่มือ" data-pagefind-filter="heading, tag[data-section], author:สมมติ, ถึงท้าย">ชื่อ</h1>
       <b data-pagefind-filter="tag">ข่าว</b><b data-pagefind-filter="tag">ข่าว</b>
       <p data-w="10" data-pagefind-sort="weight[data-w], date:2022-06-01"></p>`,
    ).document;
    expect(filters).toEqual({ heading: ['ชื่อ'], tag: ['คู่มือ', 'ข่าว'], author: ['สมมติ, ถึงท้าย'] });
    expect(sorts).toEqual({ weight: '10', date: '2022-06-01' });
  });

  it('has weights: heavy parts are found like titles, light pages below others', () => {
    const { identities, demoted } = page(
      '<h1>ก</h1><p data-pagefind-weight="10">สรุป</p><p data-pagefind-weight="1.5">ข</p>',
    ).document;
    expect([identities, demoted]).toEqual([['สรุป'], false]);
    expect(
      page('<main data-pagefind-body data-pagefind-weight="0.5">ก</main>').document.demoted,
    ).toBe(true);
    expect(page('<h1>ก</h1><p data-pagefind-meta="title:ข"></p>').document.identities).toEqual([
      'ก',
    ]);
  });

  it.each([
    ['<html lang="th-TH">', 'th-th'],
    ['<html lang="EN_us">', 'en-us'],
    ['<html lang="">', 'unknown'],
    ['<html>', 'unknown'],
    ['<html lang="../x">', 'unknown'],
  ])('is its language: %s', (html, language) =>
    expect(page('ก', { html }).language).toBe(language),
  );
});

describe('wrong marks', () => {
  it.each([
    ['<p data-pagefind-meta="">', 'data-pagefind-meta="" names nothing'],
    ['<p data-pagefind-meta="a[src">', 'names nothing'],
    ['<p data-pagefind-meta="a, , b">', 'names nothing'],
    ['<p data-pagefind-sort="a[x]:1">', 'names nothing'],
    ['<p data-pagefind-filter="any">', 'the name "any"'],
    ['<p data-pagefind-ignore="yes">', 'neither index nor all'],
    ['<p data-pagefind-weight="heavy">', 'is no weight'],
    ['<p data-pagefind-weight="11">', 'is no weight'],
    ['<p data-pagefind-weight="-1">', 'is no weight'],
  ])('%s', (mark, what) => {
    const { faults } = page(`\n<h1>ก</h1>\n\n${mark}`);
    expect(faults).toEqual([
      { line: 4, what: expect.stringContaining(what), fix: expect.any(String) },
    ]);
  });

  it('are not seen where there are none', () => {
    expect(
      page('<p data-pagefind-meta="a:1:2[x]" data-pagefind-weight="0.5" data-pagefind-ignore>')
        .faults,
    ).toEqual([]);
  });
});

it('reads any HTML', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<h1>',
    '</h1>',
    '<h2 id=a>',
    '</h2>',
    'ก',
    ' ข ',
    '<div data-pagefind-body>',
    '</div>',
    '<br>',
    '<nav>',
    '</nav>',
    '<i data-pagefind-meta=x>',
    '</i>',
    '<svg><path/>',
    '</svg>',
    '<i data-pagefind-ignore=all>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, useBody) => {
      const { text, sections } = page(pieces.join(''), { useBody }).document;
      expect(text).toBe(text.trim());
      for (const { start } of sections) expect(start).toBeLessThanOrEqual(text.length + 1);
    }),
  );
});
