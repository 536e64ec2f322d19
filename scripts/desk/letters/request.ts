import type { Context } from 'hono';
import { type ContentAction, mayWrite } from '#core/desk/rights.ts';
import { type Answering, answering, type Desk, type SignedIn } from '../app.ts';
import { sayNo } from '../office-request.ts';
import { noteRefusal } from '../refusals.ts';
import { signInFirst } from '../signed-out.ts';
import { type DeskTracking, hasContent } from '../track-context.ts';

/** A request of a member who may write the pages of the portal. */
export interface ContentRequest {
  readonly c: Context;
  readonly answer: Answering;
  readonly member: SignedIn;
  readonly language: string;
  /** Offices and what else the registry has. */
  readonly tracking: DeskTracking;
}

/** Wraps what only members may do who write pages, where the desk runs beside its content: others get a refusal. */
export const withContent =
  (
    desk: Desk,
    tracking: () => Promise<DeskTracking>,
    action: ContentAction,
    handle: (request: ContentRequest) => Promise<Response> | Response,
  ) =>
  async (c: Context): Promise<Response> => {
    const answer = await answering(desk, c);
    const { moves, letters } = answer.parts.t;
    const member = await answer.member();
    if (!member) return signInFirst(answer, c, moves.refused.signIn);
    if (!mayWrite(member.grants, action)) {
      await noteRefusal(desk, member, action, '');
      return sayNo(answer, letters.refusedRole, 403);
    }
    if (!hasContent(desk.root)) return sayNo(answer, moves.refused.noContent, 503);
    const { language } = await desk.frame();
    return handle({ c, answer, member, language, tracking: await tracking() });
  };
