import type { AddresseeGroup, LetterLevel } from '../letter.ts';
import { isAgencyAbbreviation } from './agencies.ts';
import { MINISTRY_PREFIXES, PROVINCES, provinceOfName, provinceOfPrefix } from './prefixes.ts';
import { editDistance, skeleton } from './spelling.ts';

/** An office as a letter names it. */
export interface NamedOffice {
  readonly level: LetterLevel;
  /** Name of the office, not of its building: จังหวัดนครพนม, not ศาลากลางจังหวัดนครพนม. */
  readonly name: string;
}

/** Departments whose letters reach local authorities; the list only helps to recognise misread names. */
export const DEPARTMENTS = [
  'กรมส่งเสริมการปกครองท้องถิ่น',
  'กรมการปกครอง',
  'กรมการพัฒนาชุมชน',
  'กรมที่ดิน',
  'กรมป้องกันและบรรเทาสาธารณภัย',
  'กรมโยธาธิการและผังเมือง',
  'กรมบัญชีกลาง',
  'กรมควบคุมโรค',
  'กรมอนามัย',
  'กรมควบคุมมลพิษ',
  'สำนักงานปลัดกระทรวงมหาดไทย',
  'สำนักงานการตรวจเงินแผ่นดิน',
  'สำนักงาน ก.พ.',
] as const;

const MINISTRIES = [...new Set(Object.values(MINISTRY_PREFIXES))];

const PATTERNS: readonly (readonly [LetterLevel, RegExp, string])[] = [
  ['province', /^(?:ศาลากลาง\s?|ที่ทำการปกครอง\s?)?จังหวัด\s?([ก-\u0E4E]{2,20})$/, 'จังหวัด'],
  [
    'district',
    /^(?:ที่ว่าการ\s?|ที่ทำการปกครอง\s?)?อำเภอ\s?([ก-\u0E4E]{2,25})(?:\s+จังหวัด\s?[ก-\u0E4E]+)?$/,
    'อำเภอ',
  ],
  [
    'authority',
    /^((?:สำนักงาน)?(?:เทศบาล(?:นคร|เมือง|ตำบล)|องค์การบริหารส่วน(?:จังหวัด|ตำบล))\s?[ก-\u0E4E]{2,30}|เมืองพัทยา)/,
    '',
  ],
  ['ministry', /^(กระทรวง[ก-\u0E4E ]{3,60})$/, ''],
  ['department', /^(กรม[ก-\u0E4E]{3,60})$/, ''],
  [
    'department',
    /^(สำนักงาน\s?(?:ปลัดกระทรวง|คณะกรรมการ|การตรวจ|(?:[ก-ฮ]{1,5}\.)+)[ก-\u0E4E., ]{0,60})$/,
    '',
  ],
  ['department', /^(สำนัก(?:งบประมาณ|เลขาธิการคณะรัฐมนตรี|งานคณะกรรมการกฤษฎีกา))$/, ''],
  ['ministry', new RegExp(`^(${MINISTRIES.join('|')})$`), ''],
];

/** The office that a line of a letter's head names; null where the line names none. */
export const officeOfHeadLine = (line: string): NamedOffice | null => {
  // The last full stop of an abbreviation (ก.อบต.) belongs to it.
  const text = line.replace(/(?<!\.[ก-ฮ]{1,4}(?=\.$))[.,:]+$/, '').trim();
  for (const [level, pattern, kind] of PATTERNS) {
    const match = pattern.exec(text);
    if (match)
      return {
        level,
        name: `${kind}${(match[1] as string).replace(/^สำนักงาน(?=เทศบาล|องค์การ)/, '')}`,
      };
  }
  return null;
};

const POSTS: readonly (readonly [LetterLevel, RegExp, string])[] = [
  ['province', /ผู้ว่าราชการจังหวัด\s?([ก-\u0E4E]{2,20})/, 'จังหวัด'],
  ['district', /^(?:ปลัดอำเภอ.*)?นายอำเภอ\s?([ก-\u0E4E]{2,25})/, 'อำเภอ'],
  ['authority', /^นายก((?:เทศมนตรี|องค์การบริหารส่วน)[ก-\u0E4E ]{3,40})/, ''],
  [
    'ministry',
    /(?:^|\s)(?:ปลัด|รัฐมนตรีว่าการ)(กระทรวง[ก-\u0E4E]{3,40}(?: วิทยาศาสตร์ วิจัยและนวัตกรรม)?)/,
    '',
  ],
  ['department', /(?:^|\s)อธิบดี(กรม[ก-\u0E4E]{3,60})/, ''],
  ['department', /(?:^|\s)อธิบดี([ก-\u0E4E]{6,60})/, ''],
];

/** The office on whose behalf a post signs: อธิบดีกรมบัญชีกลาง → กรมบัญชีกลาง. */
export const officeOfPost = (post: string): NamedOffice | null => {
  for (const [level, pattern, kind] of POSTS) {
    const match = pattern.exec(post.trim());
    if (!match) continue;
    const name = (match[1] as string).trim().replace(/^เทศมนตรี/, 'เทศบาล');
    return { level, name: `${kind}${name}` };
  }
  return null;
};

/** Whether an office of this name is known to exist. Districts and authorities are too many to be known here. */
export const isKnownOffice = ({ level, name }: NamedOffice): boolean => {
  if (level === 'province') return provinceOfName(name.replace(/^จังหวัด/, '')) !== undefined;
  if (level === 'ministry') return MINISTRIES.includes(name);
  if (level !== 'department') return false;
  const abbreviation = /^สำนักงาน\s?([ก-ฮ.]{3,})$/.exec(name)?.[1];
  return (
    (DEPARTMENTS as readonly string[]).includes(name) ||
    (abbreviation !== undefined && isAgencyAbbreviation(abbreviation))
  );
};

const NAMES: Readonly<Partial<Record<LetterLevel, readonly string[]>>> = {
  province: PROVINCES.map(({ name }) => `จังหวัด${name}`),
  ministry: MINISTRIES,
  department: DEPARTMENTS,
};

/** The known office of the same level whose name is nearest, if at most a third of it was misread; null otherwise. */
export const nearestOffice = ({ level, name }: NamedOffice): string | null => {
  const bare = skeleton(name);
  const ranked = (NAMES[level] ?? [])
    .map((known) => ({
      known,
      edits: editDistance(bare, skeleton(known), Math.floor(bare.length / 3)),
    }))
    .sort((a, b) => a.edits - b.edits);
  const [first, second] = ranked;
  if (!first || first.edits > bare.length / 3 || first.edits === second?.edits) return null;
  return first.known;
};

/** The prefix with which letters of an office begin; null where that does not follow from its name. */
export const prefixOfOffice = ({ level, name }: NamedOffice): string | null => {
  if (level === 'province') return provinceOfName(name.replace(/^จังหวัด/, ''))?.prefix ?? null;
  if (level === 'ministry') {
    return Object.entries(MINISTRY_PREFIXES).find(([, ministry]) => ministry === name)?.[0] ?? null;
  }
  return /^กรม(?:ส่งเสริมการปกครองท้องถิ่น|การปกครอง|ที่ดิน|การพัฒนาชุมชน|ป้องกันและบรรเทาสาธารณภัย|โยธาธิการและผังเมือง)$/.test(
    name,
  )
    ? 'มท'
    : name === 'กรมบัญชีกลาง'
      ? 'กค'
      : null;
};

/** The same for an office as a reference names it; a district's letters have the prefix of its province. */
export const prefixOfNamed = (text: string): string | null => {
  const province = /จังหวัด\s?([ก-\u0E4E]+)$/.exec(text)?.[1];
  const known = province === undefined ? undefined : provinceOfName(province);
  if (known) return known.prefix;
  const office = officeOfHeadLine(text);
  return office && office.level !== 'district' ? prefixOfOffice(office) : null;
};

/** The province whose letters, or whose districts' letters, begin with a prefix. */
export const provinceNameOfPrefix = (prefix: string): string | null =>
  provinceOfPrefix(prefix)?.name ?? null;

const GROUPS: readonly (readonly [AddresseeGroup, RegExp])[] = [
  ['provinces', /^(?:(?:ผู้ว่าราชการ|(?:สำนักงานส่งเสริมการปกครอง)?ท้องถิ่น)?จังหวัด)\s*(?:ทุก|\(ทุก)/],
  ['districts', /^(?:นายอำเภอ|อำเภอ)\s*(?:ทุก|\(ทุก)/],
  ['paos', /^(?:นายก)?องค์การบริหารส่วนจังหวัด\s*(?:ทุก|\(ทุก)/],
  ['cities', /^(?:นายกเทศมนตรี|เทศบาล)นคร\s*(?:ทุก|\(ทุก)/],
  ['towns', /^(?:นายกเทศมนตรี|เทศบาล)เมือง\s*(?:ทุก|\(ทุก)/],
  ['subdistrict-municipalities', /^(?:นายกเทศมนตรี|เทศบาล)ตำบล\s*(?:ทุก|\(ทุก)/],
  ['saos', /^(?:นายก)?องค์การบริหารส่วนตำบล\s*(?:ทุก|\(ทุก)/],
];

/** The group of offices that an addressee names as a whole ("นายอำเภอ ทุกอำเภอ"); undefined for a single one. */
export const groupOfAddressee = (text: string): AddresseeGroup | undefined =>
  GROUPS.find(([, pattern]) => pattern.test(text))?.[0];

/** Whether an addressee is spelled as one that is known to exist: a group, or an office named after its province. */
export const isKnownAddressee = (text: string): boolean =>
  (groupOfAddressee(text) !== undefined &&
    /ทุก(?:จังหวัด|อำเภอ|แห่ง)\)?(?:\s*\((?:ยก)?เว้น[^()]*\))?$/.test(text)) ||
  (/^(?:ผู้ว่าราชการ|นายกองค์การบริหารส่วน)จังหวัด\s?([ก-\u0E4E]+)$/.exec(text)?.[1] !== undefined &&
    PROVINCES.some(({ name }) => text.endsWith(name))) ||
  (/^นายกเทศมนตรี(?:นคร|เมือง)/.test(text) && PROVINCES.some(({ name }) => text.endsWith(name)));
