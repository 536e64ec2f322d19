const THAI_ZERO = 0x0e50;

/** Every Thai digit (๐-๙) in `text` as the Arabic digit of the same value; all else unchanged, so positions are kept. */
export const toArabicDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));

/** Every Arabic digit in `text` as the Thai digit of the same value, as official letters print them. */
export const toThaiDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
