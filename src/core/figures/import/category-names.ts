import { plainCell } from '#core/tracking/register/cell-text.ts';
import { CATEGORIES, SECTIONS, type Side } from '../classification.ts';

/** What a name in a category column or a heading stands for. */
export type NamedCategory =
  | { readonly kind: 'category'; readonly category: string; readonly side: Side }
  /** A section with several categories; what is under it belongs to its side. */
  | { readonly kind: 'section'; readonly side: Side; readonly name: string }
  | { readonly kind: 'side'; readonly side: Side };

/** Other names of categories, beside those that pages show. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  taxes: ['ภาษีอากร', 'รายได้ภาษีอากร'],
  fees: ['ค่าธรรมเนียม ค่าปรับและใบอนุญาต', 'ค่าธรรมเนียม ค่าปรับ ใบอนุญาต', 'ค่าธรรมเนียม'],
  property: ['ทรัพย์สิน', 'รายได้ทรัพย์สิน'],
  utilities: [
    'รายได้จากสาธารณูปโภคและกิจการพาณิชย์',
    'สาธารณูปโภคและการพาณิชย์',
    'สาธารณูปโภคและกิจการพาณิชย์',
    'รายได้จากสาธารณูปโภคและพาณิชย์',
  ],
  miscellaneous: ['เบ็ดเตล็ด'],
  capital: ['ทุน', 'รายได้ทุน'],
  'allocated-taxes': [
    'รายได้ที่รัฐบาลเก็บแล้วจัดสรรให้องค์กรปกครองส่วนท้องถิ่น',
    'รายได้ที่รัฐบาลเก็บแล้วจัดสรรให้',
    'รายได้ที่รัฐบาลเก็บแล้วจัดสรรให้ อปท.',
    'รายได้จัดสรร',
  ],
  subsidies: [
    'รายได้ที่รัฐบาลอุดหนุนให้องค์กรปกครองส่วนท้องถิ่น',
    'รายได้ที่รัฐบาลอุดหนุนให้ อปท.',
    'รายได้ที่รัฐบาลอุดหนุนให้',
  ],
  central: ['รายจ่ายงบกลาง'],
  'political-pay': ['เงินเดือนฝ่ายการเมือง', 'หมวดเงินเดือน (ฝ่ายการเมือง)'],
  'staff-pay': ['เงินเดือนฝ่ายประจำ', 'หมวดเงินเดือน (ฝ่ายประจำ)'],
  equipment: ['ครุภัณฑ์'],
  'land-buildings': ['ที่ดินและสิ่งก่อสร้าง'],
  materials: ['วัสดุ'],
  services: ['ใช้สอย'],
  remuneration: ['ตอบแทน'],
  'utility-bills': ['สาธารณูปโภค'],
  'grants-paid': ['งบเงินอุดหนุน', 'รายจ่ายเงินอุดหนุน'],
  other: ['งบรายจ่ายอื่น', 'รายจ่ายอื่นๆ'],
};

/** A name without numbering, spaces, brackets and the word for a category, which all come and go. */
const bare = (name: string): string =>
  plainCell(name)
    .replace(/^[-–•*\s]+/, '')
    .replace(/^[\s(]*\d+(?:\.\d+)*[\s.)]*/, '')
    .replace(/^(?:หมวด|ประเภท)\s*/, '')
    .replace(/[\s().,ฯ:]/g, '')
    .replace(/ๆ$/, '');

const byName = new Map<string, NamedCategory[]>();
const note = (name: string, known: NamedCategory): void => {
  const key = bare(name);
  const all = byName.get(key) ?? [];
  const isKnown = all.some((one) => JSON.stringify(one) === JSON.stringify(known));
  byName.set(key, isKnown ? all : [...all, known]);
};

for (const { code, side, name } of CATEGORIES) {
  for (const one of [name, ...(OTHER_NAMES[code] ?? [])]) {
    note(one, { kind: 'category', category: code, side });
  }
}
for (const { code, side, name } of SECTIONS) {
  const own = CATEGORIES.filter(({ section }) => section === code);
  if (own.length > 1) note(name, { kind: 'section', side, name });
}
for (const [side, names] of [
  ['revenue', ['รายรับ', 'รายได้', 'ด้านรายรับ', 'รายรับจริง']],
  ['expenditure', ['รายจ่าย', 'ด้านรายจ่าย', 'รายจ่ายจริง']],
] as const) {
  for (const name of names) note(name, { kind: 'side', side });
}

/**
 * What a name stands for; null where it is none, or one of both sides (เงินอุดหนุน) and `side` does not say which. The codes
 * of this portal are names too.
 */
export const categoryNamed = (name: string, side: Side | null): NamedCategory | null => {
  const code = CATEGORIES.find((one) => one.code === name.trim());
  const all = code
    ? [{ kind: 'category', category: code.code, side: code.side } as const]
    : (byName.get(bare(name)) ?? []);
  const fitting =
    side === null ? all : all.filter((one) => one.side === side || one.kind === 'side');
  return fitting.length === 1 ? (fitting[0] as NamedCategory) : null;
};

/** The side that a text names ("รายรับ", "รายจ่ายจริง"); null where it names none or both. */
export const sideNamed = (text: string): Side | null => {
  const plain = plainCell(text);
  const [revenue, expenditure] = [
    /รายรับ|รายได้|รับจริง/.test(plain),
    /รายจ่าย|จ่ายจริง|เบิกจ่าย/.test(plain),
  ];
  if (/^(?:revenue|expenditure)$/.test(plain)) return plain as Side;
  return revenue === expenditure ? null : revenue ? 'revenue' : 'expenditure';
};
