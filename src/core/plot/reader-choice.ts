import { parseBaht } from '../figures/amount.ts';
import { toArabicDigits, toThaiDigits } from '../letter/digits.ts';
import { AMOUNT_UNITS, type AmountUnit, writeAmount, writeExactly } from './amount-unit.ts';

/** `written`: as the page has it, which takes the unit that fits and the digits of its source. */
export const DIGIT_CHOICES = ['written', 'arabic', 'thai'] as const;
export const UNIT_CHOICES = ['written', ...AMOUNT_UNITS] as const;

/** How a reader wants figures written. */
export interface ReaderChoice {
  readonly unit: 'written' | AmountUnit;
  readonly digits: (typeof DIGIT_CHOICES)[number];
}

const pick = <Name extends string>(names: readonly Name[], text: string | undefined): Name =>
  names.find((name) => name === text) ?? (names[0] as Name);

/** The choice that a browser kept; what it kept otherwise, or nothing, is the page as written. */
export const readChoice = (text: string | null): ReaderChoice => {
  const [unit, digits] = (text ?? '').split(' ');
  return { unit: pick(UNIT_CHOICES, unit), digits: pick(DIGIT_CHOICES, digits) };
};

/** A choice for `readChoice`. */
export const writeChoice = ({ unit, digits }: ReaderChoice): string => `${unit} ${digits}`;

/** A text with its digits as the reader wants them. */
export const inDigits = (text: string, digits: ReaderChoice['digits']): string => {
  if (digits === 'written') return text;
  return digits === 'thai' ? toThaiDigits(text) : toArabicDigits(text);
};

/**
 * An amount (baht, `1234.50`) in the unit that the reader wants; `written` where that is the unit of the page, or where the
 * amount can't be read. Ticks of a plot keep every decimal, or two of them could read alike.
 */
export const amountInUnit = (
  baht: string,
  written: string,
  unit: ReaderChoice['unit'],
  isTick = false,
): string => {
  const amount = parseBaht(baht);
  if (unit === 'written' || amount === null) return written;
  return isTick ? writeExactly(amount, unit) : writeAmount(amount, unit);
};
