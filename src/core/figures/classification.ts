/** The two sides of what an authority reports. */
export const SIDES = ['revenue', 'expenditure'] as const;
export type Side = (typeof SIDES)[number];

/** A kind of revenue, or a budget (งบ) of expenditure; the upper of the two levels. */
export interface Section {
  readonly code: string;
  readonly side: Side;
  readonly name: string;
}

/** A category (หมวด): what amounts are reported by. */
export interface Category {
  readonly code: string;
  readonly side: Side;
  /** Code of the section that it belongs to. */
  readonly section: string;
  readonly name: string;
}

/**
 * Kinds of revenue and budgets of expenditure of local authorities, as budgets and reports of authorities and the tables of
 * the National Statistical Office name them; docs/figures.md says which names were found there and which were not. The codes are
 * this portal's own words, none of an accounting system: what offices write is the name.
 */
export const SECTIONS: readonly Section[] = [
  { code: 'own', side: 'revenue', name: 'รายได้จัดเก็บเอง' },
  {
    code: 'allocated',
    side: 'revenue',
    name: 'รายได้ที่รัฐบาลเก็บแล้วจัดสรรให้องค์กรปกครองส่วนท้องถิ่น',
  },
  { code: 'subsidy', side: 'revenue', name: 'รายได้ที่รัฐบาลอุดหนุนให้องค์กรปกครองส่วนท้องถิ่น' },
  { code: 'central', side: 'expenditure', name: 'งบกลาง' },
  { code: 'personnel', side: 'expenditure', name: 'งบบุคลากร' },
  { code: 'operations', side: 'expenditure', name: 'งบดำเนินงาน' },
  { code: 'investment', side: 'expenditure', name: 'งบลงทุน' },
  { code: 'grants-paid', side: 'expenditure', name: 'งบเงินอุดหนุน' },
  { code: 'other', side: 'expenditure', name: 'งบรายจ่ายอื่น' },
];

const revenue = (section: string, code: string, name: string): Category => ({
  code,
  side: 'revenue',
  section,
  name,
});

const expenditure = (section: string, code: string, name: string): Category => ({
  code,
  side: 'expenditure',
  section,
  name,
});

/** Categories (หมวด), in the order in which authorities report them. */
export const CATEGORIES: readonly Category[] = [
  revenue('own', 'taxes', 'หมวดภาษีอากร'),
  revenue('own', 'fees', 'หมวดค่าธรรมเนียม ค่าปรับ และใบอนุญาต'),
  revenue('own', 'property', 'หมวดรายได้จากทรัพย์สิน'),
  revenue('own', 'utilities', 'หมวดรายได้จากสาธารณูปโภคและการพาณิชย์'),
  revenue('own', 'miscellaneous', 'หมวดรายได้เบ็ดเตล็ด'),
  revenue('own', 'capital', 'หมวดรายได้จากทุน'),
  revenue('allocated', 'allocated-taxes', 'หมวดภาษีจัดสรร'),
  revenue('subsidy', 'subsidies', 'หมวดเงินอุดหนุน'),
  expenditure('central', 'central', 'งบกลาง'),
  expenditure('personnel', 'political-pay', 'เงินเดือน (ฝ่ายการเมือง)'),
  expenditure('personnel', 'staff-pay', 'เงินเดือน (ฝ่ายประจำ)'),
  expenditure('operations', 'remuneration', 'ค่าตอบแทน'),
  expenditure('operations', 'services', 'ค่าใช้สอย'),
  expenditure('operations', 'materials', 'ค่าวัสดุ'),
  expenditure('operations', 'utility-bills', 'ค่าสาธารณูปโภค'),
  expenditure('investment', 'equipment', 'ค่าครุภัณฑ์'),
  expenditure('investment', 'land-buildings', 'ค่าที่ดินและสิ่งก่อสร้าง'),
  expenditure('grants-paid', 'grants-paid', 'เงินอุดหนุน'),
  expenditure('other', 'other', 'รายจ่ายอื่น'),
];

/** The category that records write for the stated total of one side of a report; it is compared, never summed. */
export const TOTAL_CATEGORY = 'total';

/** No code of a category may be longer, in characters: readers of large files compare them as fixed bytes. */
export const LONGEST_CATEGORY_CODE = 16;

/** The categories by their codes. */
export const CATEGORY_BY_CODE: ReadonlyMap<string, Category> = new Map(
  CATEGORIES.map((category) => [category.code, category]),
);
