import type { Entry } from '#core/message-catalogue.ts';

/** Why commands on letters that are read, ledgers, registers, figures and slips refuse, and how they are called wrongly. */
export const LEDGER_COMMAND_MESSAGES: readonly Entry[] = [
  ['--{a} is missing.', 'ไม่มี --{a}'],
  ['--{a} is "{b}": give {c}.', '--{a} เป็น "{b}" ให้ใส่ {c}'],
  // track
  [
    '--as-of {a}: not a day; write it as YYYY-MM-DD, Gregorian.',
    '--as-of {a} ไม่ใช่วันที่ เขียนเป็น ปปปป-ดด-วว ปี ค.ศ.',
  ],
  [
    '--as-of {a}: a Buddhist-era year; days are Gregorian here: {b}{c}.',
    '--as-of {a} เป็นปี พ.ศ. ที่นี่ใช้ปี ค.ศ. คือ {b}{c}',
  ],
  ['Find it with npm run registry -- find TEXT.', 'หาด้วย npm run registry -- find TEXT'],
  [
    '--province {a}: that is not a province; give one such as p50.',
    '--province {a} ไม่ใช่จังหวัด ระบุเช่น p50',
  ],
  ['no route begins at {a}', 'ไม่มีสายหนังสือเวียนที่เริ่มจาก {a}'],
  [
    'Without one nobody knows which offices should get the circular.',
    'ถ้าไม่มีสาย จะไม่รู้ว่าหน่วยงานใดควรได้รับ',
  ],
  [
    'Add the issuer to a file in content/registry/routes.',
    'เพิ่มผู้ออกหนังสือในไฟล์ของ content/registry/routes',
  ],
  [
    '--dry-run goes with --parquet: without it nothing is written.',
    '--dry-run ใช้กับ --parquet ถ้าไม่มี --parquet ก็ไม่เขียนสิ่งใดอยู่แล้ว',
  ],
  ['--format {a}: there are {b}.', '--format {a} ไม่มี ที่มีคือ {b}'],
  [
    '--take {a}: give lines of the register, parted by commas: 4,9 (of a workbook: SHEET!4).',
    '--take {a} ใช้ไม่ได้ ระบุบรรทัดของทะเบียน คั่นด้วยจุลภาค เช่น 4,9 (ของสมุดงาน: SHEET!4)',
  ],
  ['Give one register.', 'ระบุทะเบียนหนึ่งไฟล์'],
  ['--office is missing: whose register is it?', 'ไม่มี --office ทะเบียนนี้เป็นของหน่วยงานใด'],
  ['--kind {a}: give received or sent.', '--kind {a} ใช้ไม่ได้ ระบุ received หรือ sent'],
  [
    'Put that right if it holds the register, then import it again.',
    'แก้ส่วนนั้นถ้าเป็นทะเบียน แล้วนำเข้าใหม่',
  ],
  [
    'Name lines of doubtful entries; record others with npm run -s track -- record.',
    'ระบุบรรทัดของรายการที่ไม่แน่ใจ รายการอื่นบันทึกด้วย npm run -s track -- record',
  ],
  ['Give ids of offices, or groups ({a}), parted by ";".', 'ระบุรหัสหน่วยงานหรือกลุ่ม ({a}) คั่นด้วย ";"'],
  [
    'Give the no of the movement that is wrong (npm run -s track -- status CIRCULAR --json).',
    'ระบุ no ของการรับส่งที่ผิด (npm run -s track -- status CIRCULAR --json)',
  ],
  ['--year {a}: give a Buddhist-era year such as 2568.', '--year {a} ใช้ไม่ได้ ระบุปี พ.ศ. เช่น 2568'],
  ['no proposal has that place', 'ไม่มีข้อเสนอที่ตำแหน่งนี้'],
  ['it is no scan', 'ไม่ใช่ไฟล์สแกน'],
  [
    'Stamps are read from pictures of pages, and it has text in place of them.',
    'ตราประทับอ่านจากภาพของหน้า แต่ไฟล์นี้เป็นข้อความ ไม่มีภาพ',
  ],
  [
    'Read the letter with npm run ingest, and record its receipt with npm run -s track -- record.',
    'อ่านหนังสือด้วย npm run ingest แล้วบันทึกการรับด้วย npm run -s track -- record',
  ],
  [
    'Give a place as the list of proposals names it: scan.jpg, monday/scan.jpg, or scan.pdf#2.',
    'ระบุตามรายการข้อเสนอ เช่น scan.jpg, monday/scan.jpg หรือ scan.pdf#2',
  ],
  ['Give one folder of scans.', 'ระบุโฟลเดอร์ภาพสแกนหนึ่งโฟลเดอร์'],
  [
    '--watch takes nothing and prints lines: leave out --take and --json.',
    '--watch ไม่รับรายการและพิมพ์ทีละบรรทัด ไม่ต้องระบุ --take และ --json',
  ],
  ['--watch: {a} is no folder.', '--watch: {a} ไม่ใช่โฟลเดอร์'],
  [
    'Ledgers are published. Nothing of the page was taken over or written anywhere.',
    'บัญชีการรับส่งเผยแพร่ต่อสาธารณะ จึงไม่รับและไม่เขียนสิ่งใดจากหน้านี้',
  ],
  ['Keep it out of this folder.', 'นำออกจากโฟลเดอร์นี้'],
  [
    'The number is marked as secret: no such letter is on the portal.',
    'เลขนี้มีชั้นความลับ เว็บไม่มีหนังสือเช่นนั้น',
  ],
  [
    '{a} is neither a letter number (ชม 0023.5/ว 1234) nor a number of a register.',
    '{a} ไม่ใช่เลขที่หนังสือ (ชม 0023.5/ว 1234) และไม่ใช่เลขในทะเบียน',
  ],
  ['Give a number.', 'ระบุเลข'],
  ['no chain has this number', 'ไม่มีสายใดมีเลขนี้'],
  ['Compare it with the letter.', 'เทียบกับหนังสือ'],
  ['the ledger is empty', 'บัญชีการรับส่งว่าง'],
  ['the heading is not that of a ledger', 'หัวตารางไม่ใช่ของบัญชีการรับส่ง'],
  [
    'Write the heading "{a}", ended by a line feed alone.',
    'เขียนหัวตาราง "{a}" และจบด้วยการขึ้นบรรทัดแบบ LF',
  ],
  ['the ledger is not UTF-8', 'บัญชีการรับส่งไม่ใช่ UTF-8'],
  ['Save it as UTF-8 without a byte-order mark.', 'บันทึกเป็น UTF-8 ที่ไม่มี BOM'],
  ['the last row is not ended', 'แถวสุดท้ายไม่จบ'],
  [
    'It may be cut off: whatever wrote it was stopped on the way.',
    'อาจขาดไป เพราะโปรแกรมที่เขียนหยุดกลางคัน',
  ],
  [
    'Restore the file from the version history; end it with a line feed.',
    'นำไฟล์กลับมาจากประวัติ และจบด้วยการขึ้นบรรทัด',
  ],
  ['Correct the date, or run with a later --as-of.', 'แก้วันที่ หรือสั่งด้วย --as-of ที่หลังกว่านี้'],
  [
    'Correct the office, or the addressees of the circular, or content/registry/routes.',
    'แก้หน่วยงาน ผู้รับของหนังสือ หรือ content/registry/routes',
  ],
  ['{a} is not the number of the letter on file ({b}: {c})', '{a} ไม่ใช่เลขของหนังสือที่มีอยู่ ({b}: {c})'],
  ['Compare both with the letter; correct the one that is wrong.', 'เทียบทั้งสองกับหนังสือ แล้วแก้ข้อที่ผิด'],
  ['the file for unmatched rows holds something else', 'ไฟล์สำหรับแถวที่จับคู่ไม่ได้มีสิ่งอื่นอยู่'],
  ['the file for rows that fit nowhere holds something else', 'ไฟล์สำหรับแถวที่ไม่เข้ากับที่ใดมีสิ่งอื่นอยู่'],
  ['It would be written over. Nothing was recorded.', 'จะถูกเขียนทับ จึงไม่ได้บันทึกสิ่งใด'],
  ['Name another file with --rest.', 'ระบุไฟล์อื่นด้วย --rest'],
  ['the folder holds other files', 'โฟลเดอร์มีไฟล์อื่น'],
  [
    'Tables of an earlier export are removed first, since rows of both would be summed. Nothing was written.',
    'ตารางที่ส่งออกครั้งก่อนถูกลบก่อน เพราะแถวของทั้งสองจะถูกรวมกัน จึงไม่ได้เขียนสิ่งใด',
  ],
  ['Name an empty folder, or one that an export wrote.', 'ระบุโฟลเดอร์ว่าง หรือโฟลเดอร์ที่การส่งออกเขียนไว้'],
  // slips
  [
    'Slips that somebody may have printed from it are not written over. No slip was made.',
    'ใบที่อาจมีผู้พิมพ์ไปแล้วไม่ถูกเขียนทับ จึงไม่ได้ทำใบใด',
  ],
  ['Give another name with --out, or remove the file.', 'ระบุชื่ออื่นด้วย --out หรือลบไฟล์นั้น'],
  [
    'The codes on slips lead to it, and paper cannot be changed. No slip was made.',
    'รหัสบนใบนำไปที่ที่อยู่นี้ และกระดาษแก้ไม่ได้ จึงไม่ได้ทำใบใด',
  ],
  [
    'Set it to the address at which people reach the desk, as in https://wian.example.go.th',
    'ตั้งเป็นที่อยู่ที่คนเปิดโต๊ะทำงาน เช่น https://wian.example.go.th',
  ],
  [
    'there is no secret of the desk here, while its database is in use',
    'ที่นี่ไม่มีกุญแจลับของโต๊ะทำงาน ทั้งที่ฐานข้อมูลใช้งานอยู่',
  ],
  [
    'Slips that are signed with another secret would not be taken by the desk. No slip was made.',
    'โต๊ะทำงานไม่รับใบที่ลงนามด้วยกุญแจอื่น จึงไม่ได้ทำใบใด',
  ],
  [
    'Run the command in the folder in which the desk runs, or copy its .data/secret to this place.',
    'สั่งในโฟลเดอร์ที่โต๊ะทำงานทำงานอยู่ หรือคัดลอก .data/secret มาไว้ที่นี่',
  ],
  ['there is no slip {a}', 'ไม่มีใบที่ {a}'],
  ['--slip {a}: give the number on the slip.', '--slip {a} ใช้ไม่ได้ ระบุเลขบนใบ'],
  ['Give the number on the slip.', 'ระบุเลขบนใบ'],
  ['--days {a}: give a whole number from 1 to 365.', '--days {a} ใช้ไม่ได้ ระบุจำนวนเต็ม 1 ถึง 365'],
  [
    '--slip goes with --revoke, without a circular and a province.',
    '--slip ใช้กับ --revoke โดยไม่ระบุหนังสือเวียนและจังหวัด',
  ],
  ['Slips are issued today; leave out --as-of.', 'ใบออกในวันนี้ ไม่ต้องระบุ --as-of'],
  [
    '--revoke goes without --days, --out, --missing and --renew.',
    '--revoke ใช้โดยไม่มี --days, --out, --missing และ --renew',
  ],
  ['--province is missing.', 'ไม่มี --province'],
  [
    'the code of a slip, {a} characters long, would be too fine for telephones to read',
    'รหัสของใบยาว {a} ตัวอักษร ละเอียดเกินกว่าโทรศัพท์จะอ่านได้',
  ],
  ['Slips are 91 mm wide. No slip was made.', 'ใบกว้าง 91 มม. จึงไม่ได้ทำใบใด'],
  [
    'Let the portal stand at a shorter address (WIAN_SITE_URL).',
    'ให้เว็บอยู่ที่ที่อยู่สั้นกว่านี้ (WIAN_SITE_URL)',
  ],
  [
    '{a} slips are good already, and {b} more would be over {c}',
    'มีใบที่ใช้ได้อยู่แล้ว {a} ใบ ถ้าเพิ่มอีก {b} ใบจะเกิน {c}',
  ],
  [
    'With more of them a single guessed code would be right more often than once in a million. No slip was made.',
    'ถ้ามีมากกว่านี้ การเดารหัสครั้งเดียวจะถูกบ่อยกว่าหนึ่งในล้าน จึงไม่ได้ทำใบใด',
  ],
  [
    'Revoke slips that nobody needs any more, print for fewer offices, or wait until others expire.',
    'ยกเลิกใบที่ไม่ใช้แล้ว พิมพ์ให้น้อยหน่วยงานลง หรือรอให้ใบอื่นหมดอายุ',
  ],
  // figures
  ['Where to? Give --parquet DIR.', 'จะเขียนที่ใด ระบุ --parquet DIR'],
  ['--office {a}: not a local authority.', '--office {a} ไม่ใช่ อปท.'],
  ['--province {a}: not a province.', '--province {a} ไม่ใช่จังหวัด'],
  ['--letter {a}: not a letter number.', '--letter {a} ไม่ใช่เลขที่หนังสือ'],
  ['Which province? Give --province p50.', 'จังหวัดใด ระบุ --province p50'],
  ['the file bears a mark of secrecy', 'ไฟล์มีชั้นความลับ'],
  [
    'What is marked as secret may never be published, nor copied into a file to look at. Nothing was written.',
    'สิ่งที่มีชั้นความลับเผยแพร่ไม่ได้ และคัดลอกลงไฟล์ให้ดูไม่ได้ จึงไม่ได้เขียนสิ่งใด',
  ],
  ['Import a file without it.', 'นำเข้าไฟล์ที่ไม่มีชั้นความลับ'],
  ['{a} was not read: {*b}', 'ไม่ได้อ่าน {a}: {*b}'],
  ['the sheet {a}', 'แผ่นงาน {a}'],
  [
    'A heading names whose or of what the amounts are (อปท., หมวด), and the amounts (จำนวนเงิน, months or categories).',
    'หัวตารางต้องบอกว่าเงินเป็นของใครหรือของหมวดใด (อปท., หมวด) และบอกช่องจำนวนเงิน (จำนวนเงิน เดือน หรือหมวด)',
  ],
  [
    'Compare with the shapes in docs/figures.md; give what the file leaves out as options.',
    'เทียบกับรูปแบบใน docs/figures.md สิ่งที่ไฟล์ไม่ได้บอกให้ระบุเป็นตัวเลือก',
  ],
  [
    '--until {a}: not a month; write it as YYYY-MM, Gregorian.',
    '--until {a} ไม่ใช่เดือน เขียนเป็น ปปปป-ดด ปี ค.ศ.',
  ],
  ['{a} cannot be the satang of the amount', '{a} เป็นสตางค์ของจำนวนเงินไม่ได้'],
  ['{a} is not where the file says', '{a} ไม่ได้อยู่ที่ที่ไฟล์บอก'],
  [
    '{a} authorities are called {b}; give province and district',
    'มี อปท. {a} แห่งชื่อ {b} ระบุจังหวัดและอำเภอ',
  ],
  // ingest
  ['the letter has no field "{a}"', 'หนังสือไม่มีช่อง "{a}"'],
  ['"{a}" cannot be its value', '"{a}" เป็นค่าของช่องนี้ไม่ได้'],
  [
    'Name fields as the desk does: number, date, references.0.date.',
    'ใช้ชื่อช่องตามโต๊ะทำงาน: number, date, references.0.date',
  ],
  [
    'Write a day as YYYY-MM-DD, a number as "มท 0808.4/ว 2007", an urgency by its English name.',
    'เขียนวันเป็น ปปปป-ดด-วว เลขเป็น "มท 0808.4/ว 2007" ชั้นความเร็วเป็นชื่ออังกฤษ',
  ],
  ['no letter that was read is named so', 'ไม่มีหนังสือที่อ่านแล้วชื่อนี้'],
  ['Name letters by file and first line: {a}.', 'ระบุหนังสือด้วยไฟล์และบรรทัดแรก: {a}'],
  ['Write an ISO 8601 duration: P1M for every month.', 'เขียนช่วงเวลาแบบ ISO 8601: P1M คือทุกเดือน'],
  ['--fields goes with --merge.', '--fields ใช้กับ --merge'],
  [
    'Black it out in the file, so that no text lies below, and send it again.',
    'ปิดทับในไฟล์โดยไม่ให้มีข้อความอยู่ข้างใต้ แล้วส่งใหม่',
  ],
  ['--pages {a}: give pages as 1-3,7.', '--pages {a} ใช้ไม่ได้ ระบุหน้าเช่น 1-3,7'],
  ['--pages is for one file; {a} were given.', '--pages ใช้กับไฟล์เดียว แต่ระบุมา {a} ไฟล์'],
  ['Which letters? Name files or folders.', 'หนังสือใด ระบุไฟล์หรือโฟลเดอร์'],
  ['Give either --keep-file or --letter-file.', 'ระบุ --keep-file หรือ --letter-file อย่างใดอย่างหนึ่ง'],
  [
    '--letter-file is for one circular; {a} were read. Nothing was written.',
    '--letter-file ใช้กับหนังสือเวียนฉบับเดียว แต่อ่านได้ {a} ฉบับ จึงไม่ได้เขียนสิ่งใด',
  ],
  [
    'There is no document in {a} (.txt, .md, .pdf, .docx, or pictures).',
    'ใน {a} ไม่มีเอกสาร (.txt, .md, .pdf, .docx หรือภาพ)',
  ],
  ['Run the command again when nothing else writes the file.', 'สั่งใหม่เมื่อไม่มีโปรแกรมอื่นเขียนไฟล์นั้น'],
  ['Give it by itself.', 'ระบุไฟล์นั้นอย่างเดียว'],
  ['it is no picture', 'ไม่ใช่ภาพ'],
  ['it is no text in UTF-8, UTF-16 or Windows-874', 'ไม่ใช่ข้อความแบบ UTF-8, UTF-16 หรือ Windows-874'],
  ['it is no JSON', 'ไม่ใช่ JSON'],
  // registry import: what was before, and what took the place of what ended
  [
    'the registry has {a} as "{b}" since {c}, which is after {d}',
    'ทะเบียนมี {a} ชื่อ "{b}" ตั้งแต่ {c} ซึ่งหลังวันที่ {d}',
  ],
  ['A list that is older would take the place of what is newer.', 'รายชื่อที่เก่ากว่าจะทับข้อมูลที่ใหม่กว่า'],
  [
    'Give the day of the list with --as-of, or a newer list.',
    'ระบุวันที่ของรายชื่อด้วย --as-of หรือใช้รายชื่อที่ใหม่กว่า',
  ],
  ['the list has no authority {a}', 'ในรายชื่อไม่มี อปท. {a}'],
  [
    '{a} is no authority that has ended or ends by this list',
    '{a} ไม่ใช่ อปท. ที่สิ้นสภาพแล้วหรือจะสิ้นสภาพตามรายชื่อนี้',
  ],
  [
    'Write the id of the one that ended, "=", and the id of the one that took its place: a500953=a500954.',
    'เขียนรหัสของแห่งที่สิ้นสภาพ ตามด้วย "=" และรหัสของแห่งที่แทน เช่น a500953=a500954',
  ],
  ['{a} was an office until {b}, and this is of {c}', '{a} เป็นหน่วยงานถึง {b} แต่รายการนี้เป็นวันที่ {c}'],
  [
    'An office that is no more does nothing; what came after is of the one that took its place.',
    'หน่วยงานที่สิ้นสภาพแล้วทำอะไรไม่ได้ สิ่งที่เกิดหลังจากนั้นเป็นของหน่วยงานที่แทน',
  ],
  [
    'Name the office that took its place; the registry knows none (npm run registry -- import LIST --successor ID=ID).',
    'ระบุหน่วยงานที่แทน ทะเบียนยังไม่รู้ว่าเป็นแห่งใด (npm run registry -- import LIST --successor ID=ID)',
  ],
  ['Name the office that took its place: {a}.', 'ระบุหน่วยงานที่แทน คือ {a}'],
];
