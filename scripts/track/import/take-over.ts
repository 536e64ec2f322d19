import type { Movement } from '#core/tracking/movement.ts';
import type { UnnumberedMovement } from '#core/tracking/register/match.ts';
import { type Additions, planAdditions } from '#core/tracking/register/plan.ts';
import { readContentText } from '#store/files/content-file.ts';
import type { ParseLedger } from '#store/ledger/parsed-ledgers.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { type CircularRecord, keysOf } from '#store/ledger/tracked.ts';
import { appendMovements } from '#store/ledger/write-ledger.ts';
import type { RestFile } from '#store/register/rest-file.ts';
import { breather } from '../../lib/breather.ts';
import type { TrackContext } from '../context.ts';
import {
  type ClassifiedMovement,
  classifyRegister,
  describeDoubtful,
  type ImportRequest,
  placeOfRow,
} from './classify.ts';
import type { ImportResult } from './result.ts';

/** What a register adds to one ledger, as it is recorded by then. */
export interface LedgerAdditions {
  readonly record: CircularRecord;
  readonly plan: (recorded: readonly Movement[]) => readonly UnnumberedMovement[];
}

/** Adds to each of several ledgers what its plan says of it. */
export type AppendAll = (root: string, all: readonly LedgerAdditions[]) => Promise<void>;

/** Adds to one ledger after the other, each under the lock of who writes content. */
export const appendAtOnce: AppendAll = async (root, all) => {
  for (const { record, plan } of all) appendMovements(root, record.ledger, plan);
};

/** Plans on what is recorded now, and writes nothing. */
export const planOnly =
  (parse: ParseLedger = parseLedger): AppendAll =>
  async (root, all) => {
    const breathe = breather();
    for (const { record, plan } of all) {
      await breathe();
      plan(parse(readContentText(root, record.ledger) ?? '', record.ledger));
    }
  };

const NOTHING: Additions<ClassifiedMovement> = { added: [], already: [], refused: [] };

/** What an import did, or would do; `hasRest` where rows of the register are left. */
export interface TakenOver extends Omit<ImportResult, 'rest'> {
  readonly hasRest: boolean;
}

/**
 * Takes over a register: reads and sorts its rows, adds to ledgers what is new, and puts the other rows into `rest`, which it
 * finishes, or abandons where it throws. A dry run hands in {@link planOnly}. The command and the desk import by this alone.
 */
export const takeOver = async (
  context: TrackContext,
  request: ImportRequest,
  { rest, isDryRun, append }: { rest: RestFile; isDryRun: boolean; append: AppendAll },
): Promise<TakenOver> => {
  try {
    const classified = await classifyRegister(context, request, rest);
    const { counts } = classified;
    const groups = [...Map.groupBy(classified.planned, ({ circular }) => circular).values()];
    const sorted = groups.map(() => NOTHING);
    const all = groups.map((planned, at): LedgerAdditions => {
      const { record } = (planned[0] as ClassifiedMovement).circular;
      const letterDate = record.circular.letter.date;
      const keys = keysOf(record);
      const ledger = { file: record.ledger, circular: record.id, keys, letterDate };
      return {
        record,
        plan: (recorded) => {
          const route = context.routeOf(record);
          const found = planAdditions(recorded, planned, route, ledger, context.asOf);
          sorted[at] = found;
          return found.added.map(({ movement }) => movement);
        },
      };
    });
    await append(context.root, all);
    const added: ClassifiedMovement[] = [];
    for (const done of sorted) {
      added.push(...done.added);
      counts.recorded += done.already.length;
      counts.matched -= done.already.length + done.refused.length;
      for (const { planned: one, reason } of done.refused) {
        const { sheet, line, cells, heading } = one;
        const circular = one.circular.id;
        const row = { sheet, line, circular, reasons: [reason], takeable: null, cells };
        describeDoubtful(classified, row);
        const place = placeOfRow(sheet, line);
        await rest.add({ place, verdict: 'doubtful', reason, circular, cells }, heading);
      }
    }
    await rest.finish();
    const hasRest = counts.doubtful + counts.unknown + counts.refused > 0;
    return { request, classified, added, isDryRun, hasRest };
  } catch (error) {
    await rest.abandon();
    throw error;
  }
};
