import type { PortalFiles } from '../portal/kept-files.ts';
import type { FormerFolder } from '../portal/kept-folder.ts';
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

/** The index of the last time where it is still served, of which files may stay; null where it is not. */
export type OpenServed = (last: IndexReport) => Promise<FormerFolder | null>;

const NONE_SERVED: OpenServed = async () => null;

/** Whether all files of an index are there as they were written, with its entry, and no others. */
const isWhole = ({ files, untouched }: FormerFolder, last: IndexReport): boolean =>
  files.length === last.files + 1 && untouched.size === files.length;

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
 * Files that the last index has as well, and an index of the same pages, are not written where it is still served.
 */
export const writeSiteIndex = async (
  site: PortalFiles,
  folder: string,
  state: string,
  openServed: OpenServed = NONE_SERVED,
): Promise<IndexReport> => {
  const last = usable(await readIndexState(state));
  const plan = planIndex(await readChangedPages(site, last), last);
  const served = last && (await openServed(last.report));
  if (last && served && plan.sameWords && isWhole(served, last.report)) {
    await served.keep(served.files);
    const files = plan.files.map(({ read, content }) => ({ ...read, content }));
    if (!isKnown(plan.files, last)) writeIndexMarks(state, last.id, files);
    return last.report;
  }
  const { report, left } = await writeFiles(plan, folder, served?.untouched);
  await served?.keep(left);
  const files = plan.files.map(({ read, content }) => ({ ...read, content }));
  await writeIndexState(state, {
    ...plan,
    begun: plan.begun || plan.keys.size + plan.runs.size,
    files,
    report,
  });
  return report;
};
