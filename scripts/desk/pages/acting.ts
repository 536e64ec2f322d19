import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v4 as uuid } from 'uuid';
import { type Problem, ProblemError } from '#core/problem.ts';
import { todayInThailand } from '#store/clock.ts';
import type { PageOrder, PagePlan } from '../../pages/orders.ts';
import { planPage } from '../../pages/plan.ts';
import type { Desk } from '../app.ts';
import { emptyFile, filesOf, sentAttachment } from '../letters/files.ts';
import type { BuildQueue } from '../publishing/queue.ts';
import type { EditForm } from './form.ts';
import type { PageProcess } from './in-process.ts';
import { changedBetween, seenOf } from './model.ts';
import { type PageRequest, reasonOf } from './request.ts';
import type { FormState, Typed } from './state.ts';
import { PageChanged, type PageWork } from './work.ts';

/** What is needed to do something with a page besides writing it. */
export interface Acting {
  readonly desk: Desk;
  readonly work: PageWork;
  readonly queue: BuildQueue;
  readonly process: PageProcess;
  /** What the check says of a plan, in the language of the portal. */
  readonly check: (plan: PagePlan, language: string) => Promise<readonly Problem[]>;
}

/** Plans an order, has it checked, carries it out and asks for a build. Throws a ProblemError where it cannot be done. */
export const carryOut = async (
  { desk, work, queue, check }: Acting,
  { member, language }: PageRequest,
  order: PageOrder,
): Promise<void> => {
  const by = { actor: member.id, now: new Date() };
  const plan = planPage(desk.root, order, todayInThailand());
  const problems = await check(plan, language);
  if (problems.length > 0) throw new ProblemError(problems);
  await work.apply(plan, by);
  await queue.ask(plan.page, by);
};

/** A file that was sent, by its name and the bytes that may be published. Rejects with a ProblemError where it may not be. */
export const cleanedFile = async (
  { desk, process }: Pick<Acting, 'desk' | 'process'>,
  file: File,
  nth: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const { name, bytes } = await sentAttachment(file, nth);
  const folder = join(desk.settings.data, 'page-files');
  const path = join(folder, uuid());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, bytes, { mode: 0o600 });
  try {
    return { name, bytes: await process.attach({ root: desk.root, path, name }) };
  } finally {
    rmSync(path, { force: true });
  }
};

/** Puts the file that was sent in the place of one of a form; answers with `refused` where none was. */
export const replaceFile = async (
  request: PageRequest,
  page: string,
  body: Readonly<Record<string, unknown>>,
  { refused, ...acting }: Acting & { readonly refused: () => Promise<Response> },
): Promise<Response> => {
  const { desk } = acting;
  const [file] = filesOf(body.file);
  if (!file) return refused();
  if (file.size === 0) throw emptyFile(file.name);
  const at = Number(body.at);
  const { name, bytes } = await cleanedFile(acting, file, at);
  await carryOut(acting, request, { do: 'replace', page, at, name, bytes });
  const { base } = desk.settings;
  return request.c.redirect(`${base}/desk/pages/${page}/?did=replaced`, 303);
};

/**
 * Shows the form with what was typed where it could not be written: beside what somebody else wrote at the same moment, or with
 * the reason, as where another program writes content or the disk is full. `now` is the page as it lies there by then. Throws
 * what is neither.
 */
export const notWritten = (
  form: EditForm,
  request: PageRequest,
  {
    state,
    now,
    typed,
  }: { readonly state: FormState; readonly now: FormState | null; readonly typed: Typed },
  error: unknown,
): Promise<Response> => {
  if (!(error instanceof PageChanged)) {
    const { text, status } = reasonOf(request, error);
    return form.page(request, state, { typed, notice: { kind: 'refused', text }, status });
  }
  if (now !== null && now.slug !== null) {
    const seen = seenOf(now.section, now.text, now.fields);
    return form.conflict(request, now, typed, changedBetween(typed.seen, seen));
  }
  const notice = { kind: 'refused', text: request.answer.parts.t.writing.sameMoment } as const;
  return form.page(request, state, { typed, notice, status: 409 });
};
