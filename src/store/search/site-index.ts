import type { PortalFiles } from '../portal/kept-files.ts';
import { readChangedPages } from './built-site.ts';
import { writeFiles } from './index-folder.ts';
import { type PlannedFile, planIndex, usable } from './index-plan.ts';
import {
  type IndexReport,
  type IndexState,
  readIndexState,
  writeIndexMarks,
  writeIndexState,
} from './index-state.ts';

/** Whether the index of the last time is there, whole and as it was written, and stays. */
export type KeepIndex = (last: IndexReport) => Promise<boolean>;

const KEEP_NONE: KeepIndex = async () => false;

/**
 * Whether every page that can be found was read as the state has it, which then need not be written: the few others that
 * are new are looked at once more the next time.
 */
const isKnown = (files: readonly PlannedFile[], last: IndexState): boolean => {
  const known = new Map(last.files.map((one) => [one.file, one]));
  return files.every(({ read, content }) => {
    if (content === null) return true;
    const before = known.get(read.file);
    return before?.size === read.size && before.modified === read.modified;
  });
};

/**
 * Builds the index of the pages of a site in a folder, with what `state` knows of those that are as they were; see
 * index-state.ts. What is known makes no difference to the index. What is known now is written there for the next time.
 * An index of the same pages as the last is not written where `keep` says that it stays.
 */
export const writeSiteIndex = async (
  site: PortalFiles,
  folder: string,
  state: string,
  keep: KeepIndex = KEEP_NONE,
): Promise<IndexReport> => {
  const last = usable(await readIndexState(state));
  const plan = planIndex(await readChangedPages(site, last), last);
  if (last && plan.sameWords && (await keep(last.report))) {
    const files = plan.files.map(({ read, content }) => ({ ...read, content }));
    if (!isKnown(plan.files, last)) writeIndexMarks(state, last.id, files);
    return last.report;
  }
  const report = await writeFiles(plan, folder);
  const files = plan.files.map(({ read, content }) => ({ ...read, content }));
  await writeIndexState(state, {
    ...plan,
    begun: plan.begun || plan.keys.size + plan.runs.size,
    files,
    report,
  });
  return report;
};
