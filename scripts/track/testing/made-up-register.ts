/** Headings of a made-up register of letters received. */
export const HEADING = ['เลขทะเบียนรับ', 'วันที่รับ', 'เวลา', 'ที่', 'ลงวันที่', 'จาก', 'เรื่อง'];
/** A made-up register: a title, its year, the headings, then a letter that is known, one dated otherwise, one unknown. */
export const ROWS = [
  ['ทะเบียนหนังสือรับ จังหวัดทดลอง', '', '', '', '', '', ''],
  ['ประจำปี พ.ศ. ๒๕๖๘', '', '', '', '', '', ''],
  HEADING,
  ['๑๒๓', '๘/๓/๒๕๖๘', '๐๙.๓๐ น.', 'มท ๐๘๙๙.๙/ว๑๑', '๓ มีนาคม ๒๕๖๘', 'กรมตัวอย่าง', 'เรื่องหนึ่ง'],
  ['๑๒๔', '๘/๓/๒๕๖๘', '', 'มท ๐๘๙๙.๙/ว ๑๑', '๔ มี.ค. ๖๘', 'กรมตัวอย่าง', 'ลงวันที่อื่น'],
  ['๑๒๕', '๘/๓/๒๕๖๘', '', 'กค ๐๘๙๙/๙', '๓ มีนาคม ๒๕๖๘', 'กระทรวงอื่น', 'เรื่องอื่น, มีจุลภาค'],
];
/** Rows as CSV; cells hold no quotes. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `${row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`)
    .join('');
