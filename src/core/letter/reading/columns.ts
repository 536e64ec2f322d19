import { ownNumberText } from './labels.ts';
import type { SourceLine } from './source-text.ts';

/** White space that parts two columns: a tab, or more spaces than stand between words. */
const GAP = /\s*\t\s*| {3,}/;

const OFFICE =
  '(?:กรม|กระทรวง|ทบวง|สำนัก|สนง|ศาลากลาง|ที่ว่าการ|ที่ทำการ|จังหวัด|อำเภอ|เทศบาล|องค์การบริหาร|เมืองพัทยา|กรุงเทพ|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|คณะกรรมการ|สภา|ศูนย์|กอง|ส่วนราชการ|การ(?:ไฟฟ้า|ประปา))';

/** A whole number, and an office behind it with a single space between, as PDF readers leave the two columns. */
const NUMBER_THEN_OFFICE = new RegExp(
  `^((?:เลข)?ท[ีิ][่้]?\\s*[ก-ฮ][ก-ฮ. ]{1,4}(?:\\([ก-ฮ.]{1,10}\\))?\\s?[๐-๙\\d][๐-๙\\d./ว\\s]{2,24}[๐-๙\\d])\\s*(${OFFICE}.*)$`,
);
/** The same with the columns the other way round; the office is short, as no sentence is. */
const OFFICE_THEN_NUMBER = new RegExp(
  `^(${OFFICE}[ก-\\u0E4E ]{3,60}?)\\s+(ท[ีิ][่้]?\\s*[ก-ฮ]{2}\\s?[๐-๙\\d][๐-๙\\d./ว\\s]{2,24}[๐-๙\\d])$`,
);
/** An urgency before the number. */
const URGENCY_THEN_NUMBER =
  /^(\(?ด่?วน\s?(?:ที่\s?สุด|มาก)?\)?)\s+((?:เลข)?ท[ีิ][่้]?\s*[ก-ฮ][ก-ฮ. ]{1,4}(?:\([ก-ฮ.]{1,10}\))?\s?[๐-๙\d].*)$/;
/** An office with its street behind it. */
const OFFICE_THEN_ADDRESS = new RegExp(
  `^(${OFFICE}[ก-\\u0E4E]{2,60})\\s+((?:ถนน|ถ\\.|เลขที่|หมู่(?:ที่)?|ซอย)\\s?[ก-\\u0E4E๐-๙\\d].*)$`,
);

const WHOLE_DATE =
  /^(?:วัน\s?ที่\s*)?[๐-๙\d]{1,2}\s+(?:เดือน\s*)?[ก-ฮเ][ก-\u0E4E.]{1,11}\s*(?:พ\.\s?ศ\.\s*)?(?:[๐-๙]{4}|\d{4}|[๐-๙]{2}|\d{2})$/;

const isHeadPiece = (text: string): boolean =>
  ownNumberText(text) !== null || WHOLE_DATE.test(text);

const piecesOf = (text: string): readonly string[] => {
  const urgent = URGENCY_THEN_NUMBER.exec(text);
  if (urgent) return [urgent[1] as string, ...piecesOf(urgent[2] as string)];
  const columns = text.split(GAP).filter((piece) => piece !== '');
  const parted = columns.length > 1 && columns.some(isHeadPiece) ? columns : [text];
  return parted.flatMap((piece) => {
    const match =
      NUMBER_THEN_OFFICE.exec(piece) ??
      OFFICE_THEN_NUMBER.exec(piece) ??
      OFFICE_THEN_ADDRESS.exec(piece);
    return match ? piecesOfMatch(match) : [piece];
  });
};

const piecesOfMatch = (match: RegExpExecArray): readonly string[] => {
  const [, left, right] = match as unknown as [string, string, string];
  const address = OFFICE_THEN_ADDRESS.exec(right);
  return address ? [left, address[1] as string, address[2] as string] : [left, right];
};

const MAY_HAVE_COLUMNS = /\t| {3}|[๐-๙\d] *[ก-ฮ]|[)ก-\u0E4E] +(?:ท[ีิ]|ถ|เ|หม|ซ)/;
/** No line of a letterhead is longer; running text mostly is. */
const LONGEST = 200;

/**
 * Parts lines that hold two columns into one line for each: form 1 of the Regulation on Correspondence has the number at
 * the left and the office at the right of one line. Each part keeps the number of its line. Only what a letterhead holds is
 * parted; other gaps become a single space.
 */
export const splitColumns = (lines: readonly SourceLine[]): SourceLine[] =>
  lines.flatMap(({ no, text: printed }) => {
    const text = withoutLeaders(printed);
    if (text.length > LONGEST || !MAY_HAVE_COLUMNS.test(text)) return [{ no, text: single(text) }];
    return piecesOf(text).map((piece) => ({ no, text: single(piece) }));
  });

const FORM_FIELD = /^(?:ส่วนราชการ|ที่|วันที่|เรื่อง|เรียน)\s*[.…]{3,}/;

/** The text of a field of a form (บันทึกข้อความ) without the dotted line that it is written on. */
const withoutLeaders = (text: string): string =>
  FORM_FIELD.test(text) ? text.replace(/\s*[.…]{3,}\s*/g, ' ').trim() : text;

const single = (text: string): string => text.replaceAll('\t', ' ');
