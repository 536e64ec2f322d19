/**
 * Whether a sentence asks its reader to act: `asked` where it says so; `told` where it reports, foresees or repeats what
 * somebody else does or did; `unclear` where it shows neither, or both.
 */
export type Asking = 'asked' | 'told' | 'unclear';

/** How far a sentence is looked for on either side of a date, in characters. */
const REACH = 320;
const REACH_AFTER = 120;
/** How far above a point of a list the words that open the list may stand. */
const LEAD = 1500;

// Thai has no full stop: a sentence begins with the words that open one, with a point of a list, or behind "นั้น".
const OPENING =
  /\n\s*|(?:^|\s)(?=ทั้งนี้|ในการนี้|อนึ่ง|ดังนั้น|พร้อมนี้|นอกจากนี้|อย่างไรก็ตาม|จึง(?:ขอ|เรียน|ให้|แจ้ง|กำหนด)|ตามที่|ตามหนังสือ|ด้วย(?:[ก-ฮเ-ไ])|เนื่อง(?:จาก|ด้วย)|สืบเนื่อง|กรณี|เพื่อให้|\(?\d{1,2}[.)]\s|[-–•]\s)|(?<=[ก-\u0E4E)\d])(?:\s?นั้น|ดังนี้|ดังต่อไปนี้)(?=\s|:|$)|โดยเคร่งครัด(?=\s)/g;

/** Words that ask by themselves. */
const ASKS =
  /ขอ(?:ให้|ความ(?:ร่วมมือ|กรุณา|อนุเคราะห์)|เชิญ|รับ)|โปรด|กรุณา|มอบหมาย|กำชับ|เร่งรัด|สั่งการ|แจ้งให้(?!ทราบว่า)|กำหนดให้|กำหนดส่ง|(?:^|[\s(]|จึง|โดย|และ|แล้ว|พร้อมทั้ง|รวมทั้ง|หรือ)ให้(?=[ก-ฮเ-ไ])/g;
/**
 * Words that may ask: a duty, which may be anybody's; ให้ in the midst of a phrase; and point by point the fewest words
 * ("๑. ส่งแบบสำรวจ ภายในวันที่"), where no office stands before the verb.
 */
const MAY_ASK =
  /(?:จะ)?ต้อง(?=[ก-ฮเ-ไ\s])|พึง(?=[ก-ฮเ-ไ])|(?<!เพื่อ|ทำ|มี|ได้|ช่วย|ส่งผล|เป็นเหตุ|ก่อ|อนุญาต|จัด|มอบ|โอน|จ่าย|คืน|เปิด)ให้(?!แก่|กับ|บริการ|ความ|การ|ทุน|เช่า|ไว้|มี|เป็น|เกิด|ทราบ)(?=[ก-ฮเ-ไ\s])|(?:^|\s)(?:และ|แล้ว|พร้อมทั้ง|รวมทั้ง|โดย)?(?:ส่ง|จัดส่ง|จัดทำ|แจ้ง|รายงาน|บันทึก|กรอก|นำเข้า|นำส่ง|ตรวจสอบ|ยืนยัน|ลงทะเบียน|สมัคร|ยื่น|ดำเนินการ|สำรวจ|ตอบ|เบิก|ชำระ|สรุป|รวบรวม|ปรับปรุง|แก้ไข|เสนอ|คืน|เข้าใช้งาน|สำเนา)(?!ว่า)/g;

/** Words of a report: what was done, what a former letter said, what will happen of itself, what others will do. */
const TELLS =
  /แล้วเมื่อ|เกิน(?:กว่า)?กำหนด|พ้นกำหนด|ล่าช้ากว่า|ที่ผ่านมา|เดิม|ก่อนหน้านี้|ครั้งก่อน|ฉบับก่อน|เคย(?=[ก-ฮเ-ไ])|(?<!ให้|โดย|เพื่อ|ที่|ซึ่ง|ไม่)ได้(?:ขอ|กำหนด|แจ้ง|มีหนังสือ|ซักซ้อม|สั่งการ|จัด|ดำเนินการ|รายงาน|รับ|เปิด|ประกาศ|อนุมัติ|โอน|เริ่ม|เกิด|ยื่น|ลงพื้นที่|ส่ง|มี|เชิญ|ให้)|พยากรณ์|คาด(?:การณ์|ว่า|หมาย)|ประมาณการ|แนวโน้ม|(?<!ที่|ซึ่ง|ประสงค์|หาก|ผู้|จึง)จะ(?!ต้อง)(?=[ก-ฮเ-ไ])|มีผล(?:ใช้)?บังคับ|ครบกำหนด(?!ส่ง)|มีกำหนด|พบว่า|ปรากฏว่า|รวมทั้งสิ้น|ต่อ(?:รัฐสภา|สภาผู้แทน|ศาล)/;
/** What is dated but not done by anybody who is asked: weather, events, holidays, contracts, closed systems. */
const TELLS_OF =
  /อากาศ|ฝน|พายุ|มรสุม|อุณหภูมิ|ลม(?:แรง|กระโชก)|คลื่น|ร้อนจัด|หนาว|ภัยแล้ง|น้ำหลาก|ระวัง|ดูแลสุขภาพ|เกิดก่อน|บรรจุ|สัญญา|สิ้นสุด|หมดอายุ|มีอายุ|วันหยุด|เลือกตั้ง|ประชุม|อบรม|สัมมนา|ประเพณี|เทศกาล|จัดงาน|ร่วมงาน|กิจกรรม|กำหนดการ|ปิด(?:ระบบ|ปรับปรุง|ให้บริการ)|หยุดให้บริการ|เปิดให้บริการ|ปรากฏตาม/;
/** A request that is only reported: "เดิมกำหนดให้", "ได้แจ้งขอให้", "หนังสือที่อ้างถึงกำหนดให้". */
const REPORTED =
  /(?:เดิม|เคย|(?<!ให้|ที่|โดย|ขอ)ได้)[ก-\u0E4E]{0,30}$|^\s*(?:ตาม)?(?:(?:ข้อ|มาตรา)\s?\d|หนังสือ|ประกาศ|คำสั่ง|ระเบียบ|กฎหมาย|พระราช)/;
/** A duty of whoever is in that case, or of a body that no letter is addressed to, not of the addressee. */
const DUTY_OF_OTHERS =
  /ผู้[ก-\u0E4E]{2,24}(?:จะ)?ต้อง|มีหน้าที่|(?<![ก-\u0E4E])(?![ก-\u0E4E]{0,40}?(?:จังหวัด|อำเภอ|เทศบาล|องค์กร|องค์การ|อปท|หน่วยงาน|ท้องถิ่น|ส่วนราชการ|โรงเรียน|สถานศึกษา|ท่าน|ทุก|โดย|และ|ซึ่ง|แล้ว|พร้อม|จึง|ทั้งนี้|ที่)[ก-\u0E4E]{0,40}?ต้อง)[ก-\u0E4E]{3,40}?(?<!ถูก|จะ)(?:จะ)?ต้อง(?!การ)/;
/** What is only shown as it might be written. */
const SAMPLE = /(?<![ก-\u0E4E])ตัวอย่าง(?=[ก-ฮเ-ไ\s:])|เช่น|อาทิ/;
/** A report that follows the day: "… ตามหนังสือเดิม", "… ไปแล้ว", "… จะมีฝน". */
const TELLS_AFTER =
  /^[\s)]*(?:น\.\s*)?(?:ตามหนังสือ(?:เดิม|ฉบับ(?:เดิม|ก่อน)|ที่อ้างถึง|ดังกล่าว|ก่อน)|ไปแล้ว|แล้ว|ที่ผ่านมา|นั้น|แต่ยัง|ความ(?:แจ้ง|ละเอียด)แล้ว|มียอด|มีจำนวน|จะมี|มี(?:ฝน|พายุ|ลม|คลื่น|อากาศ)|ซึ่ง|พบว่า|ณ\s|ปรากฏ|เป็นไปตาม|ทำให้|มีผู้|ครบถ้วน|ตามสัญญา|ตามแผน)/;
/** Of whom or what a day is said: "ผู้ที่บรรจุก่อนวันที่", "โครงการที่ได้รับอนุมัติภายในวันที่". */
const RELATIVE =
  /(?:ผู้(?:ที่|ซึ่ง)?|ซึ่ง|(?<=[ก-\u0E4E])(?<!สถาน|หน้า|พื้น|ทัน|วัน|ครั้ง|รอบ)ที่(?=[ก-ฮเ-ไ]))(?:(?:(?!ให้|เสร็จ)[ก-\u0E4E]){2,24}ก่อน|(?:ได้|ถูก|เคย|ส่ง|มี|เกิด|ลงนาม|แล้วเสร็จ)(?:(?!ให้)[ก-\u0E4E]){0,24}(?:ภายใน|ไม่เกิน))\s*(?:วัน\s?ที่)?\s*$/;

/** One sentence around a place of a text, without what it stands around. */
export interface Sentence {
  readonly before: string;
  readonly after: string;
  /** Whether it is a point of a list, or follows "ดังนี้" otherwise. */
  readonly isPoint: boolean;
  /** What stands before it, in which a list is opened. */
  readonly lead: string;
}

/** The sentence around a place of a text in Arabic digits, from `start` to `end`. */
export const sentenceAround = (plain: string, start: number, end: number): Sentence => {
  const from = Math.max(0, start - REACH);
  const left = plain.slice(from, start);
  // A day that begins a line still belongs to what the line before says of it.
  const searched = left.trimEnd();
  let cut = 0;
  for (const { index, 0: mark } of searched.matchAll(OPENING)) cut = index + mark.length;
  const right = plain.slice(end, end + REACH_AFTER);
  const next = [...right.matchAll(OPENING)].find(({ index, 0: mark }) => index + mark.length > 1);
  // "นั้น" closes what was reported, and belongs to it.
  const until = next ? next.index + (next[0].trim() === '' ? 0 : next[0].length) : right.length;
  const before = left.slice(cut);
  return {
    before,
    after: right.slice(0, until),
    isPoint: /^\(?\d{1,2}[.)]\s/.test(before) || /ดัง(?:ต่อไป)?นี้\s*$/.test(left.slice(0, cut)),
    lead: plain.slice(Math.max(0, from + cut - LEAD), from + cut),
  };
};

const lastMatch = (text: string, pattern: RegExp): number => {
  let at = -1;
  for (const { index } of text.matchAll(pattern)) at = index;
  return at;
};

const asksInLead = ({ isPoint, lead }: Sentence): boolean => {
  if (!isPoint) return false;
  const opened = lead.lastIndexOf('ดังนี้');
  return opened >= 0 && lastMatch(lead.slice(Math.max(0, opened - REACH), opened), ASKS) >= 0;
};

/** Whether a sentence repeats what an earlier letter said ("ตามหนังสือที่อ้างถึง … นั้น"). */
export const isRepeated = ({ before, after }: Sentence): boolean =>
  /^\s*(?:ตามที่|ตามหนังสือ)/.test(before) && /นั้น\s*$/.test(after);

const FORMER_DAY =
  /(?:ขยาย|เลื่อน).{0,120}?จาก(?:เดิม|ที่กำหนด(?:ไว้)?|กำหนดเดิม)?\s*(?:ภายใน|ไม่เกิน)?\s*(?:วัน\s?ที่)?\s*$/;

/** Whether what stands before a day says that it is a former last day, which the sentence puts off to another. */
export const isFormerDay = (before: string): boolean => FORMER_DAY.test(before);

/**
 * Whether the sentence asks for something by the day, or within the span of days, that stands in it. What is asked after a
 * report ("ด้วยคาดว่าฝนจะตกหนัก จึงขอให้ …") is asked; a report behind the request leaves it unclear.
 */
export const askingOf = (sentence: Sentence, isSpan: boolean): Asking => {
  const { before, after } = sentence;
  if (isRepeated(sentence)) return 'told';
  const asked = lastMatch(before, ASKS);
  const isAsked = asked >= 0 || lastMatch(before, MAY_ASK) >= 0 || asksInLead(sentence);
  const said = asked >= 0 ? before.slice(asked) : before;
  const isTold =
    TELLS.test(said) ||
    ((isSpan || asked < 0) && TELLS_OF.test(isSpan ? before : said)) ||
    (asked >= 0 && REPORTED.test(before.slice(0, asked))) ||
    SAMPLE.test(before) ||
    TELLS_AFTER.test(after) ||
    RELATIVE.test(before) ||
    DUTY_OF_OTHERS.test(before);
  if (isAsked) return isTold ? 'unclear' : 'asked';
  return isTold ? 'told' : 'unclear';
};
