import { describe, expect, it } from 'vitest';
import {
  ATTACHMENT_NUMBERS,
  added,
  CIRCULAR,
  checked,
  checkedAgain,
  type Files,
  GOOD,
  GUIDE,
  GUIDE_FIELDS,
  LAW,
  LETTERS,
  MANUAL,
  MOVED,
  MOVEMENTS,
  moved,
  OFFICES,
  PAGE,
  pdf,
  REGISTER,
  removed,
  replaced,
  SHORT_CODES,
} from './good-content.ts';

type Case = readonly [name: string, files: Files];

const page = (from: string, to: string) => replaced(GOOD, PAGE, from, to);
const letters = (from: string, to: string) => replaced(GOOD, LETTERS, from, to);
const manual = (from: string, to: string) => replaced(GOOD, MANUAL, from, to);
const law = (from: string, to: string) => replaced(GOOD, LAW, from, to);
const body = (text: string) => manual('เปิดระบบแล้วกดปุ่ม', text);
const question = (fields: string) =>
  added(
    GOOD,
    'content/faq/x.mdx',
    `---\ntitle: ก\nsummary: ข\npublished: "2026-11-21"\ntopic: ค\norder: 1\n${fields}\n---\n`,
  );
const COPY = CIRCULAR.replace('w15-0402', 'w15-0402-2');

const cases: readonly Case[] = [
  // fields
  ['a missing field', page('title: วิธีเข้าใช้งาน\n', '')],
  ['an unknown field', page('summary:', 'sumary:')],
  ['a page of a day to come', page('published: "2026-11-21"', 'published: "2031-11-21"')],
  [
    'a draft of a day to come',
    page('published: "2026-11-21"', 'draft: true\npublished: "2031-11-21"'),
  ],
  [
    'a change of a day to come',
    manual(
      'published: "2026-11-21"',
      'published: "2026-11-21"\nchanges: [{date: "2031-01-02", note: ก}]',
    ),
  ],
  ['a letter of a day to come', page('date: "2025-04-02"', 'date: "2043-04-02"')],
  [
    'a doubtful letter of a day to come',
    page(
      'date: "2025-04-02"',
      'date: {doubt: unclear, readings: [{read: ๒ เมษายน ๒๕๘๖, value: "2043-04-02", source: letter}]}',
    ),
  ],
  ['a letter of a month to come', page('date: "2025-04-02"', 'date: "2043-04"')],
  ['an impossible date', page('date: "2025-04-02"', 'date: "2025-04-31"')],
  ['a two-digit year', page('date: "2025-04-02"', 'date: 68-04-02')],
  ['a Buddhist-era year', page('date: "2025-04-02"', 'date: "2568-04-02"')],
  [
    'a list of recipients of the digest',
    added(
      GOOD,
      'content/faq/list.csv',
      'address,sections,offices,roles,language,token\nclerk@office.go.th,,,,th,a1b2c3d4e5f60718\n',
    ),
  ],
  ['secrecy', page('secrecy: normal', 'secrecy: secret')],
  [
    'secrecy of a covering letter',
    letters('ตำบล ทุกแห่ง\n  secrecy: normal', 'ตำบล ทุกแห่ง\n  secrecy: confidential'),
  ],
  ['a repeal without its letter', page('status: unknown', 'status: cancelled')],
  ['YAML that cannot be read', page('title: วิธีเข้าใช้งาน', 'title: วิธี: เข้าใช้งาน')],
  ['a field twice', page('title: วิธีเข้าใช้งาน', 'title: วิธีเข้าใช้งาน\ntitle: อีกชื่อ')],
  ['no front matter', added(GOOD, 'content/news/x.mdx', 'ข่าว')],
  [
    'an unknown field of a draft',
    added(
      GOOD,
      'content/faq/x.mdx',
      '---\ndraft: true\ntitle: ก\nsummary: ข\npublished: "2026-11-21"\ntopic: ค\norder: 1\ncolour: แดง\n---\n',
    ),
  ],
  ['an information system that is none', manual('order: 1', 'order: 1\nsystem: newelaas')],
  [
    'a draft published with its skeleton',
    body(`## ใครต้องทำอะไร\n\nเขียนสิ่งที่แต่ละฝ่ายต้องทำตรงนี้ แล้วลบบรรทัดนี้`),
  ],
  ['a draft published with its summary', page('summary: ยืนยัน', 'summary: ฉบับร่างที่อ่านด้วยเครื่อง ยืนยัน')],
  // files
  ['a file that nothing reads', added(GOOD, 'content/manuals/x.md', '')],
  ['a kind that is not', added(GOOD, 'content/blog/x.mdx', '')],
  ['a folder without a page', added(GOOD, 'content/forms/x/form.docx', '')],
  ['a page twice', added(GOOD, 'content/manuals/sign-in/index.mdx', GOOD.get(MANUAL) as string)],
  // references
  [
    'a reference to nothing',
    page(
      '    - number: มท 0808.4/ว 9\n      date: "2024-01-15"\n      record: laws/old-letter',
      '    - number: มท 0808.4/ว 9\n      date: "2024-01-15"\n      record: laws/none',
    ),
  ],
  [
    'a source that is not there',
    manual('sources: [circulars/2568/dla-0808-4-w15-0402]', 'sources: [circulars/2568/none]'),
  ],
  [
    'a reading of a page that names no record',
    law(
      'number: มท 0808.4/ว 9',
      'number: {value: มท 0808.4/ว 9, doubt: cited, readings: [{read: ๙, value: มท 0808.4/ว 9, source: circulars/2568/none}]}',
    ),
  ],
  ['an answer that is not there', question('answeredBy: [forms/none]')],
  ['an answer that is no form or manual', question('answeredBy: [laws/old-letter]')],
  ['an answer named twice', question('answeredBy: [manuals/sign-in, manuals/sign-in]')],
  [
    'an answer that is also read next',
    question('related: [manuals/sign-in]\nansweredBy: [manuals/sign-in]'),
  ],
  ['a related record that is not there', manual('order: 1', 'order: 1\nrelated: [faq/none]')],
  [
    'a published page that relies on a draft',
    page('title: วิธีเข้าใช้งาน', 'draft: true\ntitle: วิธีเข้าใช้งาน'),
  ],
  [
    'a reference of a covering letter to nothing',
    letters(
      'key: fang\n',
      'key: fang\n  references: [{number: ชม 0023.5/ว 1, date: "2025-01-01", record: laws/none}]\n',
    ),
  ],
  // force
  [
    'a legal force by a letter that is not there',
    law('by: circulars/2568/dla-0808-4-w15-0402', 'by: circulars/2568/none'),
  ],
  [
    'a repeal that the letter does not say',
    page(
      'cancels:\n  - number: มท 0808.4/ว 9\n    date: "2024-01-15"\n    record: laws/old-letter\n',
      '',
    ),
  ],
  [
    'a cancelled letter that is not marked',
    law('{status: cancelled, by: circulars/2568/dla-0808-4-w15-0402}', '{status: unknown}'),
  ],
  [
    'a letter cancelled by itself',
    page('status: unknown', 'status: cancelled\n  by: circulars/2568/dla-0808-4-w15-0402'),
  ],
  [
    'a letter that expired on no day',
    page('status: unknown', 'status: expired\n  by: laws/old-letter'),
  ],
  [
    'a page marked on a day to come',
    page('status: unknown', 'status: expired\n  by: laws/old-letter\n  recorded: "2027-01-01"'),
  ],
  ['a page marked before it was there', law('w15-0402}', 'w15-0402, recorded: "2024-01-15"}')],
  // chain
  ['an action of no letter of the chain', page('source: chiang-mai', 'source: chiang-rai')],
  [
    'a covering letter that passes on none',
    letters('passesOn: chiang-mai', 'passesOn: chiang-rai'),
  ],
  ['a covering letter that passes on itself', letters('passesOn: chiang-mai', 'passesOn: fang')],
  ['a reading of no letter of the chain', letters('source: fang', 'source: fanng')],
  ['two covering letters of one key', letters('key: fang', 'key: chiang-mai')],
  // attachments
  ['an attachment that is missing', removed(GOOD, GUIDE)],
  ['an attachment of another size and digest', added(GOOD, GUIDE, pdf('Changed, and longer'))],
  [
    'a successor that is not there',
    page('    file: guide.pdf', '    file: guide.pdf\n    replacedBy: guide-2.pdf'),
  ],
  [
    'an attachment said to be missing that had a file',
    removed(page(GUIDE_FIELDS, '    missing: ถอนแล้ว'), GUIDE),
  ],
  [
    'an attachment that was withdrawn and still lies there',
    page(GUIDE_FIELDS, '    withdrawn: {file: guide.pdf, date: 2026-11-28, reason: privacy}'),
  ],
  [
    'an attachment withdrawn for a reason that is none',
    removed(
      page(GUIDE_FIELDS, '    withdrawn: {file: guide.pdf, date: 2026-11-28, reason: privat}'),
      GUIDE,
    ),
  ],
  [
    'a slip in a file name',
    page('    file: guide.pdf', '    file: giude.pdf\n    replacedBy: giude.pdf'),
  ],
  ['a slip in the address of a link', manual('เปิดระบบแล้วกดปุ่ม', 'ดู [ที่นี่](/manuals/sing-in/)')],
  ['a file that no attachment names', added(GOOD, `${CIRCULAR}/notes.pdf`, 'x')],
  // movements and offices
  ['a movement of an impossible day', replaced(GOOD, MOVEMENTS, '2025-04-11', '2025-04-31')],
  ['a receipt before the letter was issued', replaced(GOOD, MOVEMENTS, '2025-04-11', '2025-01-15')],
  ['a movement of a day to come', replaced(GOOD, MOVEMENTS, '2025-04-11', '2027-04-11')],
  ['a movement of a kind that is not', replaced(GOOD, MOVEMENTS, '2,received', '2,recieved')],
  [
    'a movement left out',
    replaced(GOOD, MOVEMENTS, '2,received,p50,2025-04-11,,11775,,,,,chiang-mai,,\n', ''),
  ],
  ['a movement from no letter of the chain', replaced(GOOD, MOVEMENTS, 'chiang-mai', 'chiang-rai')],
  [
    'a movement at an office that is not',
    replaced(GOOD, MOVEMENTS, 'received,p50', 'received,p51'),
  ],
  [
    'a letter sent to an office that is not',
    replaced(GOOD, MOVEMENTS, 'districts;a500001', 'districts;a500002'),
  ],
  ['movements of other columns', replaced(GOOD, MOVEMENTS, 'corrects,note', 'corrects,remark')],
  ['an issuer that is no office', letters('issuer: d5009', 'issuer: d5010')],
  [
    'an addressee that is no office',
    letters('text: นายกเทศมนตรีตำบล ทุกแห่ง', 'text: นายกเทศมนตรีตำบล ทุกแห่ง\n      office: a500003'),
  ],
  ['a law of no office', law('issuer: dla', 'issuer: moi')],
  [
    'a registry with an impossible office',
    replaced(GOOD, OFFICES, 'd5009,district,อำเภอฝาง,,p50', 'd5009,district,อำเภอฝาง,,'),
  ],
  ['no registry', removed(GOOD, OFFICES)],
  // duplicates
  [
    'a letter that has two records',
    law('มท 0808.4/ว 9\ndate: "2024-01-15"', 'มท 0808.4/ว 15\ndate: "2025-04-02"'),
  ],
  [
    'a covering letter twice',
    letters(
      '- key: fang',
      `${GOOD.get(LETTERS)?.split('- key: fang')[0]?.replace('chiang-mai', 'again')}- key: fang`,
    ),
  ],
  [
    'a doubtful letter with the subject of another',
    law(
      'number: มท 0808.4/ว 9\ndate: "2024-01-15"',
      'subject: การเข้าใช้งานระบบ\ndate: 2025-04\nnumber: {doubt: conflict, readings: [{read: ๑๕, value: มท 0808.4/ว 15, source: letter}, {read: ๑๖, value: มท 0808.4/ว 16, source: letter}]}',
    ),
  ],
  // permanent ids
  ['an id that is not the folder', page('id: dla-0808-4-w15-0402', 'id: dla-0808-4-w15-0403')],
  ['another issuer than that of the id', page('issuer: dla', 'issuer: p50')],
  ['an issuer that no office is', page('issuer: dla', 'issuer: xyz')],
  [
    'a folder in another year',
    replaced(moved(GOOD, CIRCULAR, CIRCULAR.replace('2568', '2567')), REGISTER, ',2568,', ',2567,'),
  ],
  [
    'a changed id',
    replaced(
      moved(GOOD, CIRCULAR, COPY),
      COPY.concat('/index.mdx'),
      'id: dla-0808-4-w15-0402',
      'id: dla-0808-4-w15-0402-2',
    ),
  ],
  [
    'a circular that is gone',
    added(
      GOOD,
      REGISTER,
      `${GOOD.get(REGISTER)}dla-0808-4-w1-0101,2560,dla,มท 0808.4/ว 1,2017-01-01,2026-11-21\n`,
    ),
  ],
  [
    'a circular that is not registered',
    added(GOOD, REGISTER, 'id,year,issuer,number,date,minted\n'),
  ],
  ['no register', removed(GOOD, REGISTER)],
  ['no register of short codes', removed(GOOD, SHORT_CODES)],
  ['a short code that was changed', replaced(GOOD, SHORT_CODES, 'FVD2YV', 'FVD2YX')],
  ['a short code of another circular', replaced(GOOD, SHORT_CODES, 'FVD2YV', 'KC9Y5D')],
  ['no register of the numbers of attachments', removed(GOOD, ATTACHMENT_NUMBERS)],
  ['an attachment in another place', replaced(GOOD, ATTACHMENT_NUMBERS, 'guide.pdf', 'other.pdf')],
  ['an attachment that is gone', replaced(GOOD, ATTACHMENT_NUMBERS, ',1,', ',2,')],
  ['numbers of attachments without their columns', replaced(GOOD, ATTACHMENT_NUMBERS, 'file', 'x')],
  ['short codes without their columns', replaced(GOOD, SHORT_CODES, 'code', 'codes')],
  ['an address that moved to no page', replaced(GOOD, MOVED, 'sign-in', 'sign-out')],
  [
    'an id of another letter',
    replaced(GOOD, REGISTER, 'มท 0808.4/ว 15,2025-04-02', 'มท 0808.4/ว 14,2025-03-02'),
  ],
  [
    'an id registered twice',
    added(
      GOOD,
      REGISTER,
      `${GOOD.get(REGISTER)}dla-0808-4-w15-0402,2568,dla,มท 0808.4/ว 15,2025-04-02,2026-11-21\n`,
    ),
  ],
  ['a register line with a wrong value', replaced(GOOD, REGISTER, ',2026-11-21', ',21/11/2569')],
  ['a register without its columns', replaced(GOOD, REGISTER, 'minted', 'date minted')],
  ['a register that is no CSV', replaced(GOOD, REGISTER, ',2026-11-21', '')],
  // personal data
  ['a mobile number in a body', body('โทร ๐๘๐-๐๐๐ ๐๐๐๐')],
  ['a mobile number in front matter', page('0-2241-9000', '080 000 0000')],
  [
    'a private address in a covering letter',
    letters(
      'subject: การเข้าใช้งานระบบ\n  to:\n    - text: นายอำเภอ',
      'subject: ส่ง nobody@gmail.com\n  to:\n    - text: นายอำเภอ',
    ),
  ],
  [
    'a mobile number in a register',
    replaced(GOOD, OFFICES, 'องค์การบริหารส่วนจังหวัดเชียงใหม่', 'โทร 0800000000'),
  ],
  [
    'mobile numbers within a PDF',
    added(GOOD, GUIDE, pdf('Call 080-000-0000 or 090-000-0000, or write to nobody@gmail.com')),
  ],
  ['a mobile number with marks in it', body('โทร 08**0**-000&nbsp;0000')],
  ['a mobile number in an alternative text', body('![โทร 080\u200B000\u200B0000](guide.pdf)')],
  [
    'a mobile number in the name of a file',
    added(GOOD, `${CIRCULAR}/scan_080-000-0078.pdf`, pdf('Guide')),
  ],
  [
    'a mobile number in the name of a folder',
    added(GOOD, 'content/manuals/0800000078/index.mdx', GOOD.get(MANUAL) as string),
  ],
  [
    'a mobile number where another value belongs',
    page('phones: [0-2241-9000]', 'phones: [0-2241-9000]\n    fax: "080-000-0078"'),
  ],
  [
    'a mobile number in the properties of a PDF',
    added(GOOD, GUIDE, pdf('Guide', '/Title (Call 080-000-0078)')),
  ],
  // kinds of files
  ['a web page as an attachment', added(GOOD, `${CIRCULAR}/page.html`, '<p>ก</p>')],
  ['a web page that is called a PDF', added(GOOD, GUIDE, '<!DOCTYPE html><p>ก</p>')],
  ['a shortcut', added(GOOD, `${CIRCULAR}/web.url`, '[InternetShortcut]')],
  ['a document with macros', added(GOOD, `${CIRCULAR}/sums.xlsm`, 'x')],
  // metadata
  ['a PDF that names its writer', added(GOOD, GUIDE, pdf('Guide', '/Author (Somchai Made-Up)'))],
  [
    'a file that no entry names, with its writer',
    added(GOOD, 'content/manuals/notes/notes.pdf', pdf('Guide', '/Author (Somchai Made-Up)')),
  ],
  [
    'a wish for metadata that is no yes',
    page('    file: guide.pdf', '    keepMetadata: false\n    file: guide.pdf'),
  ],
  // secrecy
  [
    'a title that is marked as secret',
    replaced(GOOD, PAGE, 'title: วิธีเข้าใช้งาน', 'title: วิธีเข้าใช้งาน (ลับ)'),
  ],
  ['a circular with a line that is a mark', page('อ่าน [คู่มือ]', '[ลับมาก]\n\nอ่าน [คู่มือ]')],
  [
    'a covering letter that is marked as secret',
    letters(
      'subject: การเข้าใช้งานระบบ\n  to:\n    - text: นายอำเภอ',
      'subject: การเข้าใช้งานระบบ (มีความลับ)\n  to:\n    - text: นายอำเภอ',
    ),
  ],
  ['a PDF that is marked as secret', added(GOOD, GUIDE, pdf('TOP SECRET'))],
  ['a document that cannot be opened', added(GOOD, GUIDE, 'PK\u0003\u0004 cut short')],
  // bodies
  ['an unclosed brace', body('ให้กด {ปุ่ม')],
  ['a sign that MDX takes for an element', body('ถ้า ก <5 คน')],
  ['an unclosed element', body('<details>\n\nก')],
  ['an import', manual('## ขั้นตอน', "import A from './a.ts'\n\n## ขั้นตอน")],
  ['an expression', body('รวม {process.env.HOME}')],
  ['code between comments', body('รวม {/* ก */ 1 + 1 /* ข */}')],
  ['a picture that is a script', body('![ก](./script.js?.png)')],
  ['a link that runs code', body('[ก](javascript:alert)')],
  ['a script', body('<script>alert(1)</script>')],
  ['an attribute that is code', body('<span onclick="x()">ก</span>')],
  // links
  ['a link to no page', body('[ก](/manuals/none/)')],
  ['a link without a slash at its end', body('[ก](/about)')],
  ['a link to no heading', page('/manuals/sign-in/#ขั้นตอน', '/manuals/sign-in/#ขั้น')],
  ['a link to no section', body('[ก](/nothing/)')],
  ['a link to a page that moved', body('[ก](/manuals/log-in/#ก)')],
  ['a picture without a description', body('![](./a.png) ![ ](./a.png)')],
  ['an element of a picture without a description', body('<img src="./a.png" />')],
  ['a picture by reference without a description', body('![][a]\n\n[a]: ./a.png\n\n')],
  ['a picture that is not there', body('![ก](/nothing.png)')],
  ['a link to no heading of the same page', body('[ก](#ไม่มี)')],
  ['a link to no file', page('](guide.pdf)', '](guide2.pdf)')],
  ['a link that is no address', body('[ก](http://[)')],
  [
    'a link to a draft',
    replaced(
      added(
        GOOD,
        'content/news/x.mdx',
        '---\ndraft: true\ntitle: ก\nsummary: ข\npublished: "2026-11-21"\n---\n',
      ),
      MANUAL,
      'เปิดระบบแล้วกดปุ่ม',
      '[ก](/news/x/)',
    ),
  ],
];

it('takes a movement from a slip', async () => {
  const bySlip = replaced(GOOD, MOVEMENTS, ',chiang-mai,', ',slip,');
  expect(bySlip.get(MOVEMENTS)).toContain(',slip,');
  expect(await checked(bySlip)).toEqual([]);
});

it('says nothing of good content', async () => {
  expect(await checked(GOOD)).toEqual([]);
  expect(await checkedAgain(GOOD)).toEqual([]);
});

describe('tells', () => {
  it.each(cases)('%s', async (_, files) => {
    const messages = await checked(files);
    expect(messages).toMatchSnapshot();
    // What it remembers of files that did not change must not hide what is wrong.
    expect(await checkedAgain(files)).toEqual(messages);
  });
});
