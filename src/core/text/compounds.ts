/**
 * Words of this field that browsers take for two, and would break in the middle (ICU's Thai dictionary, ICU 78):
 * "ท้อง-ถิ่น", "ตัว-ตน". Only words that do not read as their halves; the test drops one as soon as ICU knows it.
 */
export const WORDS = [
  'ข้อเท็จจริง',
  'ครีเอทีฟคอมมอนส์',
  'คลาดเคลื่อน',
  'คัดลอก',
  'เครื่องมือ',
  'งบประมาณ',
  'เจ้าหน้าที่',
  'ช่วยเหลือ',
  'ตรวจสอบ',
  'ตรารับ',
  'ตัวตน',
  'ที่ว่าการ',
  'ท้องถิ่น',
  'นายอำเภอ',
  'บุ๊กมาร์ก',
  'แบบฟอร์ม',
  'ใบเสร็จ',
  'เปอร์เซ็นไทล์',
  'เปิดเผย',
  'ผู้ใช้',
  'ผู้บริหาร',
  'ผู้ว่าราชการ',
  'เผยแพร่',
  'ภายใต้',
  'ภายหลัง',
  'มอบหมาย',
  'รหัสผ่าน',
  'รับผิดชอบ',
  'ราชกิจจานุเบกษา',
  'รายจ่าย',
  'รายชื่อ',
  'ลงทะเบียน',
  'ลงนาม',
  'เลขที่',
  'วันที่',
  'ศาลากลาง',
  'ส่งเสริม',
  'ส่วนราชการ',
  'หนังสือเวียน',
  'หน่วยงาน',
  'หลักฐาน',
  'อารบิก',
  'อ้างถึง',
] as const;

/** Neighbours in which ICU finds words that are not there: "ลงนา-มอ-อก" for "ลงนาม-ออก". */
export const NEIGHBOURS = [
  ['จอ', 'กว้าง'],
  ['ต้อง', 'เตรียม'],
  ['โปรแกรม', 'อ่าน', 'ฟีด'],
  ['เป็น', 'กติกา'],
  ['ผล', 'อย่างไร'],
  ['มี', 'หน้าที่'],
  ['รายการ', 'ฟีด'],
  ['ลงนาม', 'ออก'],
  ['หน้าจอ', 'บอก'],
] as const;

/** What no line may break. The longer ones come first: "ลงนามออก" before "ลงนาม". */
export const COMPOUNDS: readonly string[] = [
  ...NEIGHBOURS.map((words) => words.join('')),
  ...WORDS,
];
