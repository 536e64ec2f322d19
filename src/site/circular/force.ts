import type { ForceStatus, LegalForce } from '#core/force/force.ts';
import { messages } from '../i18n.ts';
import type { RecordLink } from '../records.ts';

/** Legal force as the page shows it, with the letter that says so. */
export interface ForceView {
  readonly status: ForceStatus;
  readonly label: string;
  readonly explain: string;
  readonly by: RecordLink | null;
  readonly since: string | null;
  readonly note: string | undefined;
}

/** Legal force in words. `records` are the pages among which the letter that sets it is looked up, by path. */
export const viewForce = (
  force: LegalForce,
  records: ReadonlyMap<string, RecordLink>,
): ForceView => ({
  status: force.status,
  label: messages.force.status[force.status],
  explain: messages.force.explain[force.status],
  by: (force.by && records.get(force.by)) || null,
  since: force.since ? messages.force.since(messages.format.date(force.since)) : null,
  note: force.note,
});
