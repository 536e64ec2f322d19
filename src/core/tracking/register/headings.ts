import { toArabicDigits } from '#core/letter/digits.ts';

/** What the columns of a register of letters received (form 13) or sent (form 14) hold. */
export const REGISTER_FIELDS = [
  'register-number',
  'letter-number',
  'letter-date',
  'entry-date',
  'time',
  'from',
  'to',
  'subject',
  'secrecy',
  'desk',
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];

// Longer names first: "วันที่รับ" is no "วันที่".
const SPELLINGS: readonly (readonly [RegisterField, RegExp])[] = [
  [
    'register-number',
    /^(?:เลข(?:ที่)?)?(?:ทะเบียน)(?:หนังสือ)?(?:รับ|ส่ง)(?:ที่)?$|^เลข(?:ที่)?(?:รับ|ส่ง)$|^(?:รับ|ส่ง)ที่$|^เลขทะเบียน$/,
  ],
  [
    'entry-date',
    /^(?:วัน)?(?:เดือน)?(?:ปี)?(?:วันที่|วัน|ที่)?(?:ลง)?(?:รับ|ส่ง)(?:หนังสือ)?$|^(?:วันที่|วัน)(?:ลง)?(?:ทะเบียน)?(?:รับ|ส่ง)(?:หนังสือ)?$|^(?:รับ|ส่ง)(?:เมื่อ)?วันที่$|^วันเดือนปีที่?(?:รับ|ส่ง)$/,
  ],
  [
    'letter-date',
    /^(?:ลงวันที่(?:เดือนปี)?|ลงวันเดือนปี|ลว|วันที่หนังสือ|วันที่ของหนังสือ|หนังสือลงวันที่|วันที่ลงในหนังสือ|วันเดือนปีของหนังสือ|วันที่)$/,
  ],
  ['letter-number', /^(?:ที่|เลขที่|ที่หนังสือ|เลขหนังสือ|เลขที่หนังสือ|หนังสือที่|เลขที่ของหนังสือ)$/],
  ['time', /^(?:เวลา|เวลารับ|เวลาที่รับ|เวลาส่ง)น?$/],
  ['from', /^(?:จาก(?:หน่วยงาน)?|ผู้ส่ง|หน่วยงานผู้ส่ง|หน่วยงานเจ้าของหนังสือ|หน่วยงานต้นเรื่อง|ส่วนราชการ)$/],
  ['to', /^(?:(?:เรียน|ส่ง)?ถึง(?:หน่วยงาน)?|เรียน|ผู้รับ|หน่วยงานผู้รับ)$/],
  ['subject', /^(?:เรื่อง|ชื่อเรื่อง)$/],
  ['secrecy', /^(?:ชั้นความลับ|ความลับ)$/],
  ['desk', /^(?:หน่วยรับ|กลุ่มงาน|จุดรับ|ส่งกลุ่มงาน)$/],
];

const plain = (heading: string): string =>
  toArabicDigits(heading)
    .normalize('NFC')
    .replace(/\u0e4d\u0e32/g, 'ำ')
    .replace(/[\s./()\-:_*]/g, '');

/** The field that a heading names in one of its usual spellings; null for any other. */
export const fieldOfHeading = (heading: string): RegisterField | null =>
  SPELLINGS.find(([, spelling]) => spelling.test(plain(heading)))?.[0] ?? null;

/** Where each field stands in a row of headings, and which register it is; null where the row is no heading. */
export interface Headings {
  readonly places: ReadonlyMap<RegisterField, number>;
  readonly kind: 'received' | 'sent';
}

/**
 * Reads a row as the heading of a register. It is one where letter number and subject stand beside a third field;
 * title rows above it, often merged over all columns, are not. `known` is the kind, where the caller knows it.
 */
export const readHeadings = (
  row: readonly string[],
  known: Headings['kind'] | null = null,
): Headings | null => {
  const places = new Map<RegisterField, number>();
  for (const [at, heading] of row.entries()) {
    const field = fieldOfHeading(heading);
    if (field !== null && !places.has(field)) places.set(field, at);
  }
  if (!places.has('letter-number') || places.size < 3) return null;
  if (!places.has('subject') && !places.has('letter-date')) return null;
  const says = row.map(plain).join(' ');
  const kind =
    known ??
    (/ส่ง/.test(says.replace(/ผู้ส่ง|ส่งกลุ่มงาน/g, '')) && !/รับ/.test(says.replace(/ผู้รับ\S*/g, ''))
      ? 'sent'
      : 'received');
  return { places, kind };
};
