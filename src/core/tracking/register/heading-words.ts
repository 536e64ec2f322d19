import { plainCell } from './cell-text.ts';

/** What a heading says its column holds. `day` and `number` are of the letter or of the register, by where they are. */
export type HeadingWord =
  | 'received-number'
  | 'sent-number'
  | 'register-number'
  | 'letter-number'
  | 'number'
  | 'received-day'
  | 'sent-day'
  | 'register-day'
  | 'letter-date'
  | 'day'
  | 'time'
  | 'from'
  | 'to'
  | 'subject'
  | 'secrecy'
  | 'year'
  | 'desk';

const DAY = '(?:วันเดือนปี(?:ที่)?|วดป(?:ที่)?|วันที่|วัน)';
/** Whose register it is, behind the words for its number. */
const WHOSE =
  '(?:กลาง|ภายใน|ภายนอก|หน่วยงาน|ส่วนกลาง|สำนักงาน|สนง|อบต|อบจ|ทต|ทม|ทน|เทศบาล|อำเภอ|จังหวัด|สำนักปลัด|สป|กอง|ฝ่าย|โรงเรียน)?';
const ACTS = '(?:(?:และ|หนังสือ|เรื่อง|เอกสาร|เข้า|ออก|เวลา|จริง|น)*)';

const numberOf = (act: string): RegExp =>
  new RegExp(
    `^(?:(?:เลข)?(?:ที่)?(?:ทะเบียน)(?:หนังสือ)?(?:ลง)?${act}(?:หนังสือ)?(?:เลข)?(?:ที่)?|เลข(?:ที่)?(?:การ)?(?:ลง)?${act}(?:หนังสือ|เรื่อง|เอกสาร)?(?:ที่)?|(?:ลง)?${act}(?:หนังสือ)?(?:เลข)?ที่|(?:เลข)?ที่(?:ลง)?${act}|ลำดับ(?:ที่)?(?:การ)?(?:ลง)?${act})${WHOSE}$`,
  );
const dayOf = (act: string): RegExp =>
  new RegExp(
    `^(?:${DAY}(?:และ)?(?:เวลา)?(?:ที่)?(?:ได้)?(?:การ)?(?:ลง|ออก)?(?:ทะเบียน|เลข)?(?:หนังสือ)?${act}${ACTS}(?:พศ)?|(?:ได้|ลง)?${act}(?:หนังสือ)?(?:เมื่อ|ณ)?${DAY}${ACTS}(?:พศ)?|(?:ได้|ลง)?${act}เมื่อ)$`,
  );

const WORDS: readonly (readonly [HeadingWord, RegExp])[] = [
  ['secrecy', /(?<![กขคตพสห]|ไม่)ลับ(?!แล|มีด|คม|สมอง|หลัง)|^(?:secrecy|secret|confidential)/i],
  ['letter-number', /^เลข(?:ที่)?หนังสือ(?:ส่ง|ออก)$|^หนังสือ(?:ส่ง|ออก)(?:เลข)?ที่$/],
  ['received-number', /^เลข(?:ที่)?หนังสือ(?:รับ|เข้า)$/],
  ['received-number', numberOf('รับ')],
  ['sent-number', numberOf('ส่ง')],
  ['register-number', /^(?:เลข)?(?:ที่)?ทะเบียน(?:หนังสือ)?(?:เลข)?(?:ที่)?$|^เลขลงทะเบียน$/],
  [
    'letter-date',
    new RegExp(
      `^(?:(?:หนังสือ|เอกสาร)?(?:ต้นทาง|ต้นเรื่อง|ราชการ|ภายนอก)?ลง${DAY}(?:เดือนปี)?(?:หนังสือ)?|ลวท?(?:หนังสือ)?|(?:หนังสือ)?${DAY}(?:ลง|ออก|ที่ลง|ที่ออก)?(?:ใน|ของ|ตาม)?(?:ตัว)?(?:หนังสือ|เอกสาร)(?:ต้นทาง|ต้นเรื่อง|ราชการ|ภายนอก)?(?:ลง)?|(?:หนังสือ|เอกสาร)(?:ต้นทาง|ต้นเรื่อง|ราชการ|ภายนอก)?${DAY})$`,
    ),
  ],
  ['received-day', dayOf('(?:รับ|เข้า)')],
  ['sent-day', dayOf('ส่ง')],
  ['register-day', new RegExp(`^${DAY}(?:ที่)?(?:ลง|ใน)?ทะเบียน(?:หนังสือ)?$|^ลงทะเบียน(?:เมื่อ)?${DAY}$`)],
  [
    'letter-number',
    /^(?!(?:หนังสือ|เอกสาร)(?:ต้นทาง|ต้นเรื่อง|ราชการ|ภายนอก)?(?:และ)?(?:ลงวันที่|ลว|วันที่)$)(?:ที่|เลข|เลขที่|หมายเลข|ที่เลข|ที่เลขที่|เลขที่ที่)?(?:ของ)?(?:หนังสือ|เอกสาร)(?:ต้นทาง|ต้นเรื่อง|ราชการ|ภายนอก)?(?:เลข)?(?:ที่)?(?:และ)?(?:ลงวันที่|ลว|วันที่|วดป)?(?<!^(?:หนังสือ|เอกสาร))$|^(?:เลข)?ที่(?:และ)?(?:ลงวันที่|ลว|วันเดือนปี|วันที่)$|^ที่เลขที่$/,
  ],
  ['number', /^(?:ที่|เลขที่)$/],
  ['day', new RegExp(`^${DAY}(?:และ)?(?:เวลา)?(?:พศ)?$`)],
  ['time', /^(?:ลง)?(?:รับ|ส่ง)?เวลา(?:ที่)?(?:ลง)?(?:รับ|ส่ง)?(?:หนังสือ)?น?$/],
  [
    'from',
    /^(?:(?:รับ|หนังสือ|ส่ง|มา)?จาก(?:หน่วยงาน|ส่วนราชการ|ไหน|ใคร)?(?:ใด)?|ผู้ส่ง|หน่วยงาน(?:ที่|ผู้)ส่ง|(?:หน่วยงาน|ส่วนราชการ)(?:เจ้าของ|ต้น)(?:หนังสือ|เรื่อง)|เจ้าของ(?:หนังสือ|เรื่อง)|ต้นเรื่อง|ส่วนราชการ)$/,
  ],
  ['to', /^(?:(?:เรียน|ส่ง)?ถึง(?:หน่วยงาน|ใคร|ผู้ใด)?|เรียน|ผู้รับ|หน่วยงาน(?:ที่|ผู้)รับ|หน่วยงานปลายทาง)$/],
  ['subject', /^(?:ชื่อ|หัว|สรุป)?(?:หัวข้อ)?เรื่อง(?:ย่อ|โดยย่อ|รายละเอียด|หนังสือ|ที่รับ|ที่ส่ง)?$/],
  ['year', /^(?:ประจำ)?ปี(?:พศ)?$|^พศ$/],
  ['desk', /^(?:หน่วยรับ|(?:ส่ง)?กลุ่มงาน|จุดรับ)$/],
];

/** A heading without anything but its letters. */
export const plainHeading = (heading: string): string =>
  plainCell(heading).replace(/[\s./()\-–:_*,"'|\\[\]]/g, '');

const known = new Map<string, HeadingWord | null>();
const MOST_KNOWN = 2000;

/** What a heading in one of its usual spellings says; null for any other text. */
export const wordOfHeading = (heading: string): HeadingWord | null => {
  if (heading.length > 60) return null;
  const plain = plainHeading(heading);
  const found = known.get(plain);
  if (found !== undefined) return found;
  const word =
    plain === '' ? null : (WORDS.find(([, spelling]) => spelling.test(plain))?.[0] ?? null);
  if (known.size < MOST_KNOWN) known.set(plain, word);
  return word;
};
