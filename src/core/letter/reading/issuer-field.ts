import type { LetterLevel } from '../letter.ts';
import { doubt, type Field, type FieldDoubt, missing, offer } from './field.ts';
import { isNoisy } from './noise.ts';
import {
  isKnownOffice,
  type NamedOffice,
  nearestOffice,
  officeOfHeadLine,
  officeOfPost,
  provinceNameOfPrefix,
} from './offices.ts';
import type { Signature } from './signature-field.ts';
import type { SourceLine } from './source-text.ts';
import { editDistance, skeleton } from './spelling.ts';

/** Issuer and level of a letter, read from its head, its signature and its number. */
export interface IssuerReading {
  readonly issuer: Field<string>;
  readonly level: Field<LetterLevel>;
}

interface Witness {
  readonly office: NamedOffice;
  readonly read: string;
  readonly line: number;
}

const MEMO = /^ส่วนราชการ\s*[.:]?\s*(.+?)\s*(?:โทร.*)?$/;
const UNIT_BEHIND = /\s*(?:กลุ่ม|ฝ่าย|กอง|สำนัก(?!งาน)).*$/;
/** A local authority behind the name of one of its units ("กองคลัง เทศบาลตำบลทดลอง อำเภอ..."). */
const AUTHORITY_WITHIN =
  /(?:^|[\s(])((?:เทศบาล(?:นคร|เมือง|ตำบล)|องค์การบริหารส่วน(?:จังหวัด|ตำบล))[ก-\u0E4E]{2,30})/;

/** The office that ส่วนราชการ of a memo names, with its units before or behind it. */
const officeOfMemo = (text: string): NamedOffice | null =>
  officeOfHeadLine(text.replace(UNIT_BEHIND, '')) ??
  officeOfHeadLine(text) ??
  officeOfHeadLine(AUTHORITY_WITHIN.exec(text)?.[1] ?? '');

const headWitness = (head: readonly SourceLine[]): Witness | null => {
  for (const { no, text } of head) {
    const memo = MEMO.exec(text)?.[1];
    const office = memo === undefined ? officeOfHeadLine(text) : officeOfMemo(memo);
    if (office) return { office, read: text, line: no };
  }
  return null;
};

const signatureWitness = ({ value, line }: Field<Signature>): Witness | null => {
  const post = value?.onBehalfOf ?? value?.post;
  const office = post ? officeOfPost(post) : null;
  return office && post && line !== null ? { office, read: post, line } : null;
};

const near = (a: string, b: string): boolean =>
  editDistance(skeleton(a), skeleton(b)) <= Math.max(2, skeleton(a).length / 4);

/** A district is distinguished from its namesakes by its province, which its letters' prefix names. */
const fullName = ({ level, name }: NamedOffice, prefix: string | null): string => {
  const province = prefix === null ? null : provinceNameOfPrefix(prefix);
  return level === 'district' && province ? `${name} จังหวัด${province}` : name;
};

const settle = (
  { office, read, line }: Witness,
  prefix: string | null,
  doubts: readonly FieldDoubt[],
): IssuerReading => ({
  issuer: {
    value: fullName(office, prefix),
    read,
    line,
    doubts:
      office.level === 'district' && fullName(office, prefix) === office.name
        ? [...doubts, doubt('unclear', 'missing', [], 'province')]
        : doubts,
  },
  level: {
    value: office.level,
    read,
    line,
    doubts: doubts.filter(({ code }) => code === 'sources-disagree'),
  },
});

const ownDoubts = ({ office, read }: Witness): FieldDoubt[] => {
  if (isKnownOffice(office)) return [];
  const known = nearestOffice(office);
  if (known) return [doubt('unclear', 'misspelled', [offer(read, known)])];
  if (isNoisy(read)) return [doubt('unclear', 'noise')];
  return office.level === 'province' ? [doubt('unclear', 'misspelled')] : [];
};

/** Offices of kinds that no level of the chain names, as the head of a letter names them. */
const OTHER_OFFICE =
  /^(?:สำนักงาน(?!เทศบาล|องค์การ)|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|โรงพยาบาล|การ(?:ไฟฟ้า|ประปา)|ศูนย์|สถาบัน|ธนาคาร)/;

/** The doubt that arises where the head names another office first, and what was found may be its address. */
const otherOfficeDoubts = (
  head: readonly SourceLine[],
  { office, line }: Witness,
): FieldDoubt[] => {
  const other = head.find(({ text }) => OTHER_OFFICE.test(text) && officeOfHeadLine(text) === null);
  return other && (other.no <= line || office.level === 'district')
    ? [doubt('unclear', 'sources-disagree', [offer(other.text, other.text)])]
    : [];
};

/**
 * Reads the issuer. Head and signature name it twice: where both agree, or one is a known office of which the
 * other is a misreading, it is certain; where they differ, both readings stand, the signature's first.
 */
export const readIssuer = (
  head: readonly SourceLine[],
  signature: Field<Signature>,
  prefix: string | null,
): IssuerReading => {
  const above = headWitness(head);
  const below = signatureWitness(signature);
  if (above && below) {
    const [first, second] = [above.office.name, below.office.name];
    if (squeezed(first) === squeezed(second)) return settle(above, prefix, ownDoubts(above));
    // The ministry's paper is also used by those who sign for its permanent secretary.
    if (isKnownOffice(above.office) && near(first, second)) return settle(above, prefix, []);
    if (isKnownOffice(below.office) && near(first, second)) return settle(below, prefix, []);
    const disagree = doubt('unclear', 'sources-disagree', [
      offer(below.read, second),
      offer(above.read, first),
    ]);
    return settle(
      isKnownOffice(above.office) && !isKnownOffice(below.office) ? above : below,
      prefix,
      [disagree],
    );
  }
  const only = above ?? below;
  if (only) {
    const doubts = [...ownDoubts(only), ...otherOfficeDoubts(head, only)];
    return settle(only, prefix, doubts);
  }
  return { issuer: missing(), level: missing() };
};

const squeezed = (text: string): string => text.replace(/\s+/g, '');
