import { ProblemError } from '#core/problem.ts';
import type { Movement } from '#core/tracking/movement.ts';
import {
  confirmChange,
  noteCommit,
  planChange,
  plannedChanges,
  uncommittedChanges,
  voidChange,
} from '#store/desk/content-changes.ts';
import { commitFile } from '#store/desk/content-git.ts';
import type { By } from '#store/desk/members.ts';
import { readContentText } from '#store/files/content-file.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { appendMovements, movementLine, type NewMovement } from '#store/ledger/write-ledger.ts';
import type { Desk } from './app.ts';

/** Milliseconds that the desk, which answers nobody else then, waits for another process that writes content. */
const WAIT_MS = 1000;

/** A change of one ledger by a member. */
export interface LedgerChange {
  readonly action: string;
  readonly circular: string;
  /** The ledger, relative to the project. */
  readonly file: string;
  readonly office: string;
  /** The change that it takes back, null for any other. */
  readonly undoes: number | null;
  /** What is added to what is recorded by then; nothing is written where it throws. */
  readonly plan: (recorded: readonly Movement[]) => readonly NewMovement[];
}

/** A change that was made. */
export interface ChangeMade {
  readonly id: number;
  readonly added: readonly Movement[];
}

/** Changes ledgers for the desk, one change after the other. */
export interface ContentWork {
  readonly apply: (change: LedgerChange, by: By) => Promise<ChangeMade>;
  /** Finishes what a former process has begun; called before anything else. */
  readonly recover: () => Promise<void>;
}

const linesOf = (added: readonly Movement[]): string =>
  added.map((one) => `${movementLine(one)}\n`).join('');

/** Whether a ledger has these lines as its rows from `first` on. */
const hasLines = (text: string, { first, lines }: { first: number; lines: string }): boolean => {
  const rows = parseLedger(text, '').slice(first - 1);
  return linesOf(rows).startsWith(lines);
};

/** Makes the one that all changes of a desk go through. */
export const contentWork = ({
  root,
  database: { db },
  report,
}: Pick<Desk, 'root' | 'database' | 'report'>): ContentWork => {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: the lock is the process's, and would let two requests of it in at once. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(() => whileLockedFor(root, work, WAIT_MS));
    last = mine.catch(() => undefined);
    return mine;
  };

  const commitAll = async (): Promise<void> => {
    for (const change of await uncommittedChanges(db)) {
      const { id, member, name, action, office, circular, file } = change;
      const by = { id: member, name: name ?? member };
      try {
        const message = `${action} ${office}: ${circular}`;
        await noteCommit(db, id, await commitFile(root, file, by, message));
      } catch (error) {
        // What is recorded stays recorded; the next change and the next start try it again.
        report(`desk: change ${id}: ${(error as Error).message}`);
        return;
      }
    }
  };

  const textOf = (file: string): string => readContentText(root, file) ?? '';

  return {
    apply: (change, by) =>
      inTurn(async () => {
        const { plan, ...said } = change;
        const recorded = parseLedger(textOf(change.file), change.file);
        const wanted = plan(recorded);
        if (wanted.length === 0) throw new RangeError('a change adds at least one row');
        const firstNo = recorded.length + 1;
        const rows = wanted.map((one, at) => ({ ...one, no: firstNo + at }));
        const planned = { ...said, firstNo, count: rows.length, lines: linesOf(rows) };
        const id = await planChange(db, planned, by);
        let added: Movement[];
        try {
          added = appendMovements(root, change.file, () => wanted);
        } catch (error) {
          // What failed may have failed behind the writing, as where the disk does not confirm it.
          const isThere = hasLines(textOf(change.file), { first: firstNo, lines: planned.lines });
          await (isThere ? confirmChange(db, id, by.now) : voidChange(db, id));
          throw error;
        }
        await confirmChange(db, id, by.now);
        await commitAll();
        return { id, added };
      }),
    recover: async () => {
      const [planned, uncommitted] = [await plannedChanges(db), await uncommittedChanges(db)];
      // Most starts have nothing to finish, and then wait for nobody who writes content.
      if (planned.length + uncommitted.length === 0) return;
      await inTurn(async () => {
        for (const { id, file, lines, first_no: first } of planned) {
          try {
            if (hasLines(textOf(file), { first, lines })) await confirmChange(db, id, new Date());
            else await voidChange(db, id);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            // Somebody has to look at the ledger first; the change stays planned until then.
            report(`desk: change ${id} was interrupted: ${error.message}`);
          }
        }
        await commitAll();
      });
    },
  };
};
