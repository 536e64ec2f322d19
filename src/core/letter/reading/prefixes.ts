import { alikeLetters } from './alike-letters.ts';

/** A province as letters name it. Letter prefixes are those of the Ministry of Interior's list of provinces. */
export interface Province {
  /** Two-digit code of the Department of Provincial Administration. */
  readonly code: string;
  readonly name: string;
  /** Two letters that begin the numbers of its letters. */
  readonly prefix: string;
}

const TABLE = `
10 กรุงเทพมหานคร กท
11 สมุทรปราการ สป
12 นนทบุรี นบ
13 ปทุมธานี ปท
14 พระนครศรีอยุธยา อย
15 อ่างทอง อท
16 ลพบุรี ลบ
17 สิงห์บุรี สห
18 ชัยนาท ชน
19 สระบุรี สบ
20 ชลบุรี ชบ
21 ระยอง รย
22 จันทบุรี จบ
23 ตราด ตร
24 ฉะเชิงเทรา ฉช
25 ปราจีนบุรี ปจ
26 นครนายก นย
27 สระแก้ว สก
30 นครราชสีมา นม
31 บุรีรัมย์ บร
32 สุรินทร์ สร
33 ศรีสะเกษ ศก
34 อุบลราชธานี อบ
35 ยโสธร ยส
36 ชัยภูมิ ชย
37 อำนาจเจริญ อจ
38 บึงกาฬ บก
39 หนองบัวลำภู นภ
40 ขอนแก่น ขก
41 อุดรธานี อด
42 เลย ลย
43 หนองคาย นค
44 มหาสารคาม มค
45 ร้อยเอ็ด รอ
46 กาฬสินธุ์ กส
47 สกลนคร สน
48 นครพนม นพ
49 มุกดาหาร มห
50 เชียงใหม่ ชม
51 ลำพูน ลพ
52 ลำปาง ลป
53 อุตรดิตถ์ อต
54 แพร่ พร
55 น่าน นน
56 พะเยา พย
57 เชียงราย ชร
58 แม่ฮ่องสอน มส
60 นครสวรรค์ นว
61 อุทัยธานี อน
62 กำแพงเพชร กพ
63 ตาก ตก
64 สุโขทัย สท
65 พิษณุโลก พล
66 พิจิตร พจ
67 เพชรบูรณ์ พช
70 ราชบุรี รบ
71 กาญจนบุรี กจ
72 สุพรรณบุรี สพ
73 นครปฐม นฐ
74 สมุทรสาคร สค
75 สมุทรสงคราม สส
76 เพชรบุรี พบ
77 ประจวบคีรีขันธ์ ปข
80 นครศรีธรรมราช นศ
81 กระบี่ กบ
82 พังงา พง
83 ภูเก็ต ภก
84 สุราษฎร์ธานี สฎ
85 ระนอง รน
86 ชุมพร ชพ
90 สงขลา สข
91 สตูล สต
92 ตรัง ตง
93 พัทลุง พท
94 ปัตตานี ปน
95 ยะลา ยล
96 นราธิวาส นธ
`;

export const PROVINCES: readonly Province[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [code, name, prefix] = row.split(' ') as [string, string, string];
    return { code, name, prefix };
  });

/**
 * Prefixes of ministries and of bodies that stand beside them, with the name of each (annex of the Office of the
 * Prime Minister's Regulation on Correspondence B.E. 2526 and later letters). Only a hint: an unknown prefix is a
 * reason to look again, never to refuse.
 */
export const MINISTRY_PREFIXES: Readonly<Record<string, string>> = {
  นร: 'สำนักนายกรัฐมนตรี',
  กห: 'กระทรวงกลาโหม',
  กค: 'กระทรวงการคลัง',
  กต: 'กระทรวงการต่างประเทศ',
  กก: 'กระทรวงการท่องเที่ยวและกีฬา',
  พม: 'กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์',
  อว: 'กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม',
  กษ: 'กระทรวงเกษตรและสหกรณ์',
  คค: 'กระทรวงคมนาคม',
  ทส: 'กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม',
  ดศ: 'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม',
  ทก: 'กระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร',
  วท: 'กระทรวงวิทยาศาสตร์และเทคโนโลยี',
  พน: 'กระทรวงพลังงาน',
  พณ: 'กระทรวงพาณิชย์',
  มท: 'กระทรวงมหาดไทย',
  ยธ: 'กระทรวงยุติธรรม',
  รง: 'กระทรวงแรงงาน',
  วธ: 'กระทรวงวัฒนธรรม',
  ศธ: 'กระทรวงศึกษาธิการ',
  สธ: 'กระทรวงสาธารณสุข',
  อก: 'กระทรวงอุตสาหกรรม',
  ตช: 'สำนักงานตำรวจแห่งชาติ',
  พศ: 'สำนักงานพระพุทธศาสนาแห่งชาติ',
  รถ: 'ราชบัณฑิตยสภา',
  ปง: 'สำนักงานป้องกันและปราบปรามการฟอกเงิน',
  ปช: 'สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ',
  ปป: 'สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตในภาครัฐ',
  ตผ: 'สำนักงานการตรวจเงินแผ่นดิน',
  ลต: 'สำนักงานคณะกรรมการการเลือกตั้ง',
  ผผ: 'สำนักงานผู้ตรวจการแผ่นดิน',
  สม: 'สำนักงานคณะกรรมการสิทธิมนุษยชนแห่งชาติ',
  อส: 'สำนักงานอัยการสูงสุด',
  ศย: 'สำนักงานศาลยุติธรรม',
  ศป: 'สำนักงานศาลปกครอง',
  ศร: 'สำนักงานศาลรัฐธรรมนูญ',
  สผ: 'สำนักงานเลขาธิการสภาผู้แทนราษฎร',
  สว: 'สำนักงานเลขาธิการวุฒิสภา',
};

const PROVINCE_OF_PREFIX = new Map(PROVINCES.map((province) => [province.prefix, province]));
const PROVINCE_OF_NAME = new Map(PROVINCES.map((province) => [province.name, province]));

/** The province that a letter prefix or a name stands for. */
export const provinceOfPrefix = (prefix: string): Province | undefined =>
  PROVINCE_OF_PREFIX.get(prefix);
export const provinceOfName = (name: string): Province | undefined => PROVINCE_OF_NAME.get(name);

/** Whether letters with this prefix are known to exist. */
export const isKnownPrefix = (prefix: string): boolean =>
  prefix in MINISTRY_PREFIXES || PROVINCE_OF_PREFIX.has(prefix);

const KNOWN_PREFIXES = [
  ...Object.keys(MINISTRY_PREFIXES),
  ...PROVINCES.map(({ prefix }) => prefix),
] as const;

const MOST_NEAREST = 3;

/**
 * Known prefixes that an unknown one may have been misread from: those with one letter that looks like the one that was read,
 * or where there is none, those with one other letter; three at most.
 */
export const nearestPrefixes = (prefix: string): string[] => {
  const oneOther = KNOWN_PREFIXES.filter(
    (known) => known !== prefix && (known[0] === prefix[0]) !== (known[1] === prefix[1]),
  );
  const isAlike = (known: string): boolean =>
    [...known].every((char, at) => {
      const read = prefix[at] ?? '';
      return char === read || alikeLetters(char).includes(read);
    });
  const alike = oneOther.filter(isAlike);
  return (alike.length > 0 ? alike : oneOther).slice(0, MOST_NEAREST);
};
