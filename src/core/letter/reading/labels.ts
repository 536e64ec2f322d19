import { findNear, skeleton } from './spelling.ts';

/** The parts of a letter that begin with a word of their own (annex 1 of the Regulation on Correspondence). */
export type Label = 'subject' | 'to' | 'references' | 'attachments' | 'closing';

const TONE = '[\u0E47-\u0E4E]?';
const UPPER = '[\u0E31\u0E34-\u0E37]?';
const PATTERNS: readonly (readonly [Label, RegExp])[] = [
  ['subject', new RegExp(`^เร${UPPER}${TONE}อ${TONE}ง(?:\\s*[:：.]\\s*|\\s+|$)`)],
  ['subject', /^เรื่อง(?=[ก-ฮเ-ไ])(?!ที่|นี้|ดัง|ราว|ของ|การร้อง)/],
  ['to', new RegExp(`^(?:กราบ\\s?)?เร${UPPER}${TONE}ยน(?:\\s*[:：.]\\s*|\\s+|$)`)],
  ['to', /^เรียน(?=ผู้|นาย|ท่าน|ปลัด|อธิบดี|หัวหน้า|ท้องถิ่น|เลขา)/],
  // To those of highest rank, and to monks (annex 2 of the regulation).
  ['to', /^กราบเรียน(?=ประธาน|นายก|ท่าน|รัฐบุรุษ)/],
  ['to', /^นมัสการ\s*(?=พระ|เจ้าอาวาส|เจ้าคณะ|สมเด็จ|ท่าน)/],
  ['references', new RegExp(`^[อลฮ]${TONE}าง\\s?[ถก]${UPPER}${TONE}[งฝ]\\s*[:：]?\\s*`)],
  [
    'attachments',
    new RegExp(
      `^ส${UPPER}${TONE}ง\\s?ท${UPPER}${TONE}\\s?(?:ส${TONE}ง|แนบ)\\s?มา\\s?ด${TONE}ว[ยบ]\\s*[:：]?\\s*`,
    ),
  ],
  ['references', /^อ้างอิง\s*[:：]\s*|^อ้างอิง\s+(?=[๐-๙\d(]|หนังสือ)/],
  [
    'attachments',
    /^เอกสาร(?:ที่)?(?:แนบ(?:ท้าย)?|ส่งมาด้วย)(?!\s*(?:ให้|ดัง|ตาม|โดย|ซึ่ง|นี้|ที่|มา|และ|ทั้ง|จะ|ต้อง|ได้))(?:\s*[:：]\s*|\s+|$)/,
  ],
];

/** A line of its own that names those through whom a letter goes to its addressee. */
export const THROUGH_LINE = /^\(?\s*(?:โดย)?ผ่าน(?!ศึก)/;

/** The same where it may be a line of the subject, too ("ผ่านระบบทดลอง"): one that names a post. */
export const THROUGH_POST =
  /^\(?\s*(?:โดย)?ผ่าน\s*[:：]?\s*(?:ปลัด|นาย(?:ก|อำเภอ)|ผู้(?:ว่า|อำนวยการ)|ผอ\.|หัวหน้า|รอง|เลขา|ท้องถิ่น(?:จังหวัด|อำเภอ)|อธิบดี)/;

/** First letters of the labels, and of what scans make of them: most lines begin with others. */
const MAY_BE_LABEL = /^(?:[เอลฮส]|กราบ|นมัส)/;

const CLOSING = skeleton('ขอแสดงความนับถือ');

/** The label that a line begins with, and what stands behind it; null for any other line. */
export const labelOf = (line: string): { label: Label; rest: string } | null => {
  for (const [label, pattern] of MAY_BE_LABEL.test(line) ? PATTERNS : []) {
    const match = pattern.exec(line);
    if (match) return { label, rest: line.slice(match[0].length).trim() };
  }
  return closesLetter(line) ? { label: 'closing', rest: '' } : null;
};

/** Whether a line holds the closing words ("ขอแสดงความนับถือ"), perhaps misread. */
export const closesLetter = (line: string): boolean => {
  const bare = line.length < 40 && line.length > 8 ? skeleton(line) : '';
  return bare.length > 8 && bare.length < 20 && findNear(bare, CLOSING, 4) !== null;
};

/** Words with which the body of a letter opens. */
const BODY_OPENING =
  /^(?:ตามที่|ตาม(?=หนังสือ|ระเบียบ|พระราช|มติ|ประกาศ|ความ)|ด้วย|เนื่องจาก|เนื่องด้วย|สืบเนื่อง|โดยที่|เพื่อให้|จึง(?=ขอ|เรียน|ให้|แจ้ง|กำหนด|ส่ง|มี|ได้|จำเป็น|เห็น)|ในการนี้|พร้อม(?:กัน)?นี้|พร้อมหนังสือ(?:ฉบับ)?นี้|ทั้งนี้|อนึ่ง|ดังนั้น|นอกจากนี้|โปรด(?=[ก-ฮเ-ไ])|อนุสนธิ|ข้อเท็จจริง|คณะรัฐมนตรี|ขอให้|ขอความ(?:ร่วมมือ|อนุเคราะห์)|ขอ(?:เรียน|แจ้ง|ส่ง|นำส่ง|จัดส่ง|เชิญ|กำชับ|หารือ|ซักซ้อม|ประชาสัมพันธ์|รับการ)|ให้(?=จังหวัด|อำเภอ|องค์กรปกครอง|องค์การ|เทศบาล|หน่วยงาน|ส่วนราชการ|ท้องถิ่น|ทุก|ท่าน)|กระทรวงมหาดไทย(?:ได้|ขอ|พิจารณา)|กรม\S{4,40}(?:ได้(?:รับ|แจ้ง|จัด|มี|กำหนด|ดำเนิน)|ขอ|พิจารณา)|จังหวัด\S{2,20}(?:ได้|ขอ|พิจารณา))/;

/** Words of the body of a letter that stand in no field above it. */
const BODY_WORDS = /จึง(?:ขอ|เรียน|ให้|แจ้ง)|(?:ภายใน|ไม่เกิน)วัน\s?ที่/;

/** Whether a text that was read as a field of the letter has words of its body in it. */
export const hasBodyWords = (text: string): boolean => BODY_WORDS.test(text);

/** Whether a line begins the body: by its opening words, or because only running text is that long. */
export const opensBody = (line: string): boolean => BODY_OPENING.test(line) || line.length > 220;

/** What a line says behind ที่ where it is the letter's own number; null for any other line. */
export const ownNumberText = (line: string): string | null => {
  const match =
    /^(?:เลข)?ท[ีิึื]?[่้]?\s*[.:]?\s*((?:[ก-ฮ]\s?\.?\s?){2,3}(?:\([ก-ฮ.\s]{1,10}\))?\s*[.]?\s*[๐-๙\d(oO].*|[ก-ฮ]{1,2}\s.*[๐-๙\d].*\/.*)$/.exec(
      line,
    );
  if (match) return match[1] as string;
  const bare = /^[ก-ฮ]{2}\s?[๐-๙\d]{3,5}(?:\.[๐-๙\d]+)*\s?\/.*$/.exec(line);
  return bare && line.length < 45 ? line : null;
};
