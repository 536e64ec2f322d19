import type { IsoDate } from '#core/letter/date.ts';
import {
  effectiveMovements,
  isKnownOn,
  MOVEMENT_COLUMNS,
  type Movement,
} from '#core/tracking/movement.ts';
import { RECEIVED, SENT } from '#core/tracking/table.ts';
import { validMovementAt } from './scan.ts';
import type { FoldedLedger } from './summarize.ts';

const [COMMA, LINE_FEED, QUOTE] = [0x2c, 0x0a, 0x22];
const NUMBER = MOVEMENT_COLUMNS.indexOf('number');

/** The text of the number in a row; null where a quote makes it unsafe to part the row at its commas. */
const numberAt = (bytes: Buffer, start: number): string | null => {
  let commas = 0;
  let from = start;
  for (let at = start; ; at++) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return null;
    if (byte !== COMMA && byte !== LINE_FEED) continue;
    if (commas++ === NUMBER) return bytes.toString('utf8', from, at);
    if (byte === LINE_FEED) return null;
    from = at + 1;
  }
};

/**
 * The movements of a ledger that stand, are known on a day, and tell of a letter sent or received under a number that
 * is wanted. Only these are read in full: a national year has tens of millions.
 */
export const movementsWithNumber = (
  ledger: FoldedLedger,
  wanted: (number: string, kind: 'sent' | 'received') => boolean,
  asOf: IsoDate,
): Movement[] => {
  const isWanted = ({ kind, number }: Movement): boolean =>
    number !== undefined && (kind === 'sent' || kind === 'received') && wanted(number, kind);
  if (ledger.hasCorrections) {
    const known = ledger.recorded().filter((one) => isKnownOn(one, asOf));
    return effectiveMovements(known).filter(isWanted);
  }
  const { bytes, table } = ledger;
  const found: Movement[] = [];
  for (let row = 0; row < table.count; row++) {
    const kind = table.kind[row];
    if (kind !== SENT && kind !== RECEIVED) continue;
    const number = numberAt(bytes, table.start[row] as number);
    if (number === '') continue;
    if (number !== null && !wanted(number, kind === SENT ? 'sent' : 'received')) continue;
    const movement = validMovementAt(bytes, table, row);
    if (isWanted(movement) && isKnownOn(movement, asOf)) found.push(movement);
  }
  return found;
};
