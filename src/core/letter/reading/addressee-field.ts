import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { THROUGH_LINE } from './labels.ts';
import { isNoisy } from './noise.ts';
import { groupOfAddressee, isKnownAddressee } from './offices.ts';
import { joinLines } from './sections.ts';
import type { SourceLine } from './source-text.ts';
import { editDistance, skeleton } from './spelling.ts';

const POSTS = [
  'ผู้ว่าราชการจังหวัด',
  'นายอำเภอ',
  'นายกองค์การบริหารส่วนจังหวัด',
  'นายกองค์การบริหารส่วนตำบล',
  'นายกเทศมนตรีนคร',
  'นายกเทศมนตรีเมือง',
  'นายกเทศมนตรีตำบล',
  'นายกเทศมนตรี',
  'นายกเมืองพัทยา',
  'ท้องถิ่นจังหวัด',
  'ท้องถิ่นอำเภอ',
  'ปลัดกระทรวง',
  'ปลัดเทศบาล',
  'ปลัดองค์การบริหารส่วน',
  'ปลัดอำเภอ',
  'ปลัดจังหวัด',
  'อธิบดี',
  'ผู้อำนวยการ',
  'หัวหน้า',
  'เลขาธิการ',
  'ผู้บังคับการ',
  'ผู้บัญชาการ',
  'อธิการบดี',
  'ประธาน',
  'รัฐมนตรี',
  'ผู้บริหารท้องถิ่น',
  'รองผู้ว่าราชการจังหวัด',
  'รองอธิบดี',
  'ผู้ตรวจราชการ',
  'คลังจังหวัด',
  'นายก',
  'ผู้จัดการ',
  'กำนัน',
  'ผู้ใหญ่บ้าน',
  'ผู้ว่าราชการกรุงเทพมหานคร',
  'ผู้ว่าการ',
  'นายแพทย์สาธารณสุข',
  'กรรมการผู้จัดการ',
  'เลขานุการ',
  'คณบดี',
  'อัยการ',
  'สมาชิกสภา',
  'ปลัดกรุงเทพมหานคร',
  'ปลัดเมืองพัทยา',
  'เจ้าพนักงานที่ดิน',
] as const;

/** What heads of the branch offices in a province or district are called after: เกษตรจังหวัด, สาธารณสุขอำเภอ. */
const BRANCHES =
  'สาธารณสุข|เกษตร(?:และสหกรณ์)?|ปศุสัตว์|ประมง|สหกรณ์|ปฏิรูปที่ดิน|พัฒนาการ|พัฒนาสังคมและความมั่นคงของมนุษย์|คลัง|สรรพากร|สรรพสามิต|ธนารักษ์|พาณิชย์|ขนส่ง|แรงงาน|จัดหางาน|ประกันสังคม|สวัสดิการและคุ้มครองแรงงาน|อุตสาหกรรม|พลังงาน|วัฒนธรรม|ศึกษาธิการ|สถิติ|ประชาสัมพันธ์|สัสดี|โยธาธิการและผังเมือง|ท่องเที่ยวและกีฬา|ทรัพยากรธรรมชาติและสิ่งแวดล้อม';
const ANY_POST = `${POSTS.join('|')}|(?:${BRANCHES})(?:จังหวัด|อำเภอ|พื้นที่)`;
const POST_FIRST = new RegExp(`^(?:${ANY_POST})`);

const NEXT = new RegExp(
  String.raw`\n|(?:\s*,\s*|\s+(?:และ)?\s*|(?<!เกษตร)\s*และ\s*|\s*\(?[๐-๙\d]{1,2}[.)]\s*)(?=(?:${ANY_POST}))`,
);

const startsWithPost = (text: string): boolean => POST_FIRST.test(text);

/** Offices, to which letters under seal go; "อำเภอ … จังหวัด …" behind a name says where that is. */
const OFFICE =
  'สำนัก|เทศบาล|องค์การ|องค์กร|กรม|กระทรวง|กอง|กลุ่ม|ฝ่าย|ศูนย์|โรงเรียน|ส่วนราชการ|หน่วยงาน|ที่ว่าการ|ที่ทำการ|เมืองพัทยา|มหาวิทยาลัย|การ(?:ไฟฟ้า|ประปา)|ธนาคาร|บริษัท|ทุก';
const OFFICE_FIRST = new RegExp(`^(?:${OFFICE}|จังหวัด|อำเภอ)`);
const NEXT_OFFICE = new RegExp(
  String.raw`\n|(?:\s*,\s*|\s*และ\s*|\s*\(?[๐-๙\d]{1,2}[.)]\s*)(?=(?:${ANY_POST}|${OFFICE}|จังหวัด|อำเภอ))|\s+(?=(?:เทศบาล|องค์การบริหาร|สำนักงาน)[ก-\u0E4E])`,
);

const nearestPost = (text: string): string | null => {
  const bare = skeleton(text);
  const near = POSTS.filter((post) => post.length > 6).find((post) => {
    const known = skeleton(post);
    return editDistance(bare.slice(0, known.length), known, 3) <= Math.max(1, known.length / 6);
  });
  return near ?? null;
};

const spellingDoubts = (text: string, mayBeOffice: boolean): FieldDoubt[] => {
  if (isNoisy(text)) return [doubt('unclear', 'noise')];
  if (/ทุก/.test(text) && !isKnownAddressee(text)) {
    const group = groupOfAddressee(text);
    if (group) return [doubt('unclear', 'misspelled', [])];
  }
  if (startsWithPost(text) || (mayBeOffice && OFFICE_FIRST.test(text))) return [];
  const near = nearestPost(text);
  return [doubt('unclear', near ? 'misspelled' : 'unknown-post', near ? [offer(text, near)] : [])];
};

// No letter names its addressees on more; what follows is something else.
const MOST_LINES = 40;

/**
 * "ผ่าน" names those through whose hands a letter goes to its addressee: up to the end of its bracket, of its line, or
 * to the next number of the list. "ทหารผ่านศึก" is one word.
 */
const THROUGH = new RegExp(
  String.raw`\s*\(\s*(?:โดย)?ผ่าน(?!ศึก)[^()]*\)|(?:^|\s+)(?:โดย)?ผ่าน(?:ทาง)?\s*:?\s*(?=(?:${ANY_POST}|รอง|สำนัก|สนง|กรม|กอง|กลุ่ม|ฝ่าย|งาน|ศูนย์|จังหวัด|อำเภอ|ที่ทำการ|ท่าน|ระบบ|ไปรษณีย์|เว็บ|แอป|อีเมล)).*?(?=\s+[๐-๙\d]{1,2}[.)]\s|\n|$)`,
  'g',
);

const POINT = /^(?:[-–•▪●]\s*|\(?[๐-๙\d]{1,2}[.)]\s*)(?=[ก-ฮเ-ไ])/;

/** Whether a line names another addressee than the one before: it begins with a post, or is a point of a list. */
const startsNext = (text: string): boolean => POINT.test(text) || startsWithPost(text);

/** The text of lines that name addressees, with a line break between two. */
const joinAddressees = (lines: readonly SourceLine[]): string => {
  const starts = lines.flatMap(({ text }, at) => (at === 0 || startsNext(text) ? [at] : []));
  return starts
    .map((at, index) => joinLines(lines.slice(at, starts[index + 1])).replace(POINT, ''))
    .join('\n');
};

/** A line that names those who get a copy, behind the addressees. */
const COPY = /^\(?สำเนา(?:เรียน|ส่ง|แจ้ง|ถึง)/;

/** The lines without those through whom the letter goes: a line of its own that begins with ผ่าน, with what follows it. */
const withoutThrough = (lines: readonly SourceLine[]): string => {
  const own = lines.findIndex(({ text }) => THROUGH_LINE.test(text));
  if (own < 0) return joinAddressees(lines).replace(THROUGH, '');
  const next = lines.findIndex(({ text }, at) => at > own && startsNext(text));
  const kept = [...lines.slice(0, own), ...(next < 0 ? [] : lines.slice(next))];
  return joinAddressees(kept).replace(THROUGH, '');
};

/** What ends an addressee and is no part of it; the last full stop of an abbreviation (ก.พ., สถ.) is. */
const END = /(?:[\s,;–-]|(?<!(?:^|[\s.])[ก-ฮ]{1,5})\.)+$/;

/**
 * The addressees of a letter, each as the letter names it; several stand side by side or joined by และ. Those through
 * whom it goes (ผ่าน) are none. A letter under seal names offices, others the posts of those who head them.
 */
export const readAddressees = (lines: readonly SourceLine[], isSealed = false): Field<string>[] => {
  const line = lines[0]?.no;
  if (line === undefined) return [];
  const copies = lines.findIndex(({ text }) => COPY.test(text));
  return withoutThrough(lines.slice(0, copies < 0 ? MOST_LINES : copies))
    .split(isSealed ? NEXT_OFFICE : NEXT)
    .map((text) => text.trim().replace(/^และ(?=[ก-ฮเ-ไ])/, ''))
    .map((text) => text.replace(END, '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ value: text, read: text, line, doubts: spellingDoubts(text, isSealed) }));
};
