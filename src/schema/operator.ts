import { z } from 'zod';
import { toArabicDigits } from '#core/letter/digits.ts';
import type { Operator } from '#core/operator/operator.ts';
import { isoDay } from './fact.ts';
import { line, webAddress } from './letter.ts';
import { refusal } from './refusal.ts';

/** Domains that RFC 2606 keeps for examples and tests. */
const RESERVED = /(?:^|[@.])(?:example|invalid|localhost|test|example\.(?:com|net|org))$/i;

const isReserved = (address: string): boolean => RESERVED.test(address);

const finished = line.refine(
  (text) => !text.includes('…'),
  refusal(
    'the text is not finished: it has "…" in it',
    'Write it in full.',
    'It was copied from an example, and would be shown to everybody.',
  ),
);

const thaiName = finished.refine(
  (text) => /[\u0E01-\u0E2E]/.test(text),
  refusal(
    'the name of the operator is not in Thai',
    'Write the full name of the office or body in Thai; an English name may follow it.',
    'The pages are in Thai, and say who runs this copy.',
  ),
);

const email = z
  .email()
  .refine(
    (address) => !isReserved(address),
    refusal(
      'the e-mail address is one of an example',
      'Write the address of the office that answers reports, or remove content/operator.yaml.',
      'Mail to it reaches nobody, and every page would ask people to write there.',
    ),
  );

// Nine digits in Thailand, with an extension or a range of lines behind them; hotlines have four.
const isPhone = (text: string): boolean => {
  const digits = toArabicDigits(text).replace(/\D/g, '').length;
  return (
    /^[\d\u0E50-\u0E59\s().+,\-–]+(?:(?:ต่อ|ext\.?)[\d\u0E50-\u0E59\s,\-–]+)?$/i.test(text) &&
    digits >= 4
  );
};

const phone = line.refine(
  isPhone,
  refusal(
    'this is not the telephone number of an office',
    'Write it as "0-2241-9000" or "0-2241-9000 ต่อ 123", in quotes.',
  ),
);

const homepage = webAddress.refine(
  (address) => !isReserved(URL.parse(address)?.hostname ?? ''),
  refusal(
    'the homepage is one of an example',
    'Write the address of the office, or remove "homepage".',
    'Readers would be led nowhere.',
  ),
);

/** content/operator.yaml: who runs this copy. Nothing in it may be personal, as the check of all content sees to. */
export const operator: z.ZodType<Operator> = z.strictObject({
  /** ชื่อหน่วยงาน, as people know it. */
  name: thaiName,
  /** Where reports of mistakes go: of the office, or of the domain of its homepage. */
  email,
  phones: z.array(phone).default([]),
  /** Postal address of the office, on one line. */
  address: finished.optional(),
  homepage: homepage.optional(),
  /** Gregorian day from which they have run this copy. */
  since: isoDay.optional(),
});
