import { html } from 'hono/html';
import { type Problem, ProblemError } from '#core/problem.ts';
import { SHORT_CODES_FILE } from '#core/short-link/register.ts';
import { todayInThailand } from '#store/clock.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { answersPath, readingFolder } from '#store/desk/letter-uploads.ts';
import { type PageChange, pagesOfLetter } from '#store/desk/page-changes.ts';
import { readContentText } from '#store/files/content-file.ts';
import type { Desk } from '../app.ts';
import { refused } from '../board-desk.ts';
import { type FormMessage, type Html, hidden } from '../form-parts.ts';
import { problemTexts } from '../movement-view.ts';
import type { PageProcess } from '../pages/in-process.ts';
import type { BuildQueue } from '../publishing/queue.ts';
import type { DeskTracking } from '../track-context.ts';
import type { AskedLetter } from './asked.ts';
import { inProcess } from './in-process.ts';
import type { DeskPlan } from './planning.ts';
import { pageFile, publishedText } from './publish-draft.ts';
import type { ContentRequest } from './request.ts';
import type { MatterView } from './view.ts';
import { ChangedSince, folderFiles, isTextFile, type LetterWork } from './work-parts.ts';

/** What the routes about letters work with. */
export interface LetterParts {
  readonly work: LetterWork;
  /** What the check says of a plan, with the rest of the content. */
  readonly check: PageProcess['check'];
  readonly queue: BuildQueue;
  readonly tracking: () => Promise<DeskTracking>;
}

/** The circular that the desk wrote of a matter of a letter, and that is still there; null for none. */
export const writtenCircular = (
  history: readonly PageChange[],
  matter: MatterView,
): string | null => {
  const undone = new Set(history.map(({ undoes }) => undoes));
  const key = ` ${matter.letters[0].key}`;
  const taken = history.findLast(
    ({ id, action, letter }) => action === 'take-letter' && letter.endsWith(key) && !undone.has(id),
  );
  return taken?.circular ?? null;
};

const shortly = (value: unknown): string => {
  if (value === undefined) return '-';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
};

type Show = (shown: {
  readonly message: FormMessage | Html;
  readonly status: 200 | 409 | 422;
}) => Promise<Response>;

/** What differs of a circular that the portal has already, to choose from. */
const knownPart = (
  { answer }: ContentRequest,
  at: string,
  nth: number,
  { plan }: DeskPlan,
): Html => {
  const { letters: t } = answer.parts.t;
  const { differences } = plan as Extract<DeskPlan['plan'], { kind: 'known' }>;
  return html`<section class="desk-message" role="alert"><h2>${t.known}</h2>
    ${
      differences.length === 0
        ? html`<p>${t.knownSame}</p>`
        : html`<p>${t.knownLead}</p><form method="post" action="${at}known/">${hidden('nth', nth)}
      <ul class="desk-offices">${differences.map(({ name, existing, read }) => html`<li><p class="desk-consent"><input id="take-${name}" name="take" type="checkbox" value="${name}"> <label for="take-${name}">${name}</label></p><p>${t.there}: ${shortly(existing)}</p><p>${t.here}: ${shortly(read)}</p></li>`)}</ul>
      <p><button class="button" type="submit">${t.merge}</button></p></form>`
    }</section>`;
};

/** A letter in another format never becomes the file of its page, which nobody expects. */
const isNoPdf = ({ what }: Problem): boolean => what.startsWith('it is no PDF');

/** Why the file of a letter will not stand beside its page, with the button that publishes without it. */
const withoutFilePart = (
  { answer }: ContentRequest,
  at: string,
  nth: number,
  reasons: readonly string[],
): Html => {
  const { letters: t } = answer.parts.t;
  return html`<section class="desk-message desk-refused" role="alert"><p>${t.noKept}</p><ul class="desk-list">${reasons.map((one) => html`<li>${one}</li>`)}</ul>
    <form method="post" action="${at}known/">${hidden('nth', nth)}${hidden('nofile', 1)}<p><button class="button" type="submit">${t.withoutFile}</button></p></form></section>`;
};

/** Why a letter stays a draft: with it on the portal no build would pass the check. */
const unfitPart = ({ answer }: ContentRequest, reasons: readonly string[]): Html => {
  const { letters: t } = answer.parts.t;
  return html`<section class="desk-message desk-refused" role="alert"><p>${t.unfit}</p><ul class="desk-list">${reasons.map((one) => html`<li>${one}</li>`)}</ul></section>`;
};

const REGISTERED: readonly string[] = [SHORT_CODES_FILE, ATTACHMENT_NUMBERS.file];

/** A draft as it is once it is published, for the check: all texts of its folder count as its own. */
const publishedPlan = (root: string, circular: string, today: string, language: string) => {
  const page = pageFile(circular);
  const texts = folderFiles(root, circular)
    .filter(isTextFile)
    .map((file) => {
      const before = readContentText(root, file) ?? '';
      return { file, before, after: file === page ? publishedText(before, today) : before };
    });
  const plan = { page: `circulars/${circular}`, texts, bytes: new Map<string, Uint8Array>() };
  return { root, today, plan, siteUrl: '', language, scratch: '' };
};

/**
 * Writes a matter of a letter into the content, by the plan of `ingest`; with `isFinal` it is published, and a build asked for. Leads
 * on to where that is shown; else `show` says on the page of the letter why nothing was done, as where the letter's own file may not be
 * published and nobody said `withoutFile`.
 */
export const publishLetter = async (
  desk: Desk,
  { work, check, queue }: LetterParts,
  request: ContentRequest,
  { upload, matter, answers }: AskedLetter,
  { isFinal, withoutFile = false }: { readonly isFinal: boolean; readonly withoutFile?: boolean },
  show: Show,
): Promise<Response> => {
  const { c, answer, member, language, tracking } = request;
  const { letters: t, moves } = answer.parts.t;
  const { data, base } = desk.settings;
  const today = todayInThailand();
  const by = { actor: member.id, now: new Date() };
  const { nth } = matter;
  const letter = `${upload.id} ${matter.letters[0].key}`;
  const at = `${base}/desk/letters/${upload.id}/`;
  const replaces = writtenCircular(await pagesOfLetter(desk.database.db, upload.id), matter);
  try {
    const plans = await inProcess<DeskPlan[]>({
      kind: 'plan',
      root: desk.root,
      today,
      folder: readingFolder(data, upload.id),
      answers,
      path: answersPath(data, upload.id),
      nth,
      replaces,
      siteUrl: '',
      language,
      scratch: '',
      shown: '',
    });
    const planned = plans[nth];
    if (!planned) throw new RangeError(`the letter ${upload.id} has no matter ${nth}`);
    if (planned.plan.kind === 'known' && answers.take.length === 0) {
      return show({ message: knownPart(request, at, nth, planned), status: 409 });
    }
    const unkept = planned.unkept.filter((one) => !isNoPdf(one));
    if (isFinal && !withoutFile && unkept.length > 0) {
      const reasons = problemTexts(moves, language, unkept, tracking.context.nameOf);
      return show({ message: withoutFilePart(request, at, nth, reasons), status: 409 });
    }
    const circular = await work.take(planned, letter, { today, take: answers.take, replaces }, by);
    if (!isFinal) return c.redirect(`${at}?nth=${nth}&did=drafted`, 303);
    const found = await check(publishedPlan(desk.root, circular, today, language));
    // Code and numbers are registered as it is published.
    const problems = found.filter(({ file }) => file === null || !REGISTERED.includes(file));
    if (problems.length > 0) {
      const reasons = problemTexts(moves, language, problems, tracking.context.nameOf);
      return show({ message: unfitPart(request, reasons), status: 422 });
    }
    await work.publish(circular, letter, today, by);
    await queue.ask(circular, by);
    return c.redirect(`${base}/desk/publishing/?of=${circular}&letter=${upload.id}`, 303);
  } catch (error) {
    if (error instanceof ChangedSince)
      return show({ message: refused(t.changedSince), status: 409 });
    if (!(error instanceof ProblemError)) throw error;
    const text = problemTexts(moves, language, error.problems, tracking.context.nameOf).join(' ');
    return show({ message: refused(text), status: 422 });
  }
};
