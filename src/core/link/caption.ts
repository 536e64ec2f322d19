import { toThaiDigits } from '#core/letter/digits.ts';
import type { Fact } from '#core/letter/fact.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { CaptionLine } from '#core/qr/label.ts';
import { attachmentLabel } from './address.ts';

/** What stands under a QR code, and what it is read from. */
export interface Captioned {
  /** Number of the letter. */
  readonly number: Fact<string>;
  /** B.E. year under which the circular lies. */
  readonly year: string;
  /** For each attachment that the letter names, in order, whether the portal has its file. */
  readonly hasFile: readonly boolean[];
  /** Number of the attachment that the code leads to, from 1; absent where it leads to the circular. */
  readonly attachment?: number | undefined;
  /** Short address as people type it. */
  readonly address: string;
  /** Name of the office that passes the circular on. */
  readonly office?: string | undefined;
}

/** What is behind the code: paper must not promise a file that the portal does not have. */
const purpose = ({ hasFile, attachment }: Captioned): string => {
  if (attachment !== undefined) {
    const label = attachmentLabel(attachment);
    return hasFile[attachment - 1] ? label : `ข้อมูลของ${label}`;
  }
  if (!hasFile.includes(true)) return 'อ่านหนังสือและคำแนะนำ';
  return hasFile.includes(false) ? 'ดาวน์โหลดสิ่งที่ส่งมาด้วยบางรายการ' : 'ดาวน์โหลดสิ่งที่ส่งมาด้วย';
};

/** A number in doubt is not printed: on paper nobody sees the doubt any more. */
const letterName = ({ number, year }: Captioned): string =>
  number.value === null || number.doubt
    ? `หนังสือเวียนปี ${toThaiDigits(year)}`
    : `ที่ ${printLetterNumber(number.value)}`;

/** The lines under a QR code: what it is for, the letter, who passes it on, and the address for those who type. */
export const captionOf = (about: Captioned): CaptionLine[] => [
  { text: purpose(about), weight: 'bold' },
  { text: letterName(about), weight: 'regular' },
  ...(about.office === undefined ? [] : [{ text: about.office, weight: 'regular' as const }]),
  { text: about.address, weight: 'regular' },
];
