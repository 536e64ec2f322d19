import type { Entry } from '#core/message-catalogue.ts';

/** What `npm run new` says, and why it and `npm run page` refuse. */
export const NEW_COMMAND_MESSAGES: readonly Entry[] = [
  ['wrote {a}', 'เขียน {a} แล้ว'],
  ['would write {a}:', 'จะเขียน {a}:'],
  [
    'The title gives no address in Latin letters: give the file or folder a name that says something before it is published.',
    'ชื่อเรื่องไม่มีอักษรละตินให้ตั้งเป็นที่อยู่ของหน้า จึงตั้งตามวันที่ ก่อนเผยแพร่ให้เปลี่ยนชื่อไฟล์หรือโฟลเดอร์ให้สื่อความ',
  ],
  [
    'Once number and date are in, npm run rename gives it the id that they make.',
    'เมื่อใส่เลขที่และวันที่แล้ว สั่ง npm run rename เพื่อให้ได้รหัสตามเลขที่และวันที่นั้น',
  ],
  [
    '{a} "{b}" cannot be an address: write lower-case Latin letters and digits, parted by single hyphens (how-to-sign-in), at most {c}, and not "index".',
    '{a} "{b}" เป็นที่อยู่ไม่ได้ เขียนอักษรละตินตัวเล็กกับตัวเลข คั่นด้วยขีดเดียว (how-to-sign-in) ไม่เกิน {c} และไม่ใช่ "index"',
  ],
  [
    'The title is empty: write it in quotes behind the kind.',
    'ยังไม่มีชื่อเรื่อง เขียนในเครื่องหมายคำพูดหลังชนิดของหน้า',
  ],
  [
    'The title has a line break or an invisible character: write it on one line.',
    'ชื่อเรื่องมีการขึ้นบรรทัดหรืออักขระที่มองไม่เห็น เขียนให้อยู่บรรทัดเดียว',
  ],
  ['No kind of page is named.', 'ยังไม่ได้บอกชนิดของหน้า'],
  ['"{a}" is no kind of page.', '"{a}" ไม่ใช่ชนิดของหน้า'],
  [
    'Write one title in quotes behind the kind: npm run new -- faq "หัวข้อ"',
    'เขียนชื่อเรื่องหนึ่งชื่อในเครื่องหมายคำพูดหลังชนิดของหน้า: npm run new -- faq "หัวข้อ"',
  ],
  [
    '--id and --slug say the same: --id is for a circular, --slug for any other page.',
    '--id กับ --slug บอกสิ่งเดียวกัน --id ใช้กับหนังสือเวียน --slug ใช้กับหน้าอื่น',
  ],
  ['A circular has an id: write --id.', 'หนังสือเวียนมีรหัสถาวร ใช้ --id'],
  ['Only a circular has an id: write --slug.', 'มีแต่หนังสือเวียนที่มีรหัสถาวร ใช้ --slug'],
  ['--issuer is for a circular.', '--issuer ใช้กับหนังสือเวียนเท่านั้น'],
  [
    '--issuer "{a}" is no office of the registry: write an id of content/registry/offices.csv.',
    '--issuer "{a}" ไม่มีในทะเบียนหน่วยงาน ใช้รหัสใน content/registry/offices.csv',
  ],
  [
    'Write --picture with its file, and --alt with what it shows.',
    'ระบุ --picture กับไฟล์ภาพ และ --alt กับสิ่งที่ภาพแสดง',
  ],
  ['Write --by and the page of the later letter.', 'ระบุ --by กับหน้าของหนังสือฉบับหลัง'],
  [
    'Write --at with the number of the file in the list, and --file.',
    'ระบุ --at กับลำดับของไฟล์ในรายการ และ --file',
  ],
  ['Give one page by its path.', 'ระบุหน้าหนึ่งหน้าด้วยที่อยู่ของหน้า'],
  ['--{a} does not go with "{b}".', '--{a} ใช้กับ "{b}" ไม่ได้'],
];
