import { lastDayOf } from '#core/slip/slip.ts';
import type { SlipsToMake } from '#core/slip/wanted.ts';
import type { By } from '#store/desk/members.ts';
import { type MadeSlip, makeSlips, revokeSlips } from '#store/desk/slips.ts';
import type { Desk } from '../desk/app.ts';
import { refuseLongAddress, type SlipSheet, slipsToPdf } from './sheet.ts';

/** What is to be printed. */
export interface SlipOrder {
  /** What slips are made, and in the place of which. */
  readonly toMake: SlipsToMake;
  /** Id of the office above theirs. */
  readonly above: string;
  /** ISO day in Thailand on which they are issued, and for how many days they are good. */
  readonly today: string;
  readonly days: number;
}

/**
 * Makes slips and draws them, hands the PDF to `keep`, then revokes those that they replace. Where either of the first fails
 * the new ones are revoked, as their codes are on no paper. Throws a ProblemError where too many slips are good, or the address of the portal is too long for a code.
 */
export const printSlips = async <Kept>(
  db: Desk['database']['db'],
  sheet: SlipSheet,
  { toMake: { offices, replaced }, above, today, days }: SlipOrder,
  by: By,
  keep: (pdf: Uint8Array) => Kept | Promise<Kept>,
): Promise<{ readonly made: readonly MadeSlip[]; readonly kept: Kept }> => {
  refuseLongAddress(sheet.keys);
  const { keys, record } = sheet;
  const expires = lastDayOf(today, days);
  const digestOf = (code: string): string => keys.digestOf(code) as string;
  const made = await makeSlips(
    db,
    { circular: record.id, offices, issued: today, expires, above },
    { newCode: keys.newCode, digestOf },
    by,
  );
  try {
    const kept = await keep(await slipsToPdf(sheet, made));
    await revokeSlips(db, replaced, by);
    return { made, kept };
  } catch (error) {
    await revokeSlips(
      db,
      made.map(({ id }) => id),
      by,
    );
    throw error;
  }
};
