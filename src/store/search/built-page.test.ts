import { describe, expect, it } from 'vitest';
import { readBuiltPage } from './built-page.ts';

const PAGE = `<!doctype html><html lang="th"><head><title>x</title>
<meta data-pagefind-meta="number[content]" content="มท 0808.4/ว 2007">
<meta data-pagefind-meta="identity[content]" content="ชม 0023.15/6698">
<meta data-pagefind-meta="force[content]" content="superseded">
<meta data-pagefind-filter="kind[content]" content="circulars">
<meta data-pagefind-sort="date[content]" content="2024-09-17">
</head><body><header>เมนู</header>
<main><div data-pagefind-body><nav data-pagefind-ignore>หน้าแรก</nav><h1>แนวทาง<wbr>ใช้งาน</h1><p>สรุป</p></div>
<article data-pagefind-body><h2 id="a">สิ่งที่<b>ต้อง</b>ทำ</h2>
<p>ยืนยัน<em>ตัวตน</em>ก่อน</p><ul><li>หนึ่ง</li><li>สอง &amp; สาม</li></ul>
<h2 id="b"><span class="visually-hidden">หมวด </span>ติดต่อ</h2><p>ส าหรับเจ้าหน้าที่<script>alert(1)</script></p></article>
</main></body></html>`;

describe('readBuiltPage', () => {
  const page = readBuiltPage(PAGE, '/x/');

  it('keeps the text as people read it: one line a block, nothing between inline elements', () => {
    expect(page?.text).toBe('สรุป\nสิ่งที่ต้องทำ\nยืนยันตัวตนก่อน\nหนึ่ง\nสอง & สาม\nติดต่อ\nสำหรับเจ้าหน้าที่');
  });

  it('keeps title, headings with their places, and what the page says of itself', () => {
    expect(page).toMatchObject({
      url: '/x/',
      title: 'แนวทางใช้งาน',
      identities: ['มท 0808.4/ว 2007', 'ชม 0023.15/6698'],
      filters: { kind: ['circulars'] },
      sorts: { date: '2024-09-17' },
      demoted: true,
    });
    // What a page is only found by, no result shows.
    expect(page?.meta).toEqual({ number: 'มท 0808.4/ว 2007', force: 'superseded' });
    expect(
      page?.sections.map(({ id, title, start, level }) => [
        id,
        title,
        level,
        page.text.slice(start).split('\n')[0],
      ]),
    ).toEqual([
      ['a', 'สิ่งที่ต้องทำ', 2, 'ยืนยันตัวตนก่อน'],
      ['b', 'ติดต่อ', 2, 'สำหรับเจ้าหน้าที่'],
    ]);
  });

  it.each([
    ['<p>ก <b> ข</b> </p> <p> ค</p>', 'ก ข\nค'],
    ['<p> <b> </b>ก</p>', 'ก'],
    ['<p>ก<b> </b></p><p></p><p>ข</p>', 'ก\nข'],
    ['<p>ก\u00A0 \n<br>\n<br>ข</p>', 'ก\nข'],
    ['<p>ก</p>  ', 'ก'],
    ['<p> </p>', ''],
  ])('keeps one space between words and none at the edges of a line: %j', (body, text) => {
    expect(readBuiltPage(`<main data-pagefind-body>${body}</main>`, '/')?.text).toBe(text);
  });

  it('has a section for each row that is marked as one, from the beginning of its text', () => {
    const body = `<h1 data-pagefind-body>รายรับ</h1><table><tr id="a1"><th data-pagefind-body data-search-section="a1"><a href="/x/">ตำบล<wbr>บ้านกลาง</a></th><td>10</td></tr>
      <tr><th data-pagefind-body data-search-section="a2">ตำบลบ้านใต้</th></tr><tr><th data-search-section="a3">ตำบลอื่น</th></tr></table>`;
    const { title, text, sections } = readBuiltPage(body, '/') ?? {};
    expect({ title, text }).toEqual({ title: 'รายรับ', text: 'ตำบลบ้านกลาง\nตำบลบ้านใต้' });
    expect(sections).toEqual([
      { id: 'a1', title: 'ตำบลบ้านกลาง', start: 0 },
      { id: 'a2', title: 'ตำบลบ้านใต้', start: 13 },
    ]);
  });

  it('leaves out numbers and dates that are examples of what can be typed', () => {
    const body =
      '<p>เช่น <code>ว 9901</code> หรือ <kbd>๑ ม.ค. ๖๘</kbd> แล้วพิมพ์ <code>รหัส</code> ว 219</p>';
    const page = readBuiltPage(`<main data-pagefind-body>${body}</main>`, '/');
    expect(page?.text).toBe('เช่น … หรือ … แล้วพิมพ์ รหัส ว 219');
  });

  it('leaves a page out that has nothing to be found by', () => {
    expect(readBuiltPage('<html><body><h1>รายการ</h1></body></html>', '/')).toBeNull();
  });
});
