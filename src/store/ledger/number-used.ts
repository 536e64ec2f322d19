import type { IsoDate } from '#core/letter/date.ts';
import { ProblemError } from '#core/problem.ts';
import { effectiveMovements, type Movement } from '#core/tracking/movement.ts';
import { type NumberUse, numberUsed } from '#core/tracking/verify.ts';
import { readContentBytes, refuseLinks } from '../files/content-file.ts';
import type { NumberIndex } from './number-index.ts';
import { parseLedger } from './read-ledger.ts';
import type { CircularRecord } from './tracked.ts';

/** Movements that stand of a ledger that holds a text somewhere; none where it cannot be read. */
const movementsHolding = (
  root: string,
  file: string,
  { number, wanted, index }: { number: string; wanted: Buffer; index: NumberIndex | undefined },
): readonly Movement[] => {
  if (index?.mayHold(root, file, number) === false) return [];
  refuseLinks(root, file);
  try {
    const bytes = readContentBytes(root, file);
    return bytes.includes(wanted)
      ? effectiveMovements(parseLedger(bytes.toString('utf8'), file))
      : [];
  } catch (error) {
    if (error instanceof ProblemError || (error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
};

/**
 * Where the number of a movement stands already for a letter of another circular; null where it does for none, or is no
 * number that has to be used once. Ledgers are searched as bytes, and only those that hold the number are read; one that
 * cannot be read is passed over, as `track verify` reports it. `breathe` lets others run between ledgers; `index`, where there is
 * one, remembers which ledgers cannot hold it.
 */
export const numberUsedElsewhere = async (
  root: string,
  others: readonly Pick<CircularRecord, 'id' | 'ledger'>[],
  movement: Movement,
  breathe: () => Promise<void>,
  index?: NumberIndex,
): Promise<NumberUse | null> => {
  const key = numberUsed(movement);
  if (key === null) return null;
  const number = movement.number as string;
  const wanted = Buffer.from(number.replaceAll('"', '""'));
  for (const { id: circular, ledger: file } of others) {
    await breathe();
    const found = movementsHolding(root, file, { number, wanted, index }).find(
      (one) => numberUsed(one) === key,
    );
    if (found) return { file, circular, no: found.no, date: found.date as IsoDate };
  }
  return null;
};
