import { appendAll } from '#core/append-all.ts';
import type { Movement } from '#core/tracking/movement.ts';
import type { KnownCircular } from '#core/tracking/register/match.ts';
import { SENT } from '#core/tracking/table.ts';
import { sentBesides } from '#core/tracking/trace.ts';
import { validMovementAt } from '#store/ledger/scan.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { breather } from '../../lib/breather.ts';
import { openLedger, type TrackContext } from '../context.ts';

/** A circular as an office's register may name it, with what is recorded of the office itself. */
export interface RegisterCircular extends KnownCircular {
  readonly record: CircularRecord;
  /** Every movement of the office: as recorded, and as corrected since. */
  readonly own: Movement[];
}

/**
 * What is known of each circular that may stand in a register of `office`: letters on file, those that registers tell
 * of and that it sent or may have got, and its own movements. Ledgers are read once, one after the other.
 */
export const knownTo = async (
  context: TrackContext,
  office: string,
): Promise<RegisterCircular[]> => {
  const breathe = breather();
  const known: RegisterCircular[] = [];
  for (const record of context.records) {
    known.push(knownOf(context, office, record));
    await breathe();
  }
  return known;
};

const knownOf = (
  context: TrackContext,
  office: string,
  record: CircularRecord,
): RegisterCircular => {
  const ledger = openLedger(context, record);
  const { route, table, bytes, hasCorrections } = ledger;
  const at = route.indexOf.get(office) ?? -1;
  const senders = new Set([at, route.sender[at] ?? -1, ...(route.otherSenders.get(at) ?? [])]);
  const own: Movement[] = [];
  const sent: Movement[] = [];
  if (hasCorrections) {
    const isFrom = (one: Movement): boolean => senders.has(route.indexOf.get(one.office) ?? -1);
    const effective = ledger.effective().filter(isFrom);
    appendAll(
      own,
      [...ledger.recorded(), ...effective].filter((one) => one.office === office),
    );
    appendAll(
      sent,
      effective.filter(({ kind }) => kind === 'sent'),
    );
  } else {
    for (let row = 0; row < table.count; row++) {
      const isSent = table.kind[row] === SENT && senders.has(table.office[row] as number);
      if (!isSent && table.office[row] !== at) continue;
      const movement = validMovementAt(bytes, table, row);
      if (isSent) sent.push(movement);
      if (movement.office === office) own.push(movement);
    }
  }
  const { circular, coveringLetters } = record;
  const letters = [circular.letter, ...coveringLetters];
  return { ...record, record, own, sent: sentBesides(sent, letters) };
};
