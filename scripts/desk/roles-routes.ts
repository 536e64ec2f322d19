import type { Hono } from 'hono';
import { type Grant, isWrittenSection, mayGrant, ROLES, type Role } from '#core/board/role.ts';
import { allGrants, membersNamed } from '#store/desk/grants.ts';
import { grantRole, revokeRole } from '#store/desk/members.ts';
import type { Desk } from './app.ts';
import { asMember, done, type MemberRequest, refused } from './board-desk.ts';
import { rolesPage } from './roles-pages.ts';
import { dateTime } from './times.ts';

const MOST = 20;

/** The grant that a form names: a role and its office, or `editor:faq` for an editor of one section. Null for no role. */
const readGrant = (named: string, office: string): Grant | null => {
  const [role = '', section, ...more] = named.split(':');
  if (!(ROLES as readonly string[]).includes(role) || more.length > 0) return null;
  const grant = { role: role as Role, office: role === 'officer' ? office : null };
  if (section === undefined) return grant;
  return isWrittenSection(section) ? { ...grant, section } : null;
};

/** Who holds which role, for administrators: seen, granted and taken away. */
export const rolesRoutes = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/members/roles/`;
  const { db } = desk.database;
  const page = async (
    { answer }: MemberRequest,
    query: string,
    message?: ReturnType<typeof done>,
    status: 200 | 404 | 409 | 422 = 200,
  ) => {
    const { t } = answer.parts;
    const time = dateTime((await desk.frame()).language);
    const { officeName } = await desk.facts();
    const held = (await allGrants(db)).map((one) => ({
      ...one,
      scope: isWrittenSection(one.office) ? t.writing.sections[one.office] : officeName(one.office),
      since: time.format(new Date(one.since)),
    }));
    const found = query === '' ? [] : await membersNamed(db, query, MOST);
    const shown = found.map(({ id, name, createdAt }) => ({
      id,
      name,
      since: time.format(new Date(createdAt)),
    }));
    const view = { held, query, found: shown };
    return answer.page(t.grants.title, rolesPage(answer.parts, view, message), status);
  };
  app.get(
    at,
    asMember(desk, 'grant-role', (request) =>
      page(request, request.c.req.query('q')?.trim() ?? ''),
    ),
  );
  app.post(
    at,
    asMember(desk, 'grant-role', async (request) => {
      const { answer, member } = request;
      const { grants: t } = answer.parts.t;
      const form = await answer.form();
      const grant = readGrant(form('role'), form('office'));
      const isRevoke = form('do') === 'revoke';
      if (!grant || !mayGrant(member.grants, grant)) return page(request, '', refused(t.may), 422);
      // Officers are made at the page of offices, which knows those that there are.
      if (!isRevoke && grant.role === 'officer') return page(request, '', refused(t.may), 422);
      const id = form('member');
      const by = { actor: member.id, now: new Date() };
      if (isRevoke) {
        const revoked = await revokeRole(db, id, grant, by);
        return revoked === 'revoked'
          ? page(request, '', done(t.revoked))
          : page(request, '', refused(revoked === 'last' ? t.last : t.same), 409);
      }
      const found = await db
        .selectFrom('user')
        .select('id')
        .where('id', '=', id)
        .executeTakeFirst();
      if (!found) return page(request, '', refused(t.missing), 404);
      return (await grantRole(db, id, grant, by))
        ? page(request, '', done(t.granted))
        : page(request, '', refused(t.same), 409);
    }),
  );
};
