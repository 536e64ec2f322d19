import type { Context } from 'hono';
import { type ContentAction, mayWritePage } from '#core/desk/rights.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { escapeMarkup } from '#core/text/escape.ts';
import type { Desk } from '../app.ts';
import { type ContentRequest, withContent } from '../letters/request.ts';
import { problemTexts } from '../movement-view.ts';
import { sayNo } from '../office-request.ts';
import { noteRefusal } from '../refusals.ts';
import type { DeskTracking } from '../track-context.ts';
import { PageChanged } from './work.ts';

/** A request of a member who may write pages, about a page or a section. */
export interface PageRequest extends ContentRequest {
  /** The section that the address names, '' for none. */
  readonly section: string;
  /** Address of the page within it; null where it names none. */
  readonly slug: string | null;
  /** Decides about a section, that of the address unless another is named, and writes a refusal to the audit log: null where they may, else the page that says no. */
  readonly refusal: (action: ContentAction, of?: string) => Promise<Response | null>;
}

/** Wraps what only members may do who write pages; of the section that the address names, where it names one. */
export const pageGuard =
  (desk: Desk, tracking: () => Promise<DeskTracking>) =>
  (action: ContentAction, handle: (request: PageRequest) => Promise<Response>) =>
    withContent(desk, tracking, action, async (request) => {
      const { c, answer, member } = request;
      const section = (c as Context).req.param('section') ?? '';
      const refusal = async (asked: ContentAction, of = section): Promise<Response | null> => {
        if (of === '' || mayWritePage(member.grants, asked, of)) return null;
        await noteRefusal(desk, member, asked, of);
        return sayNo(answer, answer.parts.t.writing.refusedRole, 403);
      };
      const no = await refusal(action);
      if (no) return no;
      return handle({ ...request, section, slug: c.req.param('slug') ?? null, refusal });
    });

/** A problem as a sentence in the language of the portal, without its place. */
export const sentence = (
  { answer, language, tracking }: ContentRequest,
  { what, why, fix }: Problem,
): string =>
  problemTexts(
    answer.parts.t.moves,
    language,
    [{ file: null, what, why, fix }],
    tracking.context.nameOf,
  ).join(' ');

/** Why something was not done, in words, where the content says so or was changed meanwhile; other errors are thrown on. */
export const reasonOf = (
  request: ContentRequest,
  error: unknown,
): { readonly text: string; readonly status: 409 | 422 } => {
  if (error instanceof PageChanged)
    return { text: request.answer.parts.t.writing.changedSince, status: 409 };
  if (!(error instanceof ProblemError)) throw error;
  const texts = error.problems.map(
    (one) => `${one.file === null ? '' : `${one.file}: `}${sentence(request, one)}`,
  );
  return { text: texts.join(' '), status: 422 };
};

/** Answers with what is wrong where the content says so, or was changed meanwhile. */
export const orProblems =
  (handle: (request: PageRequest) => Promise<Response>) =>
  async (request: PageRequest): Promise<Response> => {
    try {
      return await handle(request);
    } catch (error) {
      const { text, status } = reasonOf(request, error);
      return sayNo(request.answer, text, status);
    }
  };

const MAIN = /<main\b[^>]*>/;

/** A page as the portal would have it, with a line that it is a preview. */
export const withNote = (page: string, note: string): string =>
  page
    .replace('</head>', '<meta name="robots" content="noindex"></head>')
    .replace(
      MAIN,
      (main) => `${main}<p class="desk-message" role="status">${escapeMarkup(note)}</p>`,
    );
