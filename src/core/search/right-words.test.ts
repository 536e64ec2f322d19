import { beforeAll, describe, expect, it } from 'vitest';
import { synonymWords } from './concepts.ts';
import { search } from './engine.ts';
import { IndexBuilder } from './index-builder.ts';
import { IndexReader } from './index-reader.ts';
import { asLatinKeys } from './keyboard.ts';
import { WordCounter } from './word-counts.ts';

/** Words of offices; the pages below have next to none of them, and words that look like many. */
const OFFICE_WORDS = (
  'งบประมาณ บัญชี เงินเดือน ลาป่วย พัสดุ ครุภัณฑ์ ทะเบียน ปลัด นายก สภา เทศบาล ประชุม ' +
  'รายงาน หนังสือ คำสั่ง ระเบียบ สัญญา ตรวจรับ เบิกจ่าย ฎีกา กตัญญู กบข กรรมสิทธิ์ ' +
  'กระจาย กระจ่าง กระทรวงการคลัง กระเป๋า กสจ ก่อน กะทันหัน กักตุน กันเงิน กาแฟ กำลังใจ ' +
  'กิจการสภา กีฬา กุดัง เกณฑ์ทหาร เกษียณอายุ แกนนำ โกดัง ขนมจีน ขวัญกำลังใจ ' +
  'ขอความร่วมมือ ขอคืน ขอรับเงิน ข้อสังเกต ข้อเสนอแนะ ขัดแย้ง เขตพื้นที่ เข้มงวด ' +
  'ไข้เลือดออก คณบดี คทา คนไข้ ครม คลินิก ควบรวม คัดสำเนา ค่าล่วงเวลา ค่าเสื่อมราคา คิว ' +
  'คุณธรรม คุรุสภา เคลื่อนย้าย เครดิต โควตา ฆาตกรรม งดเว้น งานศพ งานบวช ' +
  'เงินค้ำประกันสัญญา เงินโบนัส เงินสวัสดิการ จริยธรรม จรรยาบรรณ จลาจล จัดเลี้ยง ' +
  'จิตอาสา เจตนา เจรจา เจ้าอาวาส ฉ้อโกง ฉุกเฉิน เฉลิมพระเกียรติ ชลประทาน ชะลอ ชั้นยศ ' +
  'ชำนาญการ เช่าซื้อ ซักซ้อม ซักถาม ฌาปนกิจ ญัตติ ฎีกาเบิกเงิน ฐานข้อมูล ฐานะการเงิน ' +
  'ณรงค์ ดอกเบี้ยเงินฝาก ดุลยพินิจ ดูหมิ่น เดินสะพัด ตกเบิก ตรวจสุขภาพ ตรวจนับ ตลาดนัด ' +
  'ต่อสัญญา ตัดหนี้ ติดประกาศ ตู้เซฟ เตาเผา ถ่ายโอน ถังขยะ ถาวรวัตถุ ทดแทน ทดลองงาน ' +
  'ทนายความ ทรงคุณวุฒิ ทวิภาคี ท้องถิ่นจังหวัด ทุนการศึกษา ธงชาติ ธรรมาภิบาล ธุรกิจ ' +
  'นวัตกรรม นักการภารโรง นันทนาการ นายทะเบียน นิคม นิติบุคคล นโยบายรัฐบาล เนติบัณฑิต ' +
  'บกพร่อง บทลงโทษ บำเหน็จ บุคคลธรรมดา บูรณาการ เบาะแส แบบก่อสร้าง โบราณสถาน ปฏิคม ' +
  'ปฏิทิน ปรองดอง ประกันสังคม ประมง ประสานงาน ปริมาณงาน ปลดหนี้ ปศุสัตว์ ปิดประกาศ ' +
  'เป้าประสงค์ ผลัดเปลี่ยน ผ่อนชำระ ผู้จัดการ ผู้ค้ำประกัน ผู้ทิ้งงาน ผู้ประกอบการ ' +
  'ผู้มีอำนาจ ฝากขัง ฝึกงาน พงศาวดาร พนักงานจ้าง พยานหลักฐาน พหูพจน์ พิธีการ พินัยกรรม ' +
  'พืชสวน เพิกถอน แพทย์แผนไทย ฟุตบอล ฟื้นฟู ภาคเอกชน ภาระผูกพัน ภารกิจ ภูมิปัญญา มหกรรม ' +
  'มรดก มลพิษ มัสยิด มาตรฐาน มูลค่า เมรุ แม่บ้าน ยกฐานะ ยกยอด ยาเสพติด ยุติธรรม เยาวชน ' +
  'โยธา รถดับเพลิง รถขยะ รัฐวิสาหกิจ รั้ว ราชกิจจานุเบกษา ริเริ่ม รื้อถอน เรือนจำ ' +
  'แรงงาน โรงเรือน ฤกษ์ ลงคะแนน ลดหย่อน ลอยกระทง ล้มละลาย ลานกีฬา ลิขสิทธิ์ ลูกเสือ ' +
  'เลี้ยงดู โลจิสติกส์ วงเงิน วิกฤต วิทยฐานะ วิทยากร วินิจฉัย วิสัยทัศน์ เวชภัณฑ์ ' +
  'เวนคืน ศพด ศาลปกครอง ศิลปะ ศุลกากร เศรษฐกิจ สตรี สถิติ สมทบ สมัชชา สรรหา สรรพากร ' +
  'สวนสาธารณะ สสว สอบแข่งขัน สะสม สัญจร สาธารณภัย สินบน สุสาน เสนาธิการ โสด หนี้สูญ ' +
  'หมวกนิรภัย หมายศาล หลักสูตร ห้องสมุด หัวหน้างาน หุ้นส่วน เหตุฉุกเฉิน แหล่งน้ำ โหวต ' +
  'ไหวพริบ องคมนตรี อนุกรรมการ อพยพ อสม อัคคีภัย อัตรากำลัง อาชีวศึกษา อานิสงส์ ' +
  'อาสาสมัคร อำนวยการ อินทรีย์ อุตสาหกรรม อุทยาน อุปกรณ์ เอกชน แอลกอฮอล์ โอนย้าย ' +
  'โอนงบประมาณ ไอที ฮั้ว นม หก ภาษี กอง ตู้ ซอย ตรอก คู เขื่อน ฝาย บ่อ บึง หนอง ทุ่ง นา ' +
  'ไร่นา สวน โรงงาน โกดังสินค้า ร้านค้า แผงลอย เร่ขาย หาบเร่ สุนัข พิษสุนัขบ้า เบี้ย ' +
  'เบี้ยเลี้ยง เบี้ยประชุม พวงหรีด ซุ้ม เวที เต็นท์ เครื่องเสียง ไมค์ จอภาพ ลำโพง กล้อง ' +
  'กล้องวงจรปิด มิเตอร์ หม้อแปลง สายไฟ หลอดไฟ โคมไฟ เสาไฟ '
)
  .trim()
  .split(' ');

const PAGES = [
  ['อำเภอภาชี', 'อำเภอภาชี จังหวัดพระนครศรีอยุธยา หากไม่พบให้ดูในกล่องจดหมาย'],
  ['ยืนยันตัวตน', 'ผู้ใช้ยืนยันตัวตนก่อนเข้าระบบ ตัวเลขหกหลักส่งไปที่อีเมล ลืมรหัสผ่านให้แจ้งผู้ดูแล'],
  ['โรงเรียน', 'โรงเรียนจัดทำบัญชี ประมาณราคา ตามประกาศ และช่วงเวลาที่กำหนด ควบคุมปัญหา มาตรา ๕'],
] as const;

let reader: IndexReader;
beforeAll(async () => {
  const counter = new WordCounter();
  for (const page of PAGES) for (const text of page) counter.add(text);
  const builder = new IndexBuilder(counter.lexicon(synonymWords()));
  for (const [title, text] of PAGES)
    builder.add({
      url: title,
      title,
      text,
      sections: [],
      identities: [],
      filters: {},
      meta: {},
      demoted: false,
    });
  const files = new Map([...builder.files()].map(({ name, bytes }) => [name, bytes]));
  reader = await IndexReader.open({ read: async (name) => files.get(name) as Uint8Array });
});

const readInstead = async (query: string) => {
  const { corrected, instead } = await search(reader, query);
  return [...corrected.map(({ to }) => to), ...(instead === null ? [] : [instead])];
};

describe('a word that was meant', () => {
  it('is never taken for another one', async () => {
    expect(OFFICE_WORDS.length).toBeGreaterThanOrEqual(300);
    const taken: string[] = [];
    for (const word of OFFICE_WORDS) {
      const read = await readInstead(word);
      if (read.length > 0) taken.push(`${word} > ${read.join()}`);
    }
    expect(taken).toEqual([]);
  });

  it.each(['หก', 'ภาษี', 'กอง', 'ภาชี', 'ภาษีที่ดิน', 'กองช่าง', 'otp', 'word'])(
    'such as %s is looked for as typed',
    async (word) => {
      expect(await readInstead(word)).toEqual([]);
    },
  );
});

describe('what may be a slip', () => {
  it('is suggested where it may be a word, with its pages as near', async () => {
    const answer = await search(reader, 'ตัวตล');
    expect(answer).toMatchObject({ corrected: [], suggestion: 'ตัวตน' });
    expect(answer.hits[0]).toMatchObject({ page: 1, full: false });
  });

  it('is suggested where both are words', async () => {
    expect(await search(reader, 'โรงเรือน')).toMatchObject({ corrected: [], suggestion: 'โรงเรียน' });
  });
});

it.each([
  ['รหัสผ่ำน', 'รหัสผ่าน'],
  ['เข้ำระบบ อีเมล', 'เข้าระบบ อีเมล'],
  ['ลืมรหัสผ่ำนให้แจ้งผู้ดูแล', 'ลืมรหัสผ่านให้แจ้งผู้ดูแล'],
])('finds what a PDF made of a word: %s', async (typed, text) => {
  const { effective, corrected, instead, hits } = await search(reader, typed);
  expect(effective.correctedText).toBe(text);
  expect(corrected.length > 0 || instead !== null).toBe(true);
  expect(hits[0]).toMatchObject({ page: 1, full: true });
});

describe('a text from elsewhere', () => {
  it.each([
    [']n,isylzjko', 'ลืมรหัสผ่าน'],
    [asLatinKeys('ยืนยันตัวตน'), 'ยืนยันตัวตน'],
    [asLatinKeys('ตัวเลขหกหลัก'), 'ตัวเลขหกหลัก'],
    ['ตำมประกำศ', 'ตามประกาศ'],
    ['qzxqzx', null],
    ['e-mail', null],
  ])('%s is read as %s', async (typed, instead) => {
    const answer = await search(reader, typed);
    expect(answer.instead).toBe(instead);
    if (instead !== null) expect(answer.hits[0]?.full).toBe(true);
  });
});

describe('what no page has', () => {
  it.each([
    ['กองช่าง', ['กอง', 'ช่าง']],
    ['กองสวัสดิการ', ['กอง', 'สวัสดิการ']],
    ['กองอัศวิน', ['กอง', 'อัศวิน']],
    ['ตัวตล', ['ตัวตล']],
    ['ตลอีเมล', ['ตลอีเมล']],
    ['อัศวิน อีเมล', ['อัศวิน']],
    ['อีเมลไหม', []],
    ['2>1', ['2>1']],
    ['2 = 1', ['2 = 1']],
    ['อีเมล 10+5', ['10+5']],
  ])('%s is reported in whole words', async (query, missing) => {
    expect((await search(reader, query)).missing).toEqual(missing);
  });

  it.each(['2>1', '2=1', '5 < 6'])('finds nothing by the digits of %s', async (query) => {
    expect(await search(reader, query)).toMatchObject({ total: 0, instead: null });
  });

  it.each([
    ["dv'", 'กอง'],
    ['4kKu', 'ภาษี'],
    ['wsd', null],
    ['F,jgvd', null],
    ['c,b', null],
    ['zebra', null],
    ['F,jmujoj', null],
  ])('%s is read as %s in the other keyboard layout', async (query, instead) => {
    expect((await search(reader, query)).instead).toBe(instead);
  });
});
