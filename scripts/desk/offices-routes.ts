import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { codeOfBytes, readCode } from '#core/board/office-code.ts';
import { type Grant, mayDo, mayGrant, officesOf, ROLES, type Role } from '#core/board/role.ts';
import { nearestOffices, officeNamed } from '#core/office/find.ts';
import { fullOfficeName } from '#core/office/registry.ts';
import { grantRole, memberByEmail, revokeRole, takeTry } from '#store/desk/members.ts';
import { addOfficeCode, useOfficeCode } from '#store/desk/office-codes.ts';
import type { Desk } from './app.ts';
import { asMember, done, type MemberRequest, refused, sayRefused } from './board-desk.ts';
import type { FormMessage } from './form-parts.ts';
import { officesPage, sheetPage, type TypedOffices } from './offices-pages.ts';
import { dateTime } from './times.ts';

const byOf = ({ member }: MemberRequest) => ({ actor: member.id, now: new Date() });

const isGivenRole = (role: string): role is Exclude<Role, 'member'> =>
  (ROLES as readonly string[]).includes(role) && role !== 'member';

/** How a member becomes an officer, and how moderators and administrators grant roles by address. */
export const officesRoutes = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/members`;
  const { db } = desk.database;
  const page = async (
    { answer, member, t }: MemberRequest,
    message?: FormMessage,
    typed?: TypedOffices,
  ): Promise<Response> => {
    const { officeName } = await desk.facts();
    const view = {
      offices: officesOf(member.grants).map(officeName),
      mayGrantOffice: mayDo(member.grants, 'grant-office'),
      mayGrantRole: mayDo(member.grants, 'grant-role'),
      typed,
    };
    const status = message?.kind === 'refused' ? 422 : 200;
    return answer.page(t.pages.offices, officesPage(answer.parts, view, message), status);
  };
  /** The id of the office that a form names by id or full name; or why it names none. */
  const officeAsked = async (
    { answer, t }: MemberRequest,
    asked: string,
  ): Promise<{ readonly id: string } | { readonly fault: string }> => {
    if (asked === '') return { fault: t.refused.noOffice };
    const { offices } = await desk.facts();
    const found = officeNamed(offices, asked);
    if (found) return { id: found.id };
    const { refused: moves } = answer.parts.t.moves;
    const near = nearestOffices(offices, asked).map((one) => fullOfficeName(offices, one));
    const nearest = near.length > 0 ? ` ${moves.nearest(near.join(', '))}` : '';
    return { fault: `${moves.noOffice(asked)}${nearest}` };
  };
  app.get(
    `${at}/offices/`,
    asMember(desk, 'write', (request) => page(request)),
  );
  app.post(
    `${at}/offices/`,
    asMember(desk, 'write', async (request) => {
      const { answer, member, t } = request;
      const typed = { code: (await answer.form())('code') };
      const code = readCode(typed.code);
      const who = desk.digest(member.id);
      const wait = await takeTry(db, 'code-account', who, new Date());
      if (wait > 0)
        return page(request, refused(answer.parts.t.refused.wait(Math.ceil(wait / 60))), typed);
      const office =
        code === null ? null : await useOfficeCode(db, desk.digest(code), byOf(request));
      if (office === null) return page(request, refused(t.refused.code), typed);
      const name = (await desk.facts()).officeName(office);
      const now = { ...member, grants: [...member.grants, { role: 'officer', office } as const] };
      return page({ ...request, member: now }, done(t.said.verified(name)));
    }),
  );
  app.post(
    `${at}/office-code/`,
    asMember(desk, 'grant-office', async (request) => {
      const { answer, t } = request;
      const asked = (await answer.form())('office');
      const found = await officeAsked(request, asked);
      if ('fault' in found) return page(request, refused(found.fault), { codeOffice: asked });
      const code = codeOfBytes(randomBytes(40));
      const digest = desk.digest(readCode(code) ?? '');
      const until = await addOfficeCode(db, digest, found.id, byOf(request));
      const sheet = {
        office: (await desk.facts()).officeName(found.id),
        code,
        until: dateTime((await desk.frame()).language).format(until),
        address: `${desk.settings.origin}${at}/offices/`,
      };
      return answer.page(t.pages.sheet, sheetPage(answer.parts, sheet));
    }),
  );
  app.post(
    `${at}/grant/`,
    asMember(desk, 'grant-office', async (request) => {
      const { answer, member, t } = request;
      const form = await answer.form();
      const typed = { email: form('email'), role: form('role'), office: form('office') };
      const again = (text: string) => page(request, refused(text), { grant: typed });
      if (!isGivenRole(typed.role)) return sayRefused(answer, t.refused.may, 403);
      // Of other roles none is for an office: editors of a section are made where roles are.
      const forOffice = typed.role === 'officer';
      const rights: Grant = { role: typed.role, office: forOffice ? '' : null };
      if (!mayGrant(member.grants, rights)) return sayRefused(answer, t.refused.may, 403);
      const office = forOffice ? await officeAsked(request, typed.office) : null;
      if (office && 'fault' in office) return again(office.fault);
      const grant: Grant = { role: typed.role, office: office?.id ?? null };
      const found = await memberByEmail(db, typed.email);
      if (!found?.emailVerified) return again(t.refused.member(typed.email));
      const role = answer.parts.t.roles[typed.role];
      const name = office ? `${role} ${(await desk.facts()).officeName(office.id)}` : role;
      if (form('do') === 'revoke') {
        const revoked = await revokeRole(db, found.id, grant, byOf(request));
        if (revoked === 'last') return again(answer.parts.t.grants.last);
        if (revoked !== 'revoked') return again(t.refused.hasNot(found.name, name));
        return page(request, done(`${t.said.revoked}: ${found.name}, ${name}`));
      }
      if (!(await grantRole(db, found.id, grant, byOf(request))))
        return again(t.refused.hasIt(found.name, name));
      return page(request, done(`${t.said.granted}: ${found.name}, ${name}`));
    }),
  );
};
