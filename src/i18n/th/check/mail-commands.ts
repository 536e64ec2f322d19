import type { Entry } from '#core/message-catalogue.ts';

/** Why commands on digests and the mail that they send refuse, and how they are called wrongly. */
export const MAIL_COMMAND_MESSAGES: readonly Entry[] = [
  [
    '--{a} {b}: not a day; write it as YYYY-MM-DD, or 23/11/2569.',
    '--{a} {b} ไม่ใช่วันที่ เขียนเป็น ปปปป-ดด-วว หรือ 23/11/2569',
  ],
  ['--{a} {b} is after --to {c}.', '--{a} {b} อยู่หลัง --to {c}'],
  ['--ahead {a}: not a number of days from 0 to 999.', '--ahead {a} ไม่ใช่จำนวนวัน 0 ถึง 999'],
  ['Give --html or --json, not both.', 'ระบุ --html หรือ --json อย่างใดอย่างหนึ่ง'],
  ['--since "{a}" is no day: write YYYY-MM-DD.', '--since "{a}" ไม่ใช่วันที่ เขียนเป็น ปปปป-ดด-วว'],
  ['--{a} {b}: not a whole number from {c} to {d}.', '--{a} {b} ไม่ใช่จำนวนเต็ม {c} ถึง {d}'],
  [
    '--{a}: not an e-mail address; write it alone, as in name@office.example.',
    '--{a} ไม่ใช่ที่อยู่อีเมล เขียนที่อยู่อย่างเดียว เช่น name@office.example',
  ],
  ['it is not an https address with {a} in it', 'ไม่ใช่ที่อยู่ https ที่มี {a}'],
  [
    'RFC 8058 asks for https, and the token tells who unsubscribes.',
    'RFC 8058 กำหนดให้ใช้ https และโทเคนบอกว่าใครเลิกรับ',
  ],
  [
    'Write it as https://desk.example/unsubscribe?token={a}, or leave it out: people then unsubscribe by mail.',
    'เขียนเป็น https://desk.example/unsubscribe?token={a} หรือไม่ต้องระบุ แล้วผู้รับเลิกรับทางอีเมล',
  ],
  [
    'The digest of {a} was begun already. Give --resume to send what is left; nobody gets it twice.',
    'เริ่มส่งสรุปของ {a} ไปแล้ว ใช้ --resume เพื่อส่งที่เหลือ ไม่มีใครได้รับซ้ำ',
  ],
  [
    'Set WIAN_SITE_URL: the links of a mail must lead to the portal, not to this machine.',
    'ตั้ง WIAN_SITE_URL เพราะลิงก์ในอีเมลต้องนำไปที่เว็บ ไม่ใช่เครื่องนี้',
  ],
  ['Give --sender ADDRESS, from which the mail comes.', 'ระบุ --sender ADDRESS ที่เป็นผู้ส่ง'],
  [
    'Write the address alone, as in name@office.example.',
    'เขียนที่อยู่อย่างเดียว เช่น name@office.example',
  ],
  [
    'Leave it empty for all, or write some of these between spaces: {a}.',
    'เว้นว่างเพื่อรับทั้งหมด หรือเขียนบางค่าโดยเว้นวรรค: {a}',
  ],
  [
    'the token is not 16 to 128 letters, digits, - or _',
    'โทเคนไม่ใช่อักษร ตัวเลข - หรือ _ ยาว 16 ถึง 128 ตัว',
  ],
  [
    'Make one that nobody can guess: openssl rand -hex 16.',
    'ทำโทเคนที่เดาไม่ได้: openssl rand -hex 16',
  ],
  ['entry {a} has the same {b}', 'รายการ {a} มี {b} เดียวกัน'],
  ['"{a}" is no e-mail address', '"{a}" ไม่ใช่ที่อยู่อีเมล'],
  ['this is no e-mail address', 'ไม่ใช่ที่อยู่อีเมล'],
  ['"{a}" is no id of an office', '"{a}" ไม่ใช่รหัสหน่วยงาน'],
  ['"{a}" is no language of the digest', 'สรุปไม่มีภาษา "{a}"'],
  ['another process is sending by this ledger', 'มีโปรแกรมอื่นกำลังส่งตามบัญชีนี้'],
  [
    'Two senders at once would send messages twice. Nothing was sent by this one.',
    'ถ้าส่งพร้อมกันสองโปรแกรมจะส่งซ้ำ โปรแกรมนี้จึงไม่ได้ส่ง',
  ],
  ['Wait for it to end, then run the command again with --resume.', 'รอให้จบ แล้วสั่งใหม่ด้วย --resume'],
  ['this is no line of a ledger of sent messages', 'บรรทัดนี้ไม่ใช่ของบัญชีการส่งอีเมล'],
  [
    'Without it nobody knows to whom a message went, and some would get it twice. Nothing was sent.',
    'ถ้าไม่มีจะไม่รู้ว่าส่งถึงใครแล้ว และบางคนจะได้รับซ้ำ จึงไม่ได้ส่ง',
  ],
  ['Put the file back as it was, from a backup.', 'นำไฟล์เดิมกลับมาจากข้อมูลสำรอง'],
  ['it is not the address of a mail server', 'ไม่ใช่ที่อยู่ของเครื่องส่งอีเมล'],
  [
    'Set it in the environment: smtps://user:password@mail.example:465, or smtp://mail.example:587.',
    'ตั้งค่าในสภาพแวดล้อม: smtps://user:password@mail.example:465 หรือ smtp://mail.example:587',
  ],
  ['this list of recipients lies in {a}/', 'รายชื่อผู้รับนี้อยู่ใน {a}/'],
  [
    'Addresses are personal data, and that folder is published or kept in the repository.',
    'ที่อยู่อีเมลเป็นข้อมูลส่วนบุคคล และโฟลเดอร์นั้นเผยแพร่หรืออยู่ในคลังเก็บ',
  ],
  [
    'Move it out of the project, and remove it from the history of the repository too.',
    'ย้ายออกนอกโครงการ และลบออกจากประวัติของคลังเก็บด้วย',
  ],
];
