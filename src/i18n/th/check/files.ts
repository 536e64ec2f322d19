/** What the check says of rows, of the operator, and of files that hold fields. */
export const FILE_MESSAGES: readonly (readonly [en: string, th: string])[] = [
  [
    'only a correction names the movement that it corrects, and it always does',
    'เฉพาะแถวแก้ไขเท่านั้นที่บอกว่าแก้แถวใด และต้องบอกเสมอ',
  ],
  [
    'Give the no of an earlier row with kind corrected; leave it empty with any other kind.',
    'ใส่ no ของแถวก่อนหน้าเมื่อ kind เป็น corrected นอกนั้นเว้นว่าง',
  ],
  ['row {a} does not stand before this one', 'แถว {a} ไม่ได้อยู่ก่อนแถวนี้'],
  ['Name an earlier row.', 'บอกแถวที่อยู่ก่อน'],
  ['a sent letter has no addressee', 'แถวที่ส่งไม่มีผู้รับ'],
  ['Give the offices or groups it was sent to.', 'ใส่หน่วยงานหรือกลุ่มที่ส่งถึง'],
  ['only a sent letter has addressees', 'เฉพาะแถวที่ส่งเท่านั้นที่มีผู้รับ'],
  ['Leave the column empty.', 'เว้นช่องนี้ว่าง'],
  [
    'the date is not known to the day, and not marked as doubtful',
    'ไม่รู้ถึงวัน และไม่ได้ทำเครื่องหมายว่าไม่แน่ใจ',
  ],
  [
    'Write YYYY-MM-DD; for an unreadable date name "date" under doubt and what was read under read.',
    'เขียน YYYY-MM-DD อ่านไม่ออกใส่ "date" ใน doubt และสิ่งที่อ่านได้ใน read',
  ],
  ['A date that nobody doubts enters sums.', 'วันที่ไม่มีเครื่องหมายจะถูกนำไปคำนวณ'],
  [
    'Write it as "มท 0808.4/ว 2007"; leave an unreadable one empty and name "number" under doubt.',
    'เขียนแบบ "มท 0808.4/ว 2007" อ่านไม่ออกเว้นว่าง แล้วใส่ "number" ใน doubt',
  ],
  [
    'a sent letter has no number, and its number is not marked as doubtful',
    'แถวที่ส่งไม่มีเลขที่ และไม่ได้ทำเครื่องหมายว่าไม่แน่ใจ',
  ],
  ['Give the letter number, or name "number" under doubt.', 'ใส่เลขที่ หรือใส่ "number" ใน doubt'],
  ['"{a}" is not a whole number from 1', '"{a}" ไม่ใช่จำนวนเต็มตั้งแต่ 1'],
  ['Write Arabic digits without leading zeros.', 'เขียนเลขอารบิกที่ไม่ขึ้นต้นด้วย 0'],
  ['"{a}" is neither an office nor a group', '"{a}" ไม่ใช่หน่วยงานและไม่ใช่กลุ่ม'],
  ['Write office ids or groups ({a}), parted by ";".', 'เขียนรหัสหน่วยงานหรือกลุ่ม ({a}) คั่นด้วย ";"'],
  ['"{a}" is not a doubt', '"{a}" ใช้ในช่อง doubt ไม่ได้'],
  ['"{a}" is not a time', '"{a}" ไม่ใช่เวลา'],
  ['Write hours and minutes of the 24-hour clock: 09:30.', 'เขียนชั่วโมงและนาทีแบบ 24 ชั่วโมง เช่น 09:30'],
  [
    'districts and authorities lie in a province, other offices do not',
    'อำเภอและ อปท. อยู่ในจังหวัด หน่วยงานอื่นไม่อยู่',
  ],
  [
    'Give the province of a district or authority; leave it empty elsewhere.',
    'ใส่จังหวัดของอำเภอหรือ อปท. นอกนั้นเว้นว่าง',
  ],
  ['the text is not finished: it has "…" in it', 'ข้อความยังเขียนไม่เสร็จ มี "…" อยู่'],
  ['Write it in full.', 'เขียนให้ครบ'],
  [
    'It was copied from an example, and would be shown to everybody.',
    'คัดลอกมาจากตัวอย่าง และทุกคนจะเห็น',
  ],
  ['the name of the operator is not in Thai', 'ชื่อผู้ดูแลไม่เป็นภาษาไทย'],
  [
    'Write the full name of the office or body in Thai; an English name may follow it.',
    'เขียนชื่อเต็มของหน่วยงานเป็นภาษาไทย ตามด้วยชื่ออังกฤษได้',
  ],
  ['The pages are in Thai, and say who runs this copy.', 'หน้าเว็บเป็นภาษาไทยและบอกว่าใครดูแล'],
  [
    'Mail to it reaches nobody, and every page would ask people to write there.',
    'อีเมลที่ส่งไปไม่ถึงใคร และทุกหน้าจะชวนให้ส่งไปที่นั่น',
  ],
  [
    'Write the address of the office that answers reports, or remove content/operator.yaml.',
    'เขียนอีเมลของหน่วยงานที่ตอบเรื่องที่แจ้ง หรือเอา content/operator.yaml ออก',
  ],
  ['the e-mail address is one of an example', 'อีเมลนี้เป็นของตัวอย่าง'],
  ['this is not the telephone number of an office', 'ไม่ใช่โทรศัพท์ของหน่วยงาน'],
  [
    'Write it as "0-2241-9000" or "0-2241-9000 ต่อ 123", in quotes.',
    'เขียนแบบ "0-2241-9000" หรือ "0-2241-9000 ต่อ 123" ในเครื่องหมายคำพูด',
  ],
  ['the homepage is one of an example', 'เว็บไซต์นี้เป็นของตัวอย่าง'],
  [
    'Write the address of the office, or remove "homepage".',
    'เขียนที่อยู่เว็บของหน่วยงาน หรือเอา "homepage" ออก',
  ],
  ['Readers would be led nowhere.', 'ผู้อ่านจะไปไม่ถึงที่ใด'],
  [
    'the CSV cannot be read: the row is longer than that of any table',
    'อ่าน CSV ไม่ได้: แถวยาวเกินกว่าตารางใดจะมี',
  ],
  [
    'Look whether it is a table at all, and save it again as CSV from the spreadsheet.',
    'ดูว่าเป็นตารางจริงหรือไม่ แล้วบันทึกจากโปรแกรมตารางเป็น CSV ใหม่',
  ],
  ['the CSV cannot be read: {*a}', 'อ่าน CSV ไม่ได้: {*a}'],
  [
    'Give every line as many cells as the heading; quote a cell that holds a comma or a quote.',
    'ทุกบรรทัดต้องมีจำนวนช่องเท่าหัวตาราง ช่องที่มีจุลภาคหรือเครื่องหมายคำพูดให้ครอบด้วยเครื่องหมายคำพูด',
  ],
  ['the heading is "{a}"', 'หัวตารางเป็น "{a}"'],
  ['Write the heading "{a}".', 'เขียนหัวตารางเป็น "{a}"'],
  ['the file is empty', 'ไฟล์ว่าง'],
  ['the front matter is not closed', 'ส่วนหัวของไฟล์ไม่มีบรรทัดปิด'],
  [
    'Put a line "---", without anything in front of it, below the last field.',
    'ใส่บรรทัด "---" โดยไม่มีอะไรนำหน้า ไว้ใต้ช่องสุดท้าย',
  ],
  ['the file has no front matter', 'ไฟล์ไม่มีส่วนหัว'],
  [
    'The fields of a record stand between two lines "---" at its head.',
    'ช่องต่าง ๆ อยู่ระหว่างบรรทัด "---" สองบรรทัดที่หัวไฟล์',
  ],
  [
    'Begin the file with a line "---", the fields in YAML, and a line "---".',
    'เริ่มไฟล์ด้วยบรรทัด "---" ตามด้วยช่องต่าง ๆ แล้วบรรทัด "---"',
  ],
];
