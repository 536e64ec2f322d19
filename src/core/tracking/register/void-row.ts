const NUMBER = '(?:เลขที่|เลขรับ|เลขส่ง|เลขทะเบียน|เลข|ทะเบียน|ลำดับ|รายการ|ฉบับ|หนังสือ|เรื่อง|แถว|ช่อง)';
const DOING = '(?:การ)?(?:ใช้|ออก|ลงทะเบียน|ลงรับ|ลง|รับ|ส่ง)?';

/** Words that make the number of a row void, without spaces: ยกเลิก, ยกเลิกเลขนี้, งดใช้เลข, เลขเสีย, ข้ามเลข. */
const WORDS = `(?:(?:ขอ)?(?:ยกเลิก|งดใช้|ไม่ใช้|เลิกใช้)${DOING}${NUMBER}?(?:ที่)?(?:นี้|แล้ว)*|(?:ข้าม|เว้น|จอง)${NUMBER}(?:ที่)?(?:นี้|แล้ว|ไว้)*|${NUMBER}(?:เสีย|ว่าง|ยกเลิก)|void(?:ed)?|cancell?ed)`;

/** Such words alone in a cell, with or without brackets; or with a reason behind (ยกเลิก เนื่องจากลงซ้ำ). */
const ALONE = new RegExp(
  `^[\\s([{"'“*–—-]*${WORDS}[\\s)\\]}"'”*.–—-]*(?:$|(?:เนื่องจาก|เพราะ|ใช้เลข|ไปใช้|ซ้ำ|ลงซ้ำ|ออกซ้ำ|ออกเลข|ลงผิด|พิมพ์ผิด|[:;,]))`,
  'i',
);
/** Such words in brackets of their own, behind something else. */
const IN_BRACKETS = new RegExp(`[([{]${WORDS}[)\\]}]`, 'i');

/**
 * The cell of a row that says that its number is void; null where none does. A letter that cancels another one says more than
 * these words (ยกเลิกหนังสือกรม … ที่ …).
 */
export const voidCell = (cells: readonly string[]): string | null =>
  cells.find((cell) => {
    const plain = cell.replace(/\s/g, '');
    return plain !== '' && (ALONE.test(plain) || IN_BRACKETS.test(plain));
  }) ?? null;
