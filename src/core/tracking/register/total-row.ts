const COUNT = '[\\d๐-๙][\\d๐-๙,.]*(?:ฉบับ|เรื่อง|รายการ|ชุด|แผ่น|ราย|หนังสือ)?';

/** Words of a row that sums up others, without spaces: รวม, รวมทั้งสิ้น 12 ฉบับ, ยอดยกมา, Total. */
const TOTAL = new RegExp(
  `^(?:รวม(?:ทั้ง(?:สิ้น|หมด)|เป็น|หนังสือ|จำนวน|ยอด|หน้านี้|เดือนนี้|ปีนี้)*|ยอด(?:รวม(?:ทั้ง(?:สิ้น|หมด))?|ยกมา|ยกไป)|(?:grand|sub)?total|sum)[:=]?(?:${COUNT})?$`,
  'i',
);
const ONLY_COUNT = new RegExp(`^${COUNT}$`);

/** Whether a row sums up those above it, and is no entry: words of a total alone, with counts beside them. */
export const isTotalRow = (cells: readonly string[]): boolean => {
  const [first, ...others] = cells
    .map((cell) => cell.replace(/\s/g, ''))
    .filter((cell) => cell !== '');
  return first !== undefined && TOTAL.test(first) && others.every((one) => ONLY_COUNT.test(one));
};
