import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
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
] as const;

const NEXT = new RegExp(
  String.raw`(?:\s*,\s*|\s+(?:และ)?\s*|\s*และ\s*|\s*[๐-๙\d]{1,2}[.)]\s*)(?=(?:${POSTS.join('|')}))`,
);

const startsWithPost = (text: string): boolean => POSTS.some((post) => text.startsWith(post));

const nearestPost = (text: string): string | null => {
  const bare = skeleton(text);
  const near = POSTS.filter((post) => post.length > 6).find((post) => {
    const known = skeleton(post);
    return editDistance(bare.slice(0, known.length), known, 3) <= Math.max(1, known.length / 6);
  });
  return near ?? null;
};

const spellingDoubts = (text: string): FieldDoubt[] => {
  if (isNoisy(text)) return [doubt('unclear', 'noise')];
  if (/ทุก/.test(text) && !isKnownAddressee(text)) {
    const group = groupOfAddressee(text);
    if (group) return [doubt('unclear', 'misspelled', [])];
  }
  if (startsWithPost(text)) return [];
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
  String.raw`\s*\(\s*(?:โดย)?ผ่าน(?!ศึก)[^()]*\)|(?:^|\s+)(?:โดย)?ผ่าน(?:ทาง)?\s*:?\s*(?=(?:${POSTS.join('|')}|รอง|สำนัก|กรม|กอง|จังหวัด|อำเภอ|ท่าน)).*?(?=\s+[๐-๙\d]{1,2}[.)]\s|$)`,
  'g',
);

/** The text of lines that name addressees; a line that begins with a post names another one. */
const joinAddressees = (lines: readonly SourceLine[]): string => {
  const starts = lines.flatMap(({ text }, at) => (at === 0 || startsWithPost(text) ? [at] : []));
  return starts.map((at, index) => joinLines(lines.slice(at, starts[index + 1]))).join(' ');
};

/** The lines without those through whom the letter goes: a line of its own that begins with ผ่าน, with what follows it. */
const withoutThrough = (lines: readonly SourceLine[]): string => {
  const own = lines.findIndex(({ text }, at) => at > 0 && /^\(?\s*(?:โดย)?ผ่าน(?!ศึก)/.test(text));
  if (own < 0) return joinAddressees(lines).replace(THROUGH, '');
  const next = lines.findIndex(
    ({ text }, at) => at > own && (/^[๐-๙\d]{1,2}[.)]\s/.test(text) || startsWithPost(text)),
  );
  const kept = [...lines.slice(0, own), ...(next < 0 ? [] : lines.slice(next))];
  return joinAddressees(kept).replace(THROUGH, '');
};

/**
 * The addressees of a letter, each as the letter names it; several stand side by side or joined by และ. Those through
 * whom it goes (ผ่าน) are none.
 */
export const readAddressees = (lines: readonly SourceLine[]): Field<string>[] => {
  const line = lines[0]?.no;
  if (line === undefined) return [];
  return withoutThrough(lines.slice(0, MOST_LINES))
    .split(NEXT)
    .map((text) => text.replace(/^[๐-๙\d]{1,2}[.)]\s*/, '').replace(/^และ(?=[ก-ฮเ-ไ])/, ''))
    .map((text) =>
      text
        .replace(/[\s,.;]+$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => ({ value: text, read: text, line, doubts: spellingDoubts(text) }));
};
