/** What the check says of registers of ids, codes and attachments, and of kinds of files. */
export const REGISTER_MESSAGES: readonly (readonly [en: string, th: string])[] = [
  ['attachment {a} ({b}) has vanished', 'ไฟล์แนบที่ {a} ({b}) หายไป'],
  [
    'attachment {a} was {b} when its number was printed, and now is {*c}',
    'ไฟล์แนบที่ {a} เคยเป็น {b} เมื่อพิมพ์เลข แต่ตอนนี้เป็น {*c}',
  ],
  ['attachment {a} of {b} ({c}) is not in the register.', 'ไฟล์แนบที่ {a} ของ {b} ({c}) ไม่อยู่ในทะเบียน'],
  [
    'The number of an attachment is printed on paper, in its QR code.',
    'เลขของไฟล์แนบพิมพ์อยู่บนกระดาษใน QR Code',
  ],
  [
    'Put it back in its place. One that holds no longer stays in the list, and says so.',
    'ใส่กลับที่เดิม ไฟล์ที่ไม่ใช้แล้วยังอยู่ในรายการและบอกว่าไม่ใช้',
  ],
  [
    'Keep the order. A new version goes to the end of the list, and the old one says "replacedBy".',
    'คงลำดับไว้ รุ่นใหม่อยู่ท้ายรายการ รุ่นเก่าบอก "replacedBy"',
  ],
  [
    'Readers of the printed number and of the old address must hear that the file was taken off, when and why.',
    'ผู้ที่ใช้เลขบนกระดาษต้องรู้ว่าถอนไฟล์เมื่อใด เพราะอะไร',
  ],
  [
    'Instead of "missing", write {a} and the "sha256" that it had; put a new version at the end of the list.',
    'แทน "missing" ให้เขียน {a} และ "sha256" เดิม รุ่นใหม่อยู่ท้ายรายการ',
  ],
  [
    'Run "npm run qr -- --register", and commit the file.',
    'สั่ง "npm run qr -- --register" แล้วบันทึกไฟล์เข้าคลัง',
  ],
  ['{a} has no short code.', '{a} ยังไม่มีรหัสสั้น'],
  ['The QR codes of a circular lead to its short address.', 'QR Code ของหนังสือเวียนไปที่ที่อยู่สั้น'],
  ['Codes are printed on paper, where nobody can change them.', 'รหัสพิมพ์อยู่บนกระดาษ แก้ไม่ได้'],
  [
    'Put the row back as it was. The code of this circular is {a}.',
    'ใส่แถวกลับอย่างเดิม รหัสของหนังสือเวียนนี้คือ {a}',
  ],
  ['Put the row back as it was.', 'ใส่แถวกลับอย่างเดิม'],
  ['"{a}" is not a short code: its check character is wrong.', '"{a}" ไม่ใช่รหัสสั้น ตัวตรวจไม่ถูก'],
  [
    '{a} is not the code that is minted for {b}: one of the two was changed.',
    '{a} ไม่ใช่รหัสของ {b} มีอย่างหนึ่งถูกแก้',
  ],
  ['{a} leads nowhere: there is no circular {b}.', '{a} ไปไม่ถึงที่ใด ไม่มีหนังสือเวียน {b}'],
  [
    'Put the circular back, or say in content/moved-addresses.csv where it went.',
    'ใส่หนังสือเวียนกลับ หรือบอกใน content/moved-addresses.csv ว่าย้ายไปไหน',
  ],
  ['{a} leads to {b}, which is no page.', '{a} พาไป {b} ซึ่งไม่มีหน้า'],
  ['Name a page.', 'ใส่หน้าที่มีอยู่'],
  [
    'the letter is of B.E. {a}, but its folder is "{b}"',
    'หนังสือเป็นของ พ.ศ. {list a} แต่โฟลเดอร์คือ "{b}"',
  ],
  [
    'A circular is filed under the Buddhist-era year of its date, in which its number counts.',
    'หนังสือเวียนอยู่ใต้ปี พ.ศ. ของวันที่ ซึ่งเลขนับในปีนั้น',
  ],
  [
    'Fix the date, or move the folder to {a} (of a draft: {b}).',
    'แก้วันที่ หรือย้ายโฟลเดอร์ไป {a} (ฉบับร่างใช้ {b})',
  ],
  [
    'the id "{a}" was minted for a letter of "{b}" with this number and date, and the issuer here is "{c}"',
    'รหัสถาวร "{a}" ออกให้หนังสือของ "{b}" ที่มีเลขและวันที่นี้ แต่ผู้ออกหนังสือตรงนี้คือ "{c}"',
  ],
  [
    'Write "{a}"; a letter of another office gets a folder and id of its own.',
    'เขียน "{a}" ถ้าเป็นหนังสือของหน่วยงานอื่น ให้มีโฟลเดอร์และรหัสของตัวเอง',
  ],
  ['the id "{a}" is not the name of the folder, "{b}"', 'รหัส "{a}" ไม่ตรงกับชื่อโฟลเดอร์ "{b}"'],
  [
    'A permanent id stands in printed QR codes and in feeds: it is minted once and never changed.',
    'รหัสถาวรอยู่ใน QR Code ที่พิมพ์แล้วและในฟีด ออกครั้งเดียวไม่เปลี่ยน',
  ],
  [
    'Take from {a} which of the two was minted, and fix the other.',
    'ดูใน {a} ว่ารหัสใดออกไว้ แล้วแก้อีกที่',
  ],
  ['the id "{a}" is not in the register of permanent ids', 'รหัส "{a}" ไม่อยู่ในทะเบียนรหัสถาวร'],
  ['Add this line to {a}: {b}', 'เพิ่มบรรทัดนี้ใน {a}: {b}'],
  [
    'the id "{a}" is not registered, and is not the one that this letter gets',
    'รหัส "{a}" ไม่ได้ลงทะเบียน และไม่ใช่รหัสที่หนังสือนี้ได้',
  ],
  [
    'Name the folder and the id "{a}", or put back the id that was registered.',
    'ตั้งชื่อโฟลเดอร์และรหัสเป็น "{a}" หรือใส่รหัสที่ลงทะเบียนไว้กลับ',
  ],
  [
    'the id "{a}" was minted for another letter (line {b} of the register: {c})',
    'รหัส "{a}" เป็นของหนังสืออื่น (บรรทัด {b} ของทะเบียน: {c})',
  ],
  [
    'A permanent id is never used again: old links and printed QR codes would lead to the wrong letter.',
    'รหัสถาวรใช้ซ้ำไม่ได้ ลิงก์เก่าและ QR Code จะพาไปผิดฉบับ',
  ],
  [
    'Put back the letter that the id was minted for, and give this one a folder and id of its own.',
    'ใส่หนังสือเจ้าของรหัสกลับ และให้ฉบับนี้มีโฟลเดอร์และรหัสของตัวเอง',
  ],
  [
    'the permanent id "{a}" was changed: its letter now lies in {b}',
    'รหัสถาวร "{a}" ถูกเปลี่ยน หนังสือตอนนี้อยู่ใน {b}',
  ],
  ['the circular of the permanent id "{a}" is gone', 'หนังสือเวียนของรหัสถาวร "{a}" หายไป'],
  ['Rename that folder to {a}, and its id to "{b}".', 'เปลี่ยนชื่อโฟลเดอร์เป็น {a} และรหัสเป็น "{b}"'],
  [
    'Put back {a}; a letter that no longer holds is marked under "force", not removed. Of a draft that was never published, remove this line as well.',
    'ใส่ {a} กลับ หนังสือที่ไม่ใช้แล้วให้บอกใน "force" ไม่เอาออก ถ้าเป็นร่างที่ไม่เคยเผยแพร่ ให้ลบบรรทัดนี้ด้วย',
  ],
  ['"{a}" cannot stand in the column "{b}"', '"{a}" อยู่ในช่อง "{b}" ไม่ได้'],
  [
    'Compare with the lines above; take the line from the message that asked for it.',
    'เทียบกับบรรทัดบน ใช้บรรทัดที่ข้อความตรวจให้ไว้',
  ],
  [
    'the permanent id "{a}" of {b} stands on line {c} already',
    'รหัสถาวร "{a}" ของปี {b} อยู่ในบรรทัด {c} แล้ว',
  ],
  ['An id is minted once.', 'รหัสออกครั้งเดียว'],
  [
    'Remove the later line, or mint another id for its letter.',
    'เอาบรรทัดหลังออก หรือออกรหัสอื่นให้หนังสือนั้น',
  ],
  ['it is {*a}, which is not published', 'เป็น{*a} ซึ่งไม่เผยแพร่'],
  [
    'Whoever opens it from the portal would run what is in it, with the trust that the portal has.',
    'ผู้ที่เปิดจากเวียนจะเรียกสิ่งที่อยู่ข้างในเพราะไว้ใจเวียน',
  ],
  ['Remove it, and write the address on the page as a link.', 'เอาออก แล้วเขียนที่อยู่เป็นลิงก์ในหน้า'],
  [
    'Remove it, and name on the page where its maker publishes it.',
    'เอาออก แล้วบอกในหน้าว่าผู้ทำเผยแพร่ที่ใด',
  ],
  [
    'Save it without macros (DOCX, XLSX, PPTX), or as PDF.',
    'บันทึกแบบไม่มีมาโคร (DOCX, XLSX, PPTX) หรือเป็น PDF',
  ],
  [
    'Print it to PDF and give that, save a drawing as PNG, or put data and source texts into a ZIP archive.',
    'พิมพ์เป็น PDF ภาพวาดบันทึกเป็น PNG ข้อมูลใส่ไฟล์ ZIP',
  ],
  ['by its name it is a {a} file, but {*b}', 'ชื่อบอกว่าเป็นไฟล์ {a} แต่{*b}'],
  [
    'Programs that go by its content would run or show something else than its name says.',
    'โปรแกรมที่ดูเนื้อในจะเปิดเป็นอย่างอื่น ไม่ตรงกับชื่อ',
  ],
  [
    'Save it anew in the program that made it, as PDF or as the kind that its name says.',
    'บันทึกใหม่ในโปรแกรมที่ทำ เป็น PDF หรือชนิดตามชื่อ',
  ],
  ['the file has {a} pages, not {b}', 'ไฟล์มี {a} หน้า ไม่ใช่ {b}'],
  ['the file has {a} page, not {b}', 'ไฟล์มี {a} หน้า ไม่ใช่ {b}'],
  [
    'The portal shows each page of the letter, and how many there are.',
    'ผู้อ่านเห็นทีละหน้าและรู้จำนวนหน้า',
  ],
  ['the file is no PDF, whatever its name says', 'ไฟล์ไม่ใช่ PDF แม้ชื่อจะบอกอย่างนั้น'],
  ["The letter's own file is shown page by page.", 'ไฟล์ของหนังสือแสดงทีละหน้า'],
  ['Save or scan the letter as a PDF.', 'บันทึกหรือสแกนหนังสือเป็น PDF'],
  ['"{a}" cannot be the address of a page', '"{a}" เป็นที่อยู่ของหน้าไม่ได้'],
  [
    'An address is copied, printed and read out: lower-case Latin letters and digits, parted by single hyphens, and not "index", which is the list.',
    'ที่อยู่ถูกคัดลอก พิมพ์ และอ่าน: ใช้ตัวอักษรละตินตัวเล็ก ตัวเลข คั่นด้วยขีดเดียว และไม่ใช่ "index"',
  ],
  ['Rename the file or folder, as in how-to-sign-in.', 'เปลี่ยนชื่อไฟล์หรือโฟลเดอร์ เช่น how-to-sign-in'],
  ['the file is not there', 'ไม่มีไฟล์นี้'],
  ['Without the registry nothing tells which offices there are.', 'ไม่มีทะเบียนก็ไม่รู้ว่ามีหน่วยงานใด'],
  ['Restore it from the version history.', 'กู้จากประวัติ'],
  [
    'no operator is set, so the pages say that nobody runs this copy',
    'ยังไม่ได้ตั้งผู้ดูแล หน้าเว็บจึงบอกว่าไม่มีใครดูแลชุดนี้',
  ],
  ['Whoever runs it writes this file: see docs/operator.md.', 'ผู้ดูแลเขียนไฟล์นี้ ดู docs/operator.md'],
];
