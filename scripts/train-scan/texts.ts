import { toThaiDigits } from '#core/letter/digits.ts';
import { THAI_MONTHS, THAI_SHORT_MONTHS } from '#core/letter/month.ts';
import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import type { Random } from '../lib/random.ts';

/** What a line says. Numbers, dates, references and stamps are those whose digits decide what a letter is. */
export const LINE_KINDS = ['number', 'date', 'reference', 'stamp', 'figures', 'words'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** A made-up line. All numbers in it are made up. */
export interface MadeLine {
  readonly kind: LineKind;
  readonly text: string;
}

const NAMES = PROVINCES.map(({ name }) => name);
const LETTERS = [
  'มท',
  'กค',
  'ศธ',
  'สธ',
  'นร',
  'อว',
  'พม',
  'กษ',
  'ทส',
  ...PROVINCES.map(({ prefix }) => prefix),
];
const HEADS = [
  'กรมส่งเสริมการปกครองท้องถิ่น',
  'กระทรวงมหาดไทย',
  'กระทรวงการคลัง',
  'กรมบัญชีกลาง',
  'กรมการปกครอง',
  'กระทรวงศึกษาธิการ',
  'สำนักงาน ก.จ. ก.ท. และ ก.อบต.',
  'กรมควบคุมมลพิษ',
  'สำนักงานการตรวจเงินแผ่นดิน',
];
const CONSONANTS = [...'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'];
const ABOVE = ['', '', 'ั', 'ิ', 'ี', 'ึ', 'ื', 'ุ', 'ู', '็'];
const TONES = ['', '', '', '่', '้', '๊', '๋', '์'];
const LATIN = [
  'New e-LAAS',
  'e-LAAS',
  'LTAX ONLINE',
  'INFO',
  'e-Plan',
  'e-GP',
  'GFMIS',
  'ThaID',
  'QR Code',
  'ITA',
  'OTOP',
  'PDF',
  'PM 2.5',
  'Excel',
  'Username',
  'Password',
  'Google Form',
];
const ASIDE = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

const many = (random: Random, from: number, to: number, one: () => string): string =>
  Array.from({ length: random.int(from, to) }, one).join('');

/** Writes lines of one seed from running texts. */
export const lineWriter = (random: Random, texts: readonly string[]) => {
  const { int, pick, chance } = random;
  const digits = (count: number): string => many(random, count, count, () => String(int(0, 9)));
  const either = (text: string, thai = 0.65): string => (chance(thai) ? toThaiDigits(text) : text);
  const office = (): string => (chance(0.5) ? `จังหวัด${pick(NAMES)}` : pick(HEADS));

  const number = (): string => {
    const unit = pick([
      () => `0${digits(3)}.${int(1, 29)}`,
      () => `0${digits(3)}`,
      () => `00${digits(2)}.${int(1, 9)}`,
      () => `${digits(5)}.${int(1, 99)}`,
      () => `0${digits(3)}.${int(1, 9)}.${int(1, 9)}`,
      () => digits(5),
    ])();
    const serial = int(1, 10 ** int(1, 5) - 1);
    return `${pick(LETTERS)} ${unit}/${pick(['ว ', 'ว ', 'ว', '', ''])}${serial}`;
  };
  const date = (): string =>
    `${int(1, 31)} ${pick(THAI_MONTHS)} ${pick(['', '', '', 'พ.ศ. '])}${int(2530, 2589)}`;
  const shortDate = (): string =>
    `${int(1, 31)} ${pick(THAI_SHORT_MONTHS)} ${chance(0.5) ? int(2550, 2589) : int(50, 89)}`;
  const stampNumber = (): string => String(int(1, 10 ** int(1, 5) - 1));

  const stamp = (): string =>
    pick([
      () => `เลข${pick(['', 'ที่'])}รับ ${either(stampNumber(), 0.5)}`,
      () => `รับที่ ${either(stampNumber(), 0.5)}`,
      () => `วันที่ ${either(chance(0.7) ? shortDate() : date(), 0.5)}`,
      () => `เวลา ${either(`${int(7, 18)}${pick(['.', ':'])}${digits(2)}`, 0.5)} น.`,
      () => `เลขรับ${either(stampNumber(), 0.5)} วันที่ ${either(shortDate(), 0.5)}`,
      () => either(shortDate(), 0.5),
      () => either(`${int(1, 31)} / ${int(1, 12)} / ${int(2550, 2589)}`, 0.5),
    ])();
  const reference = (): string => {
    const cited = `หนังสือ${office()} ${pick(['', '', 'ด่วนที่สุด ', 'ด่วนมาก '])}ที่ ${number()}`;
    const dated = `${cited} ลงวันที่ ${date()}`;
    return either(
      pick([
        () => `อ้างถึง ${dated}`,
        () => `${int(1, 9)}. ${dated}`,
        () => `ที่ ${number()} ลงวันที่ ${date()}`,
        () => `ลงวันที่ ${date()} เรื่อง`,
        () => `สำเนา${dated} จำนวน ${int(1, 9)} ฉบับ`,
      ])(),
      0.85,
    );
  };
  const money = (): string =>
    `${int(1, 999).toLocaleString('en')},${digits(3)}${chance(0.5) ? `.${digits(2)}` : ''}`;
  const phone = (): string => `0 ${digits(4)} ${digits(4)} ต่อ ${int(10, 9999)}`;
  const figures = (): string =>
    pick([
      () => either(`${chance(0.5) ? 'โทร. ' : 'โทรศัพท์ '}${phone()}`),
      () => either(`โทรสาร 0-${digits(4)}-${digits(4)}`),
      () => either(`เป็นเงิน ${money()} บาท`),
      () => either(`ภายในวันที่ ${date()} และตั้งแต่วันที่ ${date()} เป็นต้นไป`),
      () => either(`ปีงบประมาณ พ.ศ. ${int(2540, 2589)} จำนวน ${int(1, 9999)} แห่ง`),
      () => either(`${pick(NAMES)} ${int(10, 96)}${digits(3)}`),
      () => many(random, 2, 8, () => ` ${either(digits(int(1, 6)), 0.75)}`).trim(),
      () => many(random, 3, 12, () => toThaiDigits(digits(1))),
      () => either(`${int(1, 12)}.${int(1, 9)} มาตรา ${int(1, 150)} (${int(1, 20)})`),
      () => `${pick(['saraban', 'local', 'fin'])}@${pick(['dla', 'moi', 'mail'])}.go.th`,
      () =>
        `https://${pick(['www', 'laas'])}.${pick(['dla', 'moi'])}.go.th/${many(random, 2, 8, () => pick([...ASIDE]))}`,
    ])();

  const passage = (): string => {
    const wanted = chance(0.3) ? int(50, 92) : int(8, 50);
    let text = pick(texts);
    while (text.length < wanted && chance(0.8)) text += `${pick([' ', ' ', ''])}${pick(texts)}`;
    const from = text.length > wanted ? int(0, text.length - wanted) : 0;
    let cut = text.slice(from, from + wanted).replace(/^[ะ-ฺๅ-๎]+/, '');
    if (chance(0.5)) cut = toThaiDigits(cut);
    if (chance(0.2)) {
      const words = cut.split(' ');
      words.splice(
        int(0, words.length),
        0,
        pick([either(digits(int(1, 4))), `(${pick(LATIN)})`, pick(LATIN), either(date())]),
      );
      cut = words.join(' ');
    }
    return cut.trim();
  };
  const syllable = (): string => {
    const lead = pick(['', '', '', 'เ', 'แ', 'โ', 'ไ', 'ใ']);
    return `${lead}${pick(CONSONANTS)}${lead && chance(0.6) ? '' : pick(ABOVE)}${pick(TONES)}${pick(['', 'า', 'ะ', ...CONSONANTS, 'ๆ', ' ', 'ำ'])}`;
  };
  const words = (): string => {
    const kind = random.next();
    if (kind < 0.7) return passage();
    if (kind < 0.8) return many(random, 3, 18, syllable);
    return pick([
      () =>
        pick(['ศาลากลางจังหวัด', 'ที่ว่าการอำเภอ', 'สำนักงานจังหวัด', 'ผู้ว่าราชการจังหวัด', 'นายอำเภอ']) +
        pick(NAMES),
      () => pick(['ด่วน', 'ด่วนมาก', 'ด่วนที่สุด', 'สำเนาถูกต้อง', 'ลับ', 'บันทึกข้อความ', 'ขอแสดงความนับถือ']),
      () => `${pick(['เรื่อง', 'เรียน', 'สิ่งที่ส่งมาด้วย', 'อ้างถึง'])} ${passage()}`,
    ])();
  };
  const writers: Readonly<Record<LineKind, () => string>> = {
    number: () => either(`${pick(['ที่ ', 'ที่ ', ''])}${number()}`, 0.75),
    date: () => either(date(), 0.8),
    reference,
    stamp,
    figures,
    words,
  };
  return (kind: LineKind): MadeLine => ({
    kind,
    text: writers[kind]().replace(/ {2,}/g, ' ').trim(),
  });
};
