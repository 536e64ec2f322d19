import type { Phrases } from './part.ts';

/** Made-up districts and sub-districts. */
export const DISTRICTS: Phrases<string> = {
  tuning: ['เมืองใหม่', 'บ้านกลาง', 'ดอนงาม', 'ท่าเรือ', 'หนองใหญ่', 'วังทอง', 'กุดตัวอย่าง'],
  'held-out': ['โคกสมมติ', 'ปากคลอง', 'นาทดลอง', 'เขาจำลอง', 'ห้วยลึก', 'ศรีสมมติ'],
};

export const SUBDISTRICTS: Phrases<string> = {
  tuning: ['ตัวอย่าง', 'หนองสมมติ', 'ท่าทดสอบ', 'บางลอง', 'ดงจำลอง'],
  'held-out': ['คลองสมมุติ', 'โนนตัวอย่าง', 'เกาะทดลอง', 'ป่าเรียน', 'ควนสมมุติ'],
};

/** Made-up people: given name and surname. */
export const PEOPLE: Phrases<string> = {
  tuning: [
    'สมมติ ตัวอย่าง',
    'ทดสอบ ระบบดี',
    'จำลอง ข้อมูลงาม',
    'ตัวอย่าง ลองอ่าน',
    'สมชาย สมมติวงศ์',
    'กมล แบบร่าง',
  ],
  'held-out': ['สมศรี ทดลองชัย', 'ลองดู จำลองกุล', 'ก้องภพ แบบอย่างดี', 'ญาณี สมมุติสกุล'],
};

/** Titles before a name; ranks among them. */
export const TITLES: Phrases<string> = {
  tuning: ['นาย', 'นาง', 'นางสาว'],
  'held-out': ['นาย', 'นาง', 'นางสาว'],
};

export const RANKS: Phrases<string> = {
  tuning: ['ว่าที่ร้อยตรี ', 'พันเอก ', 'พลเรือเอก ', 'ร้อยตำรวจเอก ', 'ดร.'],
  'held-out': ['ว่าที่พันตรี ', 'พลตำรวจโท ', 'จ่าเอก ', 'นาวาอากาศเอก ', 'ผู้ช่วยศาสตราจารย์ '],
};

/** Addresses below the office in a letterhead; `{province}` and `{code}` are filled in. Streets are made up. */
export const ADDRESSES: Phrases<string> = {
  tuning: [
    'ถนนตัวอย่าง แขวงสมมติ ๑๐๐๐๐',
    'ถนนทดสอบ {code} ๑๐๐๐๐',
    'อำเภอเมืองสมมติ จังหวัด{province} ๑๐๐๐๐',
    'ตำบลตัวอย่าง อำเภอบ้านกลาง จังหวัด{province}',
    'อำเภอบ้านกลาง จังหวัด{province}',
  ],
  'held-out': [
    'ซอยสมมุติ ๙ ถนนลองอ่าน กทม. ๑๐๐๐๐',
    'ศูนย์ราชการตัวอย่าง จังหวัด{province} ๑๐๐๐๐',
    'หมู่ที่ ๙ ตำบลสมมุติ อ.ทดลอง จ.{province} ๑๐๐๐๐',
    'จังหวัด{province} ๑๐๐๐๐',
  ],
};
