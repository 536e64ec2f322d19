/** What the check says of records, registers, files and names. */
export const RECORD_MESSAGES: readonly (readonly [en: string, th: string])[] = [
  ['nothing reads this file', 'ไม่มีอะไรอ่านไฟล์นี้'],
  [
    'A page is content/<kind>/<slug>.mdx, or index.mdx in a folder of its own; a circular lies under its B.E. year.',
    'หน้าคือ content/<หมวด>/<ชื่อหน้า>.mdx หรือ index.mdx ในโฟลเดอร์ของตัวเอง หนังสือเวียนอยู่ใต้ปี พ.ศ.',
  ],
  ['Move or rename it to where it belongs, or remove it.', 'ย้ายหรือเปลี่ยนชื่อให้ถูกที่ หรือเอาออก'],
  ['the folder {a} holds no page', 'โฟลเดอร์ {a} ไม่มีหน้า'],
  ['the folder holds no page', 'โฟลเดอร์ไม่มีหน้า'],
  [
    'What lies in a folder without index.mdx would never be shown.',
    'สิ่งที่อยู่ในโฟลเดอร์ที่ไม่มี index.mdx จะไม่แสดงเลย',
  ],
  ['Add index.mdx, or remove the folder.', 'เพิ่ม index.mdx หรือเอาโฟลเดอร์ออก'],
  ['the same page is written in {a}', 'หน้าเดียวกันเขียนไว้ใน {a} ด้วย'],
  ['Both would have one address.', 'ทั้งสองจะมีที่อยู่เดียวกัน'],
  ['Keep one of the two files.', 'เก็บไว้ไฟล์เดียว'],
  ['there is no record "{a}"', 'ไม่มีหน้า "{a}"'],
  ['the record "{a}" is a draft', 'หน้า "{a}" เป็นฉบับร่าง'],
  ['A reference leads readers to a page, which must be there.', 'การอ้างถึงพาผู้อ่านไปที่หน้า ซึ่งต้องมีอยู่'],
  ['Every fact names the record that it comes from.', 'ข้อเท็จจริงทุกข้อบอกหน้าที่เป็นที่มา'],
  ['Fix the path of the record.', 'แก้เส้นทางของหน้า'],
  ['Fix the path, or add the record.', 'แก้เส้นทาง หรือเพิ่มหน้านั้น'],
  [
    'Fix the path, or write "external: true" instead where the portal does not have the letter.',
    'แก้เส้นทาง หรือเขียน "external: true" แทนถ้าเวียนไม่มีหนังสือนั้น',
  ],
  [
    'A published page cannot lead to one that is not published.',
    'หน้าที่เผยแพร่พาไปหน้าที่ยังไม่เผยแพร่ไม่ได้',
  ],
  [
    'Publish both together: remove "draft: true" there, or set it here.',
    'เผยแพร่พร้อมกัน: เอา "draft: true" ออกที่นั่น หรือใส่ที่นี่',
  ],
  ['"{a}" is neither a form nor a manual', '"{a}" ไม่ใช่แบบฟอร์มและไม่ใช่คู่มือ'],
  [
    'A question leads in one press to what is filled in or followed to solve it.',
    'คำถามพาไปสิ่งที่กรอกหรือทำตามได้ในการกดครั้งเดียว',
  ],
  [
    'Name forms/<slug> or manuals/<slug> here; other pages belong under "related".',
    'ใส่ forms/<ชื่อหน้า> หรือ manuals/<ชื่อหน้า> หน้าอื่นใส่ใน "related"',
  ],
  ['"{a}" is named twice', 'บอก "{a}" สองครั้ง'],
  ['The page would show it twice.', 'หน้าจะแสดงสองครั้ง'],
  [
    'Keep it under "answeredBy" once, and take it out of "related".',
    'เก็บไว้ใน "answeredBy" ครั้งเดียว และเอาออกจาก "related"',
  ],
  [
    '"{a}" is cancelled by this letter, but its legal force is "{b}"',
    'หนังสือนี้ยกเลิก "{a}" แต่สถานะที่นั่นเป็น "{b}"',
  ],
  [
    'The portal must not show as valid what a letter has cancelled.',
    'เวียนต้องไม่แสดงว่ายังใช้อยู่ สำหรับสิ่งที่หนังสือยกเลิกแล้ว',
  ],
  ['Write under "force" in {a}: {b}.', 'เขียนใต้ "force" ใน {a}: {b}'],
  ['"{a}" does not list "{b}" under "cancels"', '"{a}" ไม่ได้บอก "{b}" ใน "cancels"'],
  [
    'A letter is cancelled only by a letter that says so in so many words; a mere reference repeals nothing.',
    'หนังสือถูกยกเลิกเมื่อมีหนังสือบอกชัดเท่านั้น การอ้างถึงไม่ใช่การยกเลิก',
  ],
  [
    'Where the letter says so, add it under "cancels" in {a}; else write "status: unknown" here.',
    'ถ้าหนังสือบอกไว้ ให้เพิ่มใน "cancels" ของ {a} ถ้าไม่ ให้เขียน "status: unknown" ที่นี่',
  ],
  ['the letter is said to be cancelled by itself', 'บอกว่าหนังสือยกเลิกตัวเอง'],
  ['A letter is cancelled by a later one.', 'หนังสือถูกยกเลิกโดยฉบับหลัง'],
  [
    'Write the record of the letter that cancels it, or "status: unknown".',
    'ใส่หน้าของหนังสือที่ยกเลิก หรือ "status: unknown"',
  ],
  [
    'the page is marked as expired, and nothing says on which day it was marked',
    'หน้านี้บอกว่าสิ้นผล แต่ไม่บอกว่าบันทึกวันใด',
  ],
  [
    'Feeds, the change log and the digest date the event by the day on which the page was marked.',
    'ฟีดและรายการเปลี่ยนแปลงลงวันตามวันที่บันทึกสถานะ',
  ],
  [
    'Add under "force": recorded: "{a}", or the day on which you marked it.',
    'เพิ่มใต้ "force": recorded: "{a}" หรือวันที่บันทึกจริง',
  ],
  [
    'A letter that is here was issued before: two digits may have changed places, or its era.',
    'หนังสือที่มีอยู่ต้องออกแล้ว ตัวเลขอาจสลับกัน หรือปีอาจเป็นอีกศักราช',
  ],
  [
    'Compare with the letter; mark the date as doubtful where the letter itself has it.',
    'เทียบกับหนังสือ ถ้าหนังสือเขียนไว้เช่นนั้นจริงให้บันทึกวันที่เป็นข้อสงสัย',
  ],
  [
    'The page is public as soon as it is built: feeds and lists would date it by a day to come.',
    'หน้าขึ้นเว็บทันทีที่สร้าง ฟีดและรายการจะลงวันที่ที่ยังไม่ถึง',
  ],
  [
    'Write the day on which it comes into the portal ("{a}" is today), or keep the page a draft until then.',
    'เขียนวันที่ลงในเวียน (วันนี้คือ "{a}") หรือเก็บเป็นฉบับร่างไว้จนถึงวันนั้น',
  ],
  ['{a} has not come yet (as of {b})', 'ยังไม่ถึงวันที่ {a} (ณ {b})'],
  [
    'Write the day on which you marked the page; the day from which it holds goes under "since".',
    'ใส่วันที่บันทึกสถานะ ส่วนวันที่เริ่มมีผลอยู่ใน "since"',
  ],
  [
    'the page was marked on {a}, before it was published on {b}',
    'บันทึกสถานะวันที่ {a} ก่อนลงในเวียนวันที่ {b}',
  ],
  ['the chain has no letter with the key "{a}"', 'สายการส่งต่อไม่มีหนังสือที่มี key "{a}"'],
  [
    'Every fact and every passing on names the letter that it comes from.',
    'ข้อเท็จจริงและการส่งต่อทุกครั้งบอกฉบับที่เป็นที่มา',
  ],
  [
    'Every movement names the copy that bears its stamp or number, the register that has it, or a slip.',
    'การเคลื่อนไหวทุกครั้งบอกสำเนาที่มีตราหรือเลข ทะเบียนที่มี หรือใบตอบรับ',
  ],
  [
    'Write {a}, "register:<name>", "scan:<file>", or "slip" for what an office acknowledged by one.',
    'เขียน {list a} "register:<ชื่อ>" "scan:<ไฟล์>" หรือ "slip" ถ้าหน่วยงานตอบรับด้วยใบตอบรับ',
  ],
  [
    'the covering letter "{a}" passes on a letter that passes it on',
    'หนังสือนำส่ง "{a}" ส่งต่อฉบับที่ส่งต่อมันเอง',
  ],
  ['A chain begins with the original letter.', 'สายการส่งต่อเริ่มที่ตัวหนังสือ'],
  [
    'Write the key of the letter above, or "letter" for the original.',
    'ใส่ key ของฉบับบน หรือ "letter" ถ้าเป็นตัวหนังสือ',
  ],
  [
    'the same letter is in {*a}: issuer "{b}", number and date agree',
    'หนังสือฉบับเดียวกันอยู่ใน {*a}: ผู้ออก "{b}" เลขที่และวันที่ตรงกัน',
  ],
  [
    'Issuer, number and date together are the key of a letter; one letter has one record.',
    'ผู้ออก เลขที่ และวันที่ระบุหนังสือหนึ่งฉบับ หนึ่งฉบับมีหนึ่งหน้า',
  ],
  [
    'Compare both with the letters; fix the number or date that is wrong, or merge the two.',
    'เทียบทั้งสองกับหนังสือ แก้เลขหรือวันที่ที่ผิด หรือรวมเป็นหน้าเดียว',
  ],
  ['the registry has no office "{a}"', 'ทะเบียนไม่มีหน่วยงาน "{a}"'],
  [
    'What the portal says of an office stands on its row in the registry.',
    'สิ่งที่เวียนบอกเรื่องหน่วยงานมาจากแถวในทะเบียน',
  ],
  [
    'Fix the id, or add the office to content/registry/offices.csv.',
    'แก้รหัส หรือเพิ่มหน่วยงานใน content/registry/offices.csv',
  ],
  ['Time cannot run backwards: one of the two dates is not right.', 'เวลาย้อนกลับไม่ได้ มีวันหนึ่งไม่ถูก'],
  ['received before it was sent: {a}, and row {b} is of {c}', 'รับก่อนส่ง: {a} แต่แถว {b} เป็นวันที่ {c}'],
  [
    'Compare with the stamp or letter; correct it with npm run track -- record --kind corrected, or mark it as doubtful.',
    'เทียบกับตราหรือหนังสือ แก้ด้วย npm run track -- record --kind corrected หรือทำเครื่องหมายว่าไม่แน่ใจ',
  ],
  ['the row has the number {a}, and is the {b}. of the ledger', 'แถวมีเลข {a} แต่เป็นแถวที่ {b}'],
  [
    'Rows are only ever added at the end; a gap or a swap means that one was lost or moved.',
    'แถวเพิ่มต่อท้ายเท่านั้น เลขข้ามหรือสลับแปลว่ามีแถวหายหรือถูกย้าย',
  ],
  [
    'Restore the file from the version history, then record again with npm run track -- record.',
    'กู้ไฟล์จากประวัติ แล้วบันทึกใหม่ด้วย npm run track -- record',
  ],
  ['no attachment names this file', 'ไม่มีรายการแนบใดบอกไฟล์นี้'],
  [
    'It would be published without a title, and nobody would find it.',
    'ไฟล์จะเผยแพร่โดยไม่มีชื่อ และไม่มีใครพบ',
  ],
  [
    'Name it in {a} under "attachments", or remove it.',
    'ใส่ชื่อไฟล์ใน {a} ใต้ "attachments" หรือเอาไฟล์ออก',
  ],
  ['there is no file "{a}" beside the page', 'ไม่มีไฟล์ "{a}" ข้างหน้านี้'],
  [
    'Put the file there, or remove "letterFile"; where it was taken off, write {a} instead of "file", "size" and "sheets", and keep "sha256".',
    'วางไฟล์ไว้ หรือเอา "letterFile" ออก ถ้าถอนแล้วเขียน {a} แทน "file", "size" และ "sheets" และเก็บ "sha256"',
  ],
  [
    'Put the file there; where it was taken off, write {a} instead of "file" and "size", and keep "sha256"; where the portal never had it, write "missing: <why>" instead of all three.',
    'วางไฟล์ไว้ ถ้าถอนแล้วเขียน {a} แทน "file" และ "size" และเก็บ "sha256" ถ้าไม่เคยมี เขียน "missing: <เหตุ>" แทนทั้งสาม',
  ],
  ['"{a}" has {b} bytes, not {c}', '"{a}" มี {b} ไบต์ ไม่ใช่ {c}'],
  ['"{a}" has another SHA-256 than the one written here', '"{a}" มีค่า SHA-256 ไม่ตรงกับที่เขียนไว้'],
  [
    'Readers compare size and SHA-256 with their own copy of the file.',
    'ผู้อ่านเทียบขนาดและ SHA-256 กับไฟล์ที่ตนมี',
  ],
  [
    'Put back the right file, or write "{a}" if this one is right.',
    'วางไฟล์ที่ถูกกลับ หรือเขียน "{a}" ถ้าไฟล์นี้ถูก',
  ],
  ['no attachment of this record has the file "{a}"', 'ไม่มีรายการแนบของหน้านี้ที่มีไฟล์ "{a}"'],
  [
    'Readers of a replaced attachment are led to the one that takes its place.',
    'ผู้อ่านไฟล์เก่าจะถูกพาไปไฟล์ที่ใช้แทน',
  ],
  ['Write the file name of another attachment of the same record.', 'เขียนชื่อไฟล์แนบอื่นของหน้าเดียวกัน'],
  ['"{a}" was withdrawn, but still lies beside the page', 'ถอน "{a}" แล้ว แต่ไฟล์ยังอยู่ข้างหน้านี้'],
  ['Whoever has the repository would still have the file.', 'ผู้ที่มีคลังไฟล์จะยังมีไฟล์นั้น'],
  [
    'Remove the file. Where it holds personal data, take it out of the history of the repository too.',
    'เอาไฟล์ออก ถ้ามีข้อมูลส่วนบุคคลให้เอาออกจากประวัติของคลังไฟล์ด้วย',
  ],
];
