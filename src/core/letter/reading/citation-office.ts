import { isAgencyAbbreviation } from './agencies.ts';
import { provinceOfName } from './prefixes.ts';

/** What the text before a number names: the office, and what is left of it. */
export interface OfficeText {
  readonly issuer: string | null;
  readonly rest: string | null;
  /** Whether it is only likely where the office's name ends. */
  readonly unsure: boolean;
}

const KINDS =
  'กรม|กระทรวง|ทบวง|สำนัก|สนง|จังหวัด|อำเภอ|ที่ทำการ|ที่ว่าการ|ศาลา|เทศบาล|องค์การ|องค์กร|คณะกรรมการ|คณะรัฐมนตรี|คณะอนุกรรมการ|สภา|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|วิทยาลัย|ธนาคาร|การไฟฟ้า|การประปา|การท่องเที่ยว|การเคหะ|การรถไฟ|การทาง|การยาง|การนิคม|การกีฬา|กองทุน|กองบัญชาการ|กองอำนวยการ|ศูนย์|สถาบัน|สถานี|กรุงเทพ|เมืองพัทยา|ราชบัณฑิต|ผู้ว่าราชการ|นายอำเภอ|อธิบดี|ปลัดกระทรวง';
const OFFICE = new RegExp(
  `^(?:${KINDS}|จ\\.|อ\\.|อบจ|อบต|ทต\\.|ทม\\.|ทน\\.|กอง|ศาล|กลุ่ม|ฝ่าย|ก\\.[ก-ฮ]|(?:[ก-ฮ]{1,5}\\.){1,4}$|(?!ล[งว]$)[ก-ฮ]{2,5}$|(?:[ก-ฮ]\\.){2}|(?:สพ[ปม]|สสจ|สสอ|ศธจ|สถจ|สถอ|รพ|รร|สภ|พมจ|ทสจ|ปภ|พช|ยผ)\\.|สถ|ปค|กสถ)`,
);
const KIND = new RegExp(`^(?:${KINDS})`);

/** Words that are half of a name: the next one belongs to it. */
const OPEN_END =
  /(?:และ|หรือ|,|สำนักงาน|จังหวัด|อำเภอ|ตำบล|เทศบาล(?:นคร|เมือง|ตำบล)?|องค์การบริหารส่วน(?:จังหวัด|ตำบล)|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|วิทยาเขต|เขต|ที่ทำการ[ก-\u0E4E]*|คณะกรรมการ|กรม|กระทรวง|พื้นที่)$/;
/** Words with which a name goes on. */
const GOES_ON =
  /^(?:และ(?!ที่|หนังสือ)|วิทยาศาสตร์$|วิจัยและนวัตกรรม|สัตว์ป่า$|กิจการ(?:โทรทัศน์|กระจายเสียง)|\((?!ด่วน|ลับ)|เขต(?:$|[\d])|\d{1,2}$|วิทยาเขต|สาขา|แห่งชาติ|แห่งประเทศไทย|ในพระ|ภาค|ประจำ|ตำบล|ต\.|แขวง)/;
const SUBJECT_BEGINS =
  /^(?:แจ้ง|ขอ|การ|แนวทาง|ซักซ้อม|หลักเกณฑ์|มาตรการ|มาตรฐาน|กำหนด|ส่ง|เรื่อง|โครงการ|ประชุม|ให้|ตอบ|หารือ|ข้อ|ประกาศ|แผน|คู่มือ|อบรม|รายงาน|เชิญ|จัด|ยกเลิก|แก้ไข|ปรับ|เพิ่ม|ระเบียบ|วิธี|เงื่อนไข|รายละเอียด|ความ|สรุป|ชี้แจง|เร่ง|สำรวจ|ติดตาม|โอน|คำสั่ง|ประชาสัมพันธ์|ค่า|เงิน|งบ|ใช้|ห้าม|อัตรา|แบบ|ผล|สิทธิ|ว่าด้วย)/;

const SAYS =
  /(?:ได้(?=มี|แจ้ง|ออก|ส่ง|กำหนด|ซักซ้อม|จัด|ขอ|ดำเนิน|รับ|โปรด|พิจารณา|ประกาศ|สั่ง|ตอบ|วาง|ให้|ทำ|เวียน|เสนอ|นำ|มอบ|ปรับ|อนุ|เคย|หารือ|วินิจฉัย|อาศัย)|มี(?=หนังสือ|บันทึก|มติ|ความประสงค์|ข้อสั่งการ)|แจ้ง(?=ว่า|ให้|เวียน|ตาม|มติ|มา)|ขอ(?=ให้|ความร่วมมือ|ส่ง|แจ้ง)|(?:ส่ง|ตาม|โดย|ออก|เวียน)(?=หนังสือ)|พิจารณา(?=แล้ว)|เห็น(?=ว่า|ชอบ))/g;
const SAYS_ANYTHING = /ได้|แจ้ง|หนังสือ|มี|ขอ|พิจารณา|เห็น/;
const LAST_WORD =
  /^มีหนังสือ|^ออกหนังสือ|^ส่งหนังสือ|^ได้มีหนังสือ|^ได้แจ้ง|^ได้ออก|^ได้ส่ง|^ได้เวียน|^ได้ซักซ้อม|^ได้กำหนด/;
const NAMED_BEHIND = new RegExp(
  `(?:ว่า|ด้วย|จาก|ตามที่|โดยที่|โดย|เนื่องจาก)\\s?(?=${KINDS}|(?:[ก-ฮ]{1,4}\\.){1,3})`,
  'g',
);

/** Who received a letter stands before these words, who wrote it behind them. */
const RECEIVED = /(?:ได้)?รับ(?:แจ้ง|หนังสือ|รายงาน|การ(?:แจ้ง|ประสาน(?:งาน)?))(?:เวียน|สั่งการ)?\s?จาก\s?/g;
const BY_LETTER = /\s*(?:ตาม|โดย|ด้วย)(?:หนังสือ|โทรสาร|วิทยุ)(?:เวียน|สั่งการ)?\s*$/;

/** Running text before a number, as in "ด้วยกรม…ได้มีหนังสือ": the office that wrote; null where nobody says anything. */
export const officeOfRunningText = (text: string): string | null => {
  if (!SAYS_ANYTHING.test(text)) return null;
  const received = [...text.matchAll(RECEIVED)].at(-1);
  const sender =
    received &&
    text
      .slice(received.index + received[0].length)
      .replace(BY_LETTER, '')
      .trim();
  if (sender && sender.search(SAYS) < 0) return sender;
  const verbs = [...text.matchAll(SAYS)].filter(({ index }) => index > 0);
  if (verbs.length === 0) return null;
  const last = verbs.filter(({ index }) => LAST_WORD.test(text.slice(index))).at(-1) ?? verbs[0];
  const zone = text.slice(0, last?.index);
  const start = [...zone.matchAll(NAMED_BEHIND)].at(-1);
  return (start ? zone.slice(start.index + start[0].length) : zone)
    .replace(/(?:ได้|จึง|ก็)\s*$/, '')
    .trim();
};

const goesOn = (word: string, before: string): boolean =>
  OFFICE.test(word) ||
  GOES_ON.test(word) ||
  OPEN_END.test(before) ||
  provinceOfName(word.replace(/,$/, '')) !== undefined ||
  isAgencyAbbreviation(word);

/**
 * Parts a text into the office named first and what follows it, as in "กรมบัญชีกลาง แจ้งแนวทาง". Names have spaces and
 * commas in them; where the text is framed ("หนังสือ" before it and "ที่" behind), what begins no subject is of the name.
 */
export const splitOffice = (text: string, framed: boolean): OfficeText => {
  if (!OFFICE.test(text.split(' ', 1)[0] as string) && !OFFICE.test(text)) {
    return { issuer: null, rest: text, unsure: false };
  }
  const words = text.split(' ');
  let taken = 1;
  let unsure = false;
  while (taken < words.length) {
    const [before, word] = [words[taken - 1] as string, words[taken] as string];
    if (!goesOn(word, before)) {
      if (!framed || SUBJECT_BEGINS.test(word) || !KIND.test(text)) break;
      unsure = true;
    } else if (SUBJECT_BEGINS.test(word) && !OPEN_END.test(before) && !KIND.test(word)) break;
    taken++;
  }
  return {
    issuer: words.slice(0, taken).join(' ').replace(/,$/, ''),
    rest: words.slice(taken).join(' ') || null,
    unsure,
  };
};
