import { ProblemError } from '#core/problem.ts';
import type { Movement } from '#core/tracking/movement.ts';
import {
  confirmChanges,
  noteCommit,
  planChanges,
  plannedChanges,
  uncommittedChanges,
  voidChanges,
} from '#store/desk/content-changes.ts';
import { commitFiles } from '#store/desk/content-git.ts';
import type { By } from '#store/desk/members.ts';
import { readContentText, replaceContentFileMeanwhile } from '#store/files/content-file.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { type ParseLedger, parsedLedgers } from '#store/ledger/parsed-ledgers.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { extendLedger, movementLine, type NewMovement } from '#store/ledger/write-ledger.ts';
import { atOnce } from '../lib/at-once.ts';
import { breather } from '../lib/breather.ts';
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
  /** Makes several changes, each of its own ledger, in one commit; those whose plan adds nothing are none. */
  readonly applyAll: (changes: readonly LedgerChange[], by: By) => Promise<ChangeMade[]>;
  /** As `applyAll`, and leaves the commit to the next change or `commit`. */
  readonly applyUncommitted: (changes: readonly LedgerChange[], by: By) => Promise<ChangeMade[]>;
  /** Reads a ledger; those that were read last are known. */
  readonly parse: ParseLedger;
  /** Commits what was left to be. */
  readonly commit: () => Promise<void>;
  /** Does something else to the content in its turn, under the lock. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Finishes what a former process has begun; called before anything else. */
  readonly recover: () => Promise<void>;
}

/** Ledgers that are written at once: the disk confirms several together. */
const MOST_WRITTEN = 8;
/** Ledgers that are known from before, of some kilobytes each. */
const MOST_PARSED = 500;
/** Files that one commit takes at most: their names are arguments of git. */
const MOST_FILES = 500;

const linesOf = (added: readonly Movement[]): string =>
  added.map((one) => `${movementLine(one)}\n`).join('');

/** Whether a ledger has these lines as its rows from `first` on. */
const hasLines = (text: string, { first, lines }: { first: number; lines: string }): boolean => {
  const rows = parseLedger(text, '').slice(first - 1);
  return linesOf(rows).startsWith(lines);
};

/** Whom a change that was made by a slip is of: the office, as nobody knows the person. */
const OF_SLIP = /^slip:(\d+)$/;

/** Makes the one that all changes of a desk go through. `nameOf` gives the full name of an office. */
export const contentWork = (
  { root, database: { db }, report }: Pick<Desk, 'root' | 'database' | 'report'>,
  nameOf: (office: string) => Promise<string> = async (office) => office,
): ContentWork => {
  const parse = parsedLedgers(MOST_PARSED);
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: the lock is the process's, and would let two requests of it in at once. */
  const oneByOne = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(() => whileLockedFor(root, work, WAIT_MS));
    last = mine.catch(() => undefined);
    return mine;
  };

  const commitAll = async (): Promise<void> => {
    const groups: Awaited<ReturnType<typeof uncommittedChanges>>[] = [];
    for (const change of await uncommittedChanges(db)) {
      const last = groups.at(-1);
      const [first] = last ?? [];
      const isOfIt =
        first?.member === change.member && first.action === change.action && first.at === change.at;
      if (last && isOfIt && last.length < MOST_FILES) last.push(change);
      else groups.push([change]);
    }
    for (const group of groups) {
      const [{ id, member, name, action, office, circular, file }] = group as [(typeof group)[0]];
      const slip = OF_SLIP.exec(member)?.[1];
      const others = group.slice(1).map((change) => change.file);
      const what = others.length === 0 ? circular : `${group.length} circulars`;
      try {
        const by = slip
          ? { id: `slip-${slip}`, name: await nameOf(office) }
          : { id: member, name: name ?? member };
        const commit = await commitFiles(
          root,
          [file, ...others],
          by,
          `${action} ${office}: ${what}`,
        );
        const ids = group.map((change) => change.id);
        await noteCommit(db, ids, commit);
      } catch (error) {
        // What is recorded stays recorded; the next change and the next start try it again.
        report(`desk: change ${id}: ${(error as Error).message}`);
        return;
      }
    }
  };

  const textOf = (file: string): string => readContentText(root, file) ?? '';

  /** Whether the rows of a change are in its ledger; of one that cannot be read nobody knows, and the next start looks again. */
  const whereLinesAre = ({ file, firstNo: first, lines }: ReturnType<typeof planned>['row']) => {
    try {
      return hasLines(textOf(file), { first, lines }) ? 'ledger' : 'nowhere';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return 'unknown';
    }
  };

  const planned = (change: LedgerChange) => {
    const { plan, ...said } = change;
    const { text, added } = extendLedger(textOf(change.file), change.file, plan, parse);
    const [first] = added;
    const row = { ...said, firstNo: first?.no ?? 0, count: added.length, lines: linesOf(added) };
    return { row, text, added };
  };

  const change = (
    changes: readonly LedgerChange[],
    by: By,
    commit: () => Promise<void>,
  ): Promise<ChangeMade[]> =>
    oneByOne(async () => {
      const all: ReturnType<typeof planned>[] = [];
      const breathe = breather();
      for (const change of changes) {
        const one = planned(change);
        if (one.added.length > 0) all.push(one);
        await breathe();
      }
      if (all.length === 0) return [];
      const ids = await planChanges(
        db,
        all.map(({ row }) => row),
        by,
      );
      const inTurns = atOnce(MOST_WRITTEN);
      const written = await Promise.allSettled(
        all.map(({ row, text }) =>
          inTurns(() => replaceContentFileMeanwhile(root, row.file, text)),
        ),
      );
      const failure = written.find((one) => one.status === 'rejected');
      if (failure) {
        // What failed may have failed behind the writing, as where the disk does not confirm it.
        const found = Map.groupBy(ids, (_, at) => whereLinesAre((all[at] as (typeof all)[0]).row));
        await confirmChanges(db, found.get('ledger') ?? [], by.now);
        await voidChanges(db, found.get('nowhere') ?? []);
        throw failure.reason;
      }
      await confirmChanges(db, ids, by.now);
      await commit();
      return all.map(({ added }, at) => ({ id: ids[at] as number, added }));
    });

  const applyAll: ContentWork['applyAll'] = (changes, by) => change(changes, by, commitAll);

  return {
    parse,
    applyAll,
    applyUncommitted: (changes, by) => change(changes, by, async () => undefined),
    commit: () => oneByOne(commitAll),
    inTurn: oneByOne,
    apply: async (change, by) => {
      const [made] = await applyAll([change], by);
      if (!made) throw new RangeError('a change adds at least one row');
      return made;
    },
    recover: async () => {
      const [planned, uncommitted] = [await plannedChanges(db), await uncommittedChanges(db)];
      // Most starts have nothing to finish, and then wait for nobody who writes content.
      if (planned.length + uncommitted.length === 0) return;
      await oneByOne(async () => {
        for (const { id, file, lines, first_no: first } of planned) {
          try {
            if (hasLines(textOf(file), { first, lines })) {
              await confirmChanges(db, [id], new Date());
            } else await voidChanges(db, [id]);
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
