import type { Problem } from '#core/problem.ts';
import { ProblemError } from '#core/problem.ts';
import type { AnswersFile } from '#schema/letter-answers.ts';
import { readPages, withAnswers } from '../../ingest/answers.ts';
import { portalOf } from '../../ingest/command.ts';
import { type KeptFile, planKeptFile } from '../../ingest/keep-file.ts';
import { type PlannedCircular, planCirculars } from '../../ingest/plan.ts';
import type { DeskReading } from './reading.ts';

/** What would be written of one circular. */
export interface DeskPlan {
  readonly plan: PlannedCircular;
  /** The letter's own file; null where it has none, or `unkept` says why it is not kept. */
  readonly kept: KeptFile | null;
  readonly unkept: readonly Problem[];
}

/** The plan of a letter that the desk has written before: under the id and in the folder that it has. */
const inFolder = (plan: PlannedCircular, circular: string | null): PlannedCircular => {
  if (plan.kind === 'known' || circular === null) return plan;
  const [year = '', id = ''] = circular.split('/');
  const { draft } = plan;
  return { ...plan, draft: { ...draft, year, id, frontMatter: { ...draft.frontMatter, id } } };
};

/**
 * What `npm run ingest -- --keep-file --answers` would write of a letter. Rejects with a ProblemError where an answer or an attachment
 * cannot be taken; `path` is where the answers lie. `replaces` is the circular that the desk wrote of matter `nth` before: it is
 * planned anew, in its place.
 */
export const planForDesk = async (
  root: string,
  today: string,
  { reading: read, inputs }: DeskReading,
  {
    answers,
    path,
    nth,
    replaces,
  }: {
    readonly answers: AnswersFile;
    readonly path: string;
    readonly nth: number;
    readonly replaces: string | null;
  },
): Promise<DeskPlan[]> => {
  const reading = withAnswers(read, answers, 'answers.json');
  const said = await readPages(reading, answers, path);
  const portal = await portalOf({ cwd: root, today });
  const others = portal.circulars.filter(({ id }) => id !== replaces);
  const plans = planCirculars(reading, { ...portal, circulars: others }, said);
  const planned: DeskPlan[] = [];
  for (const [at, found] of plans.entries()) {
    const plan = inFolder(found, at === nth ? replaces : null);
    const asked = { keepFile: true, letterFile: undefined, keepMetadata: false };
    try {
      const kept = await planKeptFile(plan, asked, reading, inputs, root);
      planned.push({ plan, kept, unkept: [] });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      planned.push({ plan, kept: null, unkept: error.problems });
    }
  }
  return planned;
};
