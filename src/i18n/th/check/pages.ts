import type { Entry } from '#core/message-catalogue.ts';

/** Why a page is not written, at the desk or by `npm run page`. */
export const PAGE_MESSAGES: readonly Entry[] = [
  ['"{a}" names no page that is written here', '"{a}" ไม่ใช่หน้าที่เขียนได้จากที่นี่'],
  [
    'Write one of {a}, a slash and the address: faq/how-to-sign-in.',
    'เขียนหนึ่งใน {a} ตามด้วย / และที่อยู่ของหน้า เช่น faq/how-to-sign-in',
  ],
  [
    'Write lower-case Latin letters and digits, parted by single hyphens: how-to-sign-in.',
    'ใช้ตัวอักษรละตินตัวเล็กและตัวเลข คั่นด้วยขีดกลางทีละขีด เช่น how-to-sign-in',
  ],
  ['there is no such page', 'ไม่มีหน้านี้'],
  ['Look for it in the list of pages: it may have been renamed.', 'ดูในรายการหน้า อาจเปลี่ยนชื่อไปแล้ว'],
  ['a new page has no title', 'หน้าใหม่ยังไม่มีชื่อเรื่อง'],
  ['Write one.', 'เขียนชื่อเรื่อง'],
  ['"{a}" is still as the draft began it', 'ยังไม่ได้เขียน "{a}"'],
  ['Readers would take the notes of a draft for advice.', 'ผู้อ่านจะเข้าใจว่าข้อความของฉบับร่างเป็นคำแนะนำ'],
  ['Write it, or keep the page as a draft.', 'เขียนช่องนี้ หรือเก็บหน้าไว้เป็นฉบับร่าง'],
  ['the page is a draft already', 'หน้านี้เป็นฉบับร่างอยู่แล้ว'],
  ['No reader sees a draft; nothing was written.', 'ผู้อ่านไม่เห็นฉบับร่าง ไม่ได้เขียนสิ่งใด'],
  [
    'Look at the list of pages: somebody may have withdrawn it before.',
    'ดูในรายการหน้า อาจมีผู้ถอนไปก่อนแล้ว',
  ],
  ['no reason is given why the page is withdrawn', 'ยังไม่บอกเหตุที่ถอนหน้านี้'],
  [
    'Write it in one sentence: readers find it at the address of the page.',
    'เขียนเหตุหนึ่งประโยค ผู้อ่านจะเห็นที่ที่อยู่ของหน้า',
  ],
  ['the page was withdrawn, but is no draft', 'หน้านี้ถูกถอนแล้ว แต่ไม่ได้เป็นฉบับร่าง'],
  [
    'Write "draft: true", or remove "withdrawal" to put the page back.',
    'เขียน "draft: true" หรือลบ "withdrawal" ออกเพื่อนำหน้ากลับมา',
  ],
  ['the page was not withdrawn', 'หน้านี้ไม่ได้ถูกถอน'],
  ['A draft that readers never saw is published as a draft.', 'ฉบับร่างที่ไม่เคยขึ้นเว็บให้กดเผยแพร่'],
  ['a letter does not cancel itself', 'หนังสือยกเลิกตัวเองไม่ได้'],
  ['the page is that of no letter with number and date', 'หน้านี้ไม่ใช่หนังสือที่มีเลขที่และวันที่'],
  [
    'Choose the letter that is cancelled, and the later one that says so.',
    'เลือกหนังสือที่ถูกยกเลิก และหนังสือฉบับหลังที่บอกว่ายกเลิก',
  ],
  ['the page has no such file that could be replaced', 'หน้านี้ไม่มีไฟล์ที่เปลี่ยนได้ตรงนั้น'],
  ['Choose a file of a form that nothing has replaced yet.', 'เลือกไฟล์ของแบบฟอร์มที่ยังไม่มีไฟล์อื่นใช้แทน'],
  ['the file is no picture that a page can show', 'ไฟล์นี้ไม่ใช่รูปที่หน้าเว็บแสดงได้'],
  ['Send one that ends in {a}.', 'ส่งไฟล์ที่ลงท้ายด้วย {a}'],
  ['nothing says what the picture shows', 'ยังไม่บอกว่าในรูปมีอะไร'],
  ['Whoever does not see it hears that text in its place.', 'ผู้ที่ไม่เห็นรูปจะได้ฟังข้อความนี้แทน'],
  ['Write in a few words what is to be seen.', 'เขียนสั้น ๆ ว่าเห็นอะไรในรูป'],
  ['the page was changed since it was read', 'มีผู้แก้หน้านี้หลังจากที่อ่าน'],
  ['Do it again: it then begins with the page as it is now.', 'ทำอีกครั้ง โดยเริ่มจากหน้าที่เป็นอยู่ตอนนี้'],
];
