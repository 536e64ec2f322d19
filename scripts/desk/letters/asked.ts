import { html } from 'hono/html';
import type { ProblemError } from '#core/problem.ts';
import type { AnswersFile } from '#schema/letter-answers.ts';
import { todayInThailand } from '#store/clock.ts';
import {
  type LetterUpload,
  readAnswersText,
  readLetterUpload,
} from '#store/desk/letter-uploads.ts';
import { NO_ANSWERS, parseAnswers } from '../../ingest/answers.ts';
import type { Desk } from '../app.ts';
import { problemTexts } from '../movement-view.ts';
import { sayNo } from '../office-request.ts';
import type { LetterJobs } from './jobs.ts';
import { waitingPage } from './pages.ts';
import type { DeskReading } from './reading.ts';
import type { ContentRequest } from './request.ts';
import { type MatterView, mattersOf } from './view.ts';

/** A letter that a request is about, with what was read of it and answered. */
export interface AskedLetter {
  readonly upload: LetterUpload;
  readonly read: DeskReading;
  readonly answers: AnswersFile;
  readonly mark: string;
  readonly matters: readonly MatterView[];
  readonly matter: MatterView;
}

/** The answers of a letter as they are kept. */
const answersOf = (data: string, id: string): { answers: AnswersFile; mark: string } => {
  const { text, mark } = readAnswersText(data, id);
  return { answers: text === '' ? NO_ANSWERS : parseAnswers(text, 'answers.json'), mark };
};

/** Problems in the language of the portal. */
export const problemsOf = (
  { answer, language, tracking: read }: ContentRequest,
  problems: ProblemError['problems'],
) => problemTexts(answer.parts.t.moves, language, problems, read.context.nameOf);

/** Gives the letter that a request is about; or the page that says what it is at, or why there is none. */
export const letterAsker = (
  { settings: { base, data } }: Pick<Desk, 'settings'>,
  jobs: LetterJobs,
) => {
  const at = `${base}/desk/letters`;
  return async (request: ContentRequest): Promise<AskedLetter | Response> => {
    const { c, answer } = request;
    const { letters: t, refused: general } = answer.parts.t;
    const id = c.req.param('letter') ?? '';
    const upload = readLetterUpload(data, id);
    const address = `${at}/${id}/`;
    const say = (problems: ProblemError['problems']) =>
      answer.page(
        t.title,
        waitingPage(answer.parts, address, {
          title: t.title,
          text: t.refusedFile,
          problems: problemsOf(request, problems),
        }),
        422,
      );
    if (upload === null) {
      const problems = jobs.refusalOf(id);
      return problems ? say(problems) : sayNo(answer, t.missing, 404);
    }
    const job = await jobs.look(upload, todayInThailand());
    if (job === null) return sayNo(answer, general.fault, 503);
    if (job.state === 'refused') return say(job.problems);
    if (job.state === 'running') {
      const page = waitingPage(answer.parts, address, {
        title: t.title,
        text: t.reading,
        problems: [],
      });
      return answer.page(t.title, page, 200, html`<meta http-equiv="refresh" content="2">`);
    }
    const { answers, mark } = answersOf(data, id);
    const matters = mattersOf(job.read, answers);
    const nth = Number(c.req.query('nth') ?? 0);
    const matter = matters[nth] ?? (matters[0] as MatterView);
    return { upload, read: job.read, answers, mark, matters, matter };
  };
};
