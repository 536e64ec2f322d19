/** What the check says of threads of the board. */
export const THREAD_MESSAGES: readonly (readonly [en: string, th: string])[] = [
  ['is no time', 'ไม่ใช่วันเวลา'],
  [
    'Write it in UTC to the second: "2026-11-29T03:00:00Z".',
    'เขียนเป็นเวลา UTC ถึงวินาที: "2026-11-29T03:00:00Z"',
  ],
  ['there is no such day', 'ไม่มีวันนี้ในปฏิทิน'],
  ['Write a day of the calendar.', 'เขียนวันที่มีในปฏิทิน'],
  ['is no path of a page', 'ไม่ใช่เส้นทางของหน้า'],
  [
    'Write it with slashes at both ends: /faq/otp-where/.',
    'เขียนโดยมีเครื่องหมายทับทั้งหัวและท้าย: /faq/otp-where/',
  ],
  [
    'a thread has posts, or was taken off; not both, not neither',
    'กระทู้ต้องมีข้อความ หรือถูกนำออกแล้ว อย่างใดอย่างหนึ่งเท่านั้น',
  ],
  [
    'Let npm run desk -- export write it, or leave one of the two out.',
    'ให้ npm run desk -- export เขียน หรือเอาออกอย่างหนึ่ง',
  ],
  ['the question is marked as its answer', 'คำถามถูกทำเครื่องหมายว่าเป็นคำตอบ'],
  ['is no picture of the board', 'ไม่ใช่ภาพของกระดาน'],
  ['Let npm run desk -- export write it.', 'ให้ npm run desk -- export เขียน'],
  ['the picture {a} is missing', 'ไม่มีไฟล์ภาพ {a}'],
  ['The page of the thread would show none.', 'หน้ากระทู้จะไม่มีภาพนี้'],
  [
    'Run npm run desk -- export where the board is, or remove the picture here.',
    'รัน npm run desk -- export ที่เครื่องของกระดาน หรือเอาภาพนี้ออกจากไฟล์',
  ],
  ['no post of the board shows this picture', 'ไม่มีข้อความใดบนกระดานที่ใช้ภาพนี้'],
  [
    'What was taken off the board is not to stay with the portal.',
    'สิ่งที่ถูกนำออกจากกระดานต้องไม่ค้างอยู่ในเว็บ',
  ],
  [
    'Remove it; npm run desk -- export does so by itself.',
    'ลบไฟล์นี้ คำสั่ง npm run desk -- export ลบให้เอง',
  ],
  ['two answers are marked as accepted', 'มีคำตอบสองข้อที่ทำเครื่องหมายว่าผู้ถามเลือก'],
  ['Keep the mark of one of them.', 'เหลือเครื่องหมายไว้ข้อเดียว'],
  ['post {a} is not in the order of the board', 'ข้อความ {a} ไม่อยู่ในลำดับของกระดาน'],
  [
    'Put the question first and answers by their number, each once.',
    'วางคำถามไว้ก่อน แล้วตามด้วยคำตอบเรียงตามเลข ข้อละครั้งเดียว',
  ],
];
