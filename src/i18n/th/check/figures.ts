/** What the check says of grants and finance. */
export const FIGURE_MESSAGES: readonly (readonly [en: string, th: string])[] = [
  ['{a} has another amount for {b} in {c}', '{a} มียอดของ {b} เดือน {c} อยู่แล้วอีกยอดหนึ่ง'],
  ['Both would be summed.', 'จะถูกรวมทั้งสองยอด'],
  [
    'Keep the one that is right; the other stands in an earlier row of this file or in a file before it.',
    'เก็บยอดที่ถูกไว้ยอดเดียว อีกยอดอยู่ในแถวก่อนหน้าของไฟล์นี้หรือในไฟล์ก่อนหน้า',
  ],
  [
    '{a} of {b} makes the sum since the fiscal year {c} began negative',
    '{a} ของ {b} ทำให้ยอดสะสมตั้งแต่ต้นปีงบประมาณ {c} ติดลบ',
  ],
  [
    'A month may correct what earlier months of the year had too much, and take back no more.',
    'ยอดติดลบใช้ปรับปรุงเดือนก่อนหน้าในปีเดียวกันได้ แต่เกินยอดที่มีอยู่ไม่ได้',
  ],
  [
    'Compare with the source: the sign may be wrong, or an earlier month may lack an amount.',
    'เทียบกับต้นฉบับ เครื่องหมายอาจผิด หรือเดือนก่อนหน้าอาจขาดยอดไป',
  ],
  ['"{a}" is no fiscal year of the Buddhist era', '"{a}" ไม่ใช่ปีงบประมาณ พ.ศ.'],
  [
    'finance is given for {a} to {b}, which are {c} fiscal years',
    'มีข้อมูลการเงินตั้งแต่ปี {a} ถึง {b} รวม {c} ปีงบประมาณ',
  ],
  [
    'From the first to the last are at most {a}, as every month between takes memory: see docs/limits.md.',
    'นับจากปีแรกถึงปีสุดท้ายได้ไม่เกิน {a} ปี เพราะทุกเดือนในช่วงนั้นใช้หน่วยความจำ ดู docs/limits.md',
  ],
  [
    'Rename the folder of a year that was mistyped, or move the oldest years out of content/.',
    'แก้ชื่อโฟลเดอร์ของปีที่พิมพ์ผิด หรือย้ายปีเก่าสุดออกจาก content/',
  ],
  [
    'The folder says in which fiscal year the months and transfers of its files lie.',
    'ชื่อโฟลเดอร์บอกว่าเดือนและการโอนในไฟล์อยู่ในปีงบประมาณใด',
  ],
  ['Rename the folder to "{a}".', 'เปลี่ยนชื่อโฟลเดอร์เป็น "{a}"'],
  ['Rename the folder to the year with four digits: "{a}".', 'เปลี่ยนชื่อโฟลเดอร์เป็นปีสี่หลัก: "{a}"'],
  ['Move the file into a folder such as "{a}" or "{b}".', 'ย้ายไฟล์ไปไว้ในโฟลเดอร์แบบ "{a}" หรือ "{b}"'],
  ['Figures lie in {a}/<fiscal year>/<name>.csv.', 'ตัวเลขอยู่ใน {a}/<ปีงบประมาณ>/<ชื่อ>.csv'],
  ['the row has {a} cells, not {b}', 'แถวนี้มี {a} ช่อง ต้องมี {b} ช่อง'],
  [
    'Give every row the columns of the heading; quote a cell that holds a comma or a quote.',
    'ให้ทุกแถวมีช่องตามหัวตาราง ใส่เครื่องหมายคำพูดให้ช่องที่มีจุลภาคหรือเครื่องหมายคำพูด',
  ],
  ['the row cannot be read as CSV', 'อ่านแถวนี้เป็น CSV ไม่ได้'],
  ['"{a}" is not a number of people', '"{a}" ไม่ใช่จำนวนคน'],
  ['Write Arabic digits without grouping.', 'เขียนเลขอารบิกโดยไม่มีเครื่องหมายคั่นหลัก'],
  [
    'a total of {a} is stated, and no amount that it could be the sum of',
    'มียอดรวมของ {a} แต่ไม่มียอดที่นำมารวมได้',
  ],
  [
    'a total of "{a}" is stated, and no transfer that it could be the sum of',
    'มียอดรวมของ "{a}" แต่ไม่มีการโอนที่นำมารวมได้',
  ],
  [
    'What was not reported by category can be neither compared nor shown.',
    'ยอดที่ไม่ได้แยกตามหมวดเทียบและแสดงไม่ได้',
  ],
  [
    'What is not known by office can be neither compared nor shown.',
    'ยอดที่ไม่รู้ว่าเป็นของหน่วยงานใดเทียบและแสดงไม่ได้',
  ],
  ['Add the rows of the categories, or remove the total.', 'เพิ่มแถวของแต่ละหมวด หรือเอายอดรวมออก'],
  ['Add the rows of the offices, or remove the total.', 'เพิ่มแถวของแต่ละหน่วยงาน หรือเอายอดรวมออก'],
  ['a total of {a} is stated a second time', 'มียอดรวมของ {a} ซ้ำเป็นครั้งที่สอง'],
  ['Keep the one that is right.', 'เก็บแถวที่ถูกไว้แถวเดียว'],
  ['the figures are as of a day before {a} began', 'ตัวเลขเป็นของวันก่อนเริ่มเดือน {a}'],
  ['Write the day on which the figures were taken from the accounts.', 'เขียนวันที่นำตัวเลขออกจากบัญชี'],
  ['a made-up figure stands in a file of real ones', 'มีข้อมูลตัวอย่างอยู่ในไฟล์ข้อมูลจริง'],
  ['a file of made-up figures holds a row with another source', 'ไฟล์ข้อมูลตัวอย่างมีแถวที่มาจากแหล่งอื่น'],
  ['Readers must always see which figures are made up.', 'ผู้อ่านต้องเห็นเสมอว่าตัวเลขใดเป็นข้อมูลตัวอย่าง'],
  [
    'Keep rows with the source "{a}" in files whose names begin with "{b}", and only there.',
    'ให้แถวที่มีแหล่งเป็น "{a}" อยู่ในไฟล์ที่ชื่อขึ้นต้นด้วย "{b}" เท่านั้น',
  ],
  ['"{a}" is not a month of the calendar', '"{a}" ไม่ใช่เดือนในปฏิทิน'],
  [
    'Write the year with all four digits of the Gregorian calendar, and the month: 2025-10.',
    'เขียนปี ค.ศ. ให้ครบสี่หลัก ตามด้วยเดือน: 2025-10',
  ],
  ['{a} lies outside the fiscal year {b}', '{a} อยู่นอกปีงบประมาณ {b}'],
  ['The fiscal year {a} runs from {b} to {c}.', 'ปีงบประมาณ {a} เริ่ม {b} ถึง {c}'],
  ['Correct the month, or move the row to a file in {a}.', 'แก้เดือน หรือย้ายแถวไปไว้ในไฟล์ของ {a}'],
  ['Correct the date, or move the row to a file in {a}.', 'แก้วันที่ หรือย้ายแถวไปไว้ในไฟล์ของ {a}'],
  ['"{a}" is not an amount in baht', '"{a}" ไม่ใช่จำนวนเงินเป็นบาท'],
  [
    'Write baht with a point and no grouping: 1234567.50; nothing may be smaller than a satang.',
    'เขียนเป็นบาทด้วยจุดทศนิยม ไม่มีเครื่องหมายคั่นหลัก เช่น 1234567.50 และไม่เล็กกว่าหนึ่งสตางค์',
  ],
  ['{a} baht is more than any authority has', '{a} บาทมากเกินกว่าที่ อปท. ใดจะมี'],
  [
    'Compare with the source; amounts are in baht, not in satang.',
    'เทียบกับต้นฉบับ จำนวนเงินเป็นบาท ไม่ใช่สตางค์',
  ],
  ['{a} is no authority of the registry', '{a} ไม่ใช่ อปท. ในทะเบียน'],
  [
    'Correct the id (npm run registry -- find TEXT), or add the office to the registry.',
    'แก้รหัส (npm run registry -- find TEXT) หรือเพิ่มหน่วยงานในทะเบียน',
  ],
  ['"{a}" is no category', 'ไม่มีหมวดชื่อ "{a}"'],
  ['Write one of: {a}.', 'ใช้ค่าใดค่าหนึ่ง: {a}'],
  ['"{a}" is a category of {b}', '"{a}" เป็นหมวดของ {b}'],
  ['Write {a} as the side, or a category of {b}.', 'ใส่ side เป็น {a} หรือใช้หมวดของ {b}'],
  ['the amount of a transfer is negative', 'จำนวนเงินที่โอนติดลบ'],
  [
    'A transfer only gives; what is taken back is announced by a letter of its own.',
    'การโอนมีแต่ให้ การเรียกคืนมีหนังสือแจ้งต่างหาก',
  ],
  [
    'Correct the sign, or leave the row out and say in the source what was taken back.',
    'แก้เครื่องหมาย หรือเอาแถวออกแล้วบอกยอดเรียกคืนในช่องแหล่งที่มา',
  ],
  ['the transfer to {a} is in {b} too', 'การโอนให้ {a} มีอยู่ใน {b} ด้วย'],
  [
    'Keep one; where an office was sent money twice, tell the two apart by transfer or period.',
    'เก็บไว้แถวเดียว ถ้าโอนสองครั้งจริงให้แยกด้วยช่อง transfer หรือ period',
  ],
  ['{a} has a row already', '{a} มีแถวอยู่แล้ว'],
  ['Keep the newer one.', 'เก็บแถวที่ใหม่กว่า'],
  [
    'the stated total of "{a}" is {b}, the sum of its parts {c}',
    'ยอดรวมที่แจ้งของ "{a}" คือ {b} แต่ผลรวมของรายการคือ {c}',
  ],
  [
    'Compare both with the source; until one is corrected the pages show the sum and the stated total.',
    'เทียบทั้งสองยอดกับต้นฉบับ ระหว่างนี้หน้าเว็บแสดงทั้งผลรวมและยอดที่แจ้ง',
  ],
];
