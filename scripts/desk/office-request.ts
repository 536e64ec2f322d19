import type { Context } from 'hono';
import { html } from 'hono/html';
import { officesOf } from '#core/board/role.ts';
import { type Decision, decide, mayAnywhere, type OfficeAction } from '#core/desk/rights.ts';
import { nearestOffices, officeNamed } from '#core/office/find.ts';
import { fullOfficeName } from '#core/office/registry.ts';
import { type Answering, answering, type Desk, type SignedIn } from './app.ts';
import { refused } from './board-desk.ts';
import { head } from './form-parts.ts';
import { plainPage } from './member-pages.ts';
import { officeChooser } from './movement-pages.ts';
import { noteRefusal } from './refusals.ts';
import { signInFirst } from './signed-out.ts';
import { type DeskTracking, hasContent } from './track-context.ts';

/** A request of a member about what is recorded of offices. */
export interface OfficeRequest {
  readonly c: Context;
  readonly answer: Answering;
  readonly member: SignedIn;
  readonly tracking: DeskTracking;
  readonly language: string;
  /** Offices for which the member is verified. */
  readonly own: readonly string[];
  /** Decides, and writes a refusal to the audit log: null where they may, else the page that says why not. */
  readonly refusal: (action: OfficeAction, offices: readonly string[]) => Promise<Response | null>;
  /** The office of theirs by which they act for another one; that itself where they may for all. */
  readonly actingFor: (office: string) => string;
}

type Handle = (request: OfficeRequest) => Promise<Response>;

const reasonText = (
  answer: Answering,
  nameOf: (office: string) => string,
  asked: string,
  decision: Extract<Decision, { allowed: false }>,
): string => {
  const { refused: t } = answer.parts.t.moves;
  if (decision.reason === 'role') return t.role;
  return t.office(decision.own.map(nameOf).join(', '), nameOf(asked));
};

/** A page that says why nothing was done. */
export const sayNo = (
  { page, parts }: Answering,
  text: string,
  status: 403 | 404 | 409 | 422 | 503,
): Promise<Response> => {
  const { refused: title } = parts.t.pages;
  return page(title, plainPage(parts, title, refused(text)), status);
};

/** Wraps what only members with a role for offices may do, where the desk runs beside its content. */
export const withOffices =
  (desk: Desk, tracking: () => Promise<DeskTracking>, action: OfficeAction, handle: Handle) =>
  async (c: Context): Promise<Response> => {
    const answer = await answering(desk, c);
    const { refused: t } = answer.parts.t.moves;
    const member = await answer.member();
    if (!member) return signInFirst(answer, c, t.signIn);
    if (!mayAnywhere(member.grants, action)) {
      await noteRefusal(desk, member, action, '');
      return sayNo(answer, t.role, 403);
    }
    if (!hasContent(desk.root)) return sayNo(answer, t.noContent, 503);
    const found = await tracking();
    const decided = (asked: OfficeAction, office: string): Decision =>
      decide(member.grants, asked, office, found.senders);
    return handle({
      c,
      answer,
      member,
      tracking: found,
      language: (await desk.frame()).language,
      own: officesOf(member.grants),
      refusal: async (asked, offices) => {
        for (const office of offices) {
          const decision = decided(asked, office);
          if (decision.allowed) continue;
          await noteRefusal(desk, member, asked, office);
          return sayNo(answer, reasonText(answer, found.context.nameOf, office, decision), 403);
        }
        return null;
      },
      actingFor: (office) => {
        const decision = decided(action, office);
        return (decision.allowed ? decision.own : null) ?? office;
      },
    });
  };

/** The office that an address names; the first of those for which the member is verified where it names none. */
export const officeInAddress = ({ c, own }: OfficeRequest): string =>
  c.req.query('office')?.trim() || own[0] || '';

/** The office that a request names by id or full name; where none has it, a page that offers the nearest. */
export const officeAsked = async (
  { answer, tracking, own }: OfficeRequest,
  asked: string,
  action: string,
): Promise<{ readonly office: string } | { readonly said: Response }> => {
  const { registry, nameOf } = tracking.context;
  const found = officeNamed(registry, asked);
  if (found) return { office: found.id };
  const { refused: t } = answer.parts.t.moves;
  const near =
    asked === '' ? [] : nearestOffices(registry, asked).map((one) => fullOfficeName(registry, one));
  const text = [
    asked === '' ? t.whichOffice : t.noOffice(asked),
    near.length > 0 && t.nearest(near.join(', ')),
  ]
    .filter(Boolean)
    .join(' ');
  const page = html`${head(answer.parts.t.pages.refused, refused(text))}${officeChooser(answer.parts, { own, asked, action, nameOf })}`;
  return { said: await answer.page(answer.parts.t.pages.refused, page, 404) };
};
