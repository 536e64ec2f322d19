import { html } from 'hono/html';
import { ProblemError } from '#core/problem.ts';
import type { Movement } from '#core/tracking/movement.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import type { NewMovement } from '#store/ledger/write-ledger.ts';
import type { TrackContext } from '../track/context.ts';
import type { FieldOf, GivenCells } from '../track/recording.ts';
import { prepareRecording } from '../track/recording.ts';
import type { ContentWork } from './content-work.ts';
import type { Html } from './form-parts.ts';
import { problemList, type Words } from './movement-pages.ts';
import { problemTexts } from './movement-view.ts';
import type { OfficeRequest } from './office-request.ts';

/** Thrown where rows of the same offices were added since the form was opened; the ledger is as it was. */
export class AddedMeanwhile extends Error {
  override readonly name = 'AddedMeanwhile';
  readonly rows: readonly Movement[];

  constructor(rows: readonly Movement[]) {
    super('rows were added since the form was opened');
    this.rows = rows;
  }
}

/** Refuses to go on where the ledger has rows of these offices that the person did not see: `seen` is the last row they saw. */
export const refuseUnseen = (
  recorded: readonly Movement[],
  seen: number,
  offices: ReadonlySet<string>,
): void => {
  const added = recorded.filter(({ no, office }) => no > seen && offices.has(office));
  if (added.length > 0 || recorded.length < seen) throw new AddedMeanwhile(added);
};

/** What a form of the desk records. */
export interface Saving {
  readonly action: 'record' | 'correct' | 'acknowledge';
  readonly record: CircularRecord;
  /** Office that the change is listed under. */
  readonly office: string;
  readonly given: readonly GivenCells[];
  readonly fieldOf: FieldOf;
  readonly seen: number;
  /** Checks what is recorded by then besides what the command checks; throws where it is not in order. */
  readonly check?: (recorded: readonly Movement[]) => void;
}

/** Records what a form says by the rules of `track record`. Throws as those do, and AddedMeanwhile. */
export const save = async (
  work: ContentWork,
  context: TrackContext,
  { action, record, office, given, fieldOf, seen, check }: Saving,
  actor: string,
): Promise<readonly Movement[]> => {
  const { plan } = await prepareRecording(context, record, given, fieldOf);
  const offices = new Set(given.map((one) => one.office as string));
  const { added } = await work.apply(
    {
      action,
      circular: record.id,
      file: record.ledger,
      office,
      undoes: null,
      plan: (recorded): NewMovement[] => {
        refuseUnseen(recorded, seen, offices);
        check?.(recorded);
        return plan(recorded);
      },
    },
    { actor, now: new Date() },
  );
  return added;
};

/** What a page says above its form where something was not recorded, with the status; other errors are thrown on. */
export const alertOf = (
  { answer, language }: Pick<OfficeRequest, 'answer' | 'language'>,
  error: unknown,
  words: Words,
): { readonly alert: Html; readonly status: 409 | 422 } => {
  const { moves: t } = answer.parts.t;
  if (error instanceof AddedMeanwhile) {
    const rows = error.rows.map((one) => `${words.nameOf(one.office)}: ${words.textOf(one)}`);
    const alert = html`${problemList(t.conflict, [])}${rows.length === 0 ? '' : html`<section class="stack desk-part"><h2>${t.conflictRows}</h2><ul class="desk-list">${rows.map((row) => html`<li>${row}</li>`)}</ul></section>`}`;
    return { alert, status: 409 };
  }
  if (!(error instanceof ProblemError)) throw error;
  const isBusy = error.problems.some(({ what }) => what.startsWith('another process'));
  if (isBusy) return { alert: problemList(t.refused.busy, []), status: 409 };
  const texts = problemTexts(t, language, error.problems, words.nameOf);
  return { alert: problemList(t.problem, texts), status: 422 };
};
