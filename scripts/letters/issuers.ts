import type { LetterLevel } from '#core/letter/letter.ts';
import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import type { Random } from '../lib/random.ts';
import { AGENCIES, type CentralOffice, DEPARTMENTS, MINISTRIES } from './words/offices.ts';
import type { Phrases, Vocabulary } from './words/part.ts';
import { DISTRICTS, SUBDISTRICTS } from './words/places.ts';

/** Kinds of office that issue letters. */
export const ISSUER_KINDS = [
  'department',
  'ministry',
  'agency',
  'province',
  'provincial-unit',
  'district',
  'municipality',
  'sao',
  'pao',
  'school-area',
] as const;
export type IssuerKind = (typeof ISSUER_KINDS)[number];

/** An office that issues a letter, and how its letters name it. */
export interface Issuer {
  readonly kind: IssuerKind;
  /** Null where the levels of the chain do not say which it is. */
  readonly level: LetterLevel | null;
  readonly name: string;
  /** As the letterhead names it, which may be its building. */
  readonly heading: string;
  readonly prefix: string;
  readonly unit: string;
  /** Lines below the name of who signs. */
  readonly posts: readonly string[];
  readonly to: readonly string[];
}

/** Lines below a name that signs for another post. */
const actingFor = (own: string, post: string, random: Random): string[] => {
  const acting = random.pick(['ปฏิบัติราชการแทน', 'ปฏิบัติราชการแทน', 'รักษาราชการแทน']);
  return random.pick([
    [`${own} ${acting}`, post],
    [own, acting, post],
    [own, `${acting} ${post}`],
  ]);
};

const CENTRAL_TO = ['ผู้ว่าราชการจังหวัด ทุกจังหวัด'] as const;

const central =
  (kind: IssuerKind, offices: Phrases<CentralOffice>) =>
  (random: Random, vocabulary: Vocabulary): Issuer => {
    const { name, prefix, unit, post, level } = random.pick(offices[vocabulary]);
    const acting = kind === 'department' && random.chance(0.6);
    return {
      kind,
      level,
      name,
      heading: name,
      prefix,
      unit,
      posts: acting ? actingFor('รองอธิบดี', post, random) : [post],
      to: CENTRAL_TO,
    };
  };

/** Bangkok, the first, is no part of the chain. */
const anyProvince = (random: Random) => random.pick(PROVINCES.slice(1));

const province = (random: Random): Issuer => {
  const { name, prefix } = anyProvince(random);
  const acting = random.chance(0.5);
  return {
    kind: 'province',
    level: 'province',
    name: `จังหวัด${name}`,
    heading: random.pick([`ศาลากลางจังหวัด${name}`, `จังหวัด${name}`]),
    prefix,
    unit: `0023.${random.int(1, 5)}`,
    posts: acting
      ? actingFor('รองผู้ว่าราชการจังหวัด', `ผู้ว่าราชการจังหวัด${name}`, random)
      : [`ผู้ว่าราชการจังหวัด${name}`],
    to: random.pick([['นายอำเภอ ทุกอำเภอ'], ['นายอำเภอ ทุกอำเภอ', `นายกองค์การบริหารส่วนจังหวัด${name}`]]),
  };
};

const provincialUnit = (random: Random): Issuer => {
  const { name, prefix } = anyProvince(random);
  return {
    kind: 'provincial-unit',
    level: null,
    name: `สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด${name}`,
    heading: `สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด${name}`,
    prefix,
    unit: `0023.${random.int(2, 4)}`,
    posts: [`ท้องถิ่นจังหวัด${name}`],
    to: ['ท้องถิ่นอำเภอ ทุกอำเภอ'],
  };
};

const district = (random: Random, vocabulary: Vocabulary): Issuer => {
  const { name, prefix } = anyProvince(random);
  const own = random.pick(DISTRICTS[vocabulary]);
  return {
    kind: 'district',
    level: 'district',
    name: `อำเภอ${own} จังหวัด${name}`,
    heading: `ที่ว่าการอำเภอ${own}`,
    prefix,
    unit: `0023.${random.int(6, 24)}`,
    posts: [`นายอำเภอ${own}`],
    to: ['นายกเทศมนตรีตำบล ทุกแห่ง', 'นายกองค์การบริหารส่วนตำบล ทุกแห่ง'],
  };
};

const municipality = (random: Random, vocabulary: Vocabulary): Issuer => {
  const { prefix } = anyProvince(random);
  const name = `เทศบาล${random.pick(['ตำบล', 'เมือง', 'นคร'])}${random.pick(SUBDISTRICTS[vocabulary])}`;
  return {
    kind: 'municipality',
    level: 'authority',
    name,
    heading: `สำนักงาน${name}`,
    prefix,
    unit: `5${random.int(2001, 2990)}`,
    posts: [`นายกเทศมนตรี${name.slice('เทศบาล'.length)}`],
    to: [`นายอำเภอ${random.pick(DISTRICTS[vocabulary])}`],
  };
};

const sao = (random: Random, vocabulary: Vocabulary): Issuer => {
  const { prefix } = anyProvince(random);
  const place = random.pick(SUBDISTRICTS[vocabulary]);
  return {
    kind: 'sao',
    level: 'authority',
    name: `องค์การบริหารส่วนตำบล${place}`,
    heading: random.pick([
      `ที่ทำการองค์การบริหารส่วนตำบล${place}`,
      `องค์การบริหารส่วนตำบล${place}`,
      `สำนักงานองค์การบริหารส่วนตำบล${place}`,
    ]),
    prefix,
    unit: `7${random.int(1001, 2990)}`,
    posts: [`นายกองค์การบริหารส่วนตำบล${place}`],
    to: [`นายอำเภอ${random.pick(DISTRICTS[vocabulary])}`],
  };
};

const pao = (random: Random): Issuer => {
  const { name, prefix } = anyProvince(random);
  return {
    kind: 'pao',
    level: 'authority',
    name: `องค์การบริหารส่วนจังหวัด${name}`,
    heading: `สำนักงานองค์การบริหารส่วนจังหวัด${name}`,
    prefix,
    unit: `5${random.int(1001, 1990)}`,
    posts: [`นายกองค์การบริหารส่วนจังหวัด${name}`],
    to: ['นายกเทศมนตรีตำบล ทุกแห่ง', 'นายกองค์การบริหารส่วนตำบล ทุกแห่ง'],
  };
};

const schoolArea = (random: Random): Issuer => {
  const { name } = anyProvince(random);
  const office = `สำนักงานเขตพื้นที่การศึกษาประถมศึกษา${name} เขต ${random.int(1, 4)}`;
  return {
    kind: 'school-area',
    level: null,
    name: office,
    heading: office,
    prefix: 'ศธ',
    unit: `04${random.int(100, 199)}`,
    posts: [`ผู้อำนวยการ${office}`],
    to: [random.pick(['ผู้อำนวยการโรงเรียนในสังกัด ทุกโรงเรียน', 'ผู้อำนวยการสถานศึกษาในสังกัด ทุกแห่ง'])],
  };
};

const MAKERS: Readonly<Record<IssuerKind, (random: Random, vocabulary: Vocabulary) => Issuer>> = {
  department: central('department', DEPARTMENTS),
  ministry: central('ministry', MINISTRIES),
  agency: central('agency', AGENCIES),
  province,
  'provincial-unit': provincialUnit,
  district,
  municipality,
  sao,
  pao,
  'school-area': schoolArea,
};

/** Draws an office of a kind. */
export const makeIssuer = (kind: IssuerKind, random: Random, vocabulary: Vocabulary): Issuer =>
  MAKERS[kind](random, vocabulary);
