import type { Permission } from '#core/board/role.ts';
import type { ContentAction, OfficeAction } from '#core/desk/rights.ts';
import { audit, takeTry } from '#store/desk/members.ts';
import type { Desk, SignedIn } from './app.ts';

/**
 * Writes to the audit log that a member asked for what they may not do; `office` is '' where it is about none. Whoever goes
 * on asking is counted like other tries, so that nobody fills the log, from which no row can be taken.
 */
export const noteRefusal = async (
  { database: { db }, digest }: Pick<Desk, 'database' | 'digest'>,
  member: Pick<SignedIn, 'id'>,
  action: Permission | OfficeAction | ContentAction,
  office: string,
  now: Date = new Date(),
): Promise<void> => {
  const wait = await takeTry(db, 'refusal-account', digest(member.id), now);
  if (wait === 0) await audit(db, member.id, `refused ${action}`, office, now);
};
