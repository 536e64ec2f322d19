import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import { threadData, withdrawnData } from '#core/board/thread-file.ts';
import { LIMITS } from '#core/check/limits.ts';
import { unprintableFields } from '#core/check/rules/characters.ts';
import { type FieldPath, formatFieldPath } from '#core/field-path.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { th } from '#i18n/th/index.ts';
import { thread as threadSchema } from '#schema/document.ts';
import { validate } from '#schema/issue-problem.ts';
import { dataOrProblems, readPage } from '#store/content/page-file.ts';
import { MOVED_ADDRESS_COLUMNS, readMovedAddresses } from '#store/content/short-codes.ts';
import { csvLine } from '#store/csv/table.ts';
import { readFate, readShownThreads } from '#store/desk/board-export.ts';
import { type DeskDatabase, openDeskDatabase } from '#store/desk/database.ts';
import { readContentText, replaceContentFile } from '#store/files/content-file.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import type { CommandIo } from '../lib/command.ts';
import {
  copyPictures,
  missingPictures,
  type PicturePlan,
  picturesOfPosts,
  planPictures,
  removePictures,
} from './export-pictures.ts';
import { readDeskSettings } from './settings.ts';

const FOLDER = 'content/board';
const OWN_FILE = /^([1-9]\d{0,8})\.mdx$/;
const pathOf = (id: number): string => `${FOLDER}/${id}.mdx`;

// Notes and titles are content, which is in Thai whatever the language of the frame.
const TEXTS = {
  answers: th.thread.changed,
  numbered: th.thread.numbered,
  withdrawn: th.thread.withdrawn,
};

/** What an export does; texts by path, `rows` for the moved addresses. */
interface Plan {
  readonly texts: Map<string, string>;
  readonly gone: string[];
  readonly rows: string[];
  pictures: PicturePlan;
  same: number;
  withdrawn: number;
}

const fileText = (data: object): string => `---\n${stringify(data, { lineWidth: 0 })}---\n`;

const personalFields = (data: unknown, path: FieldPath = []): Problem[] => {
  if (typeof data === 'string') {
    return findPersonalData(data).map(({ kind, start }) => {
      const before = data.slice(0, start);
      const line = before.split('\n').length;
      return {
        file: null,
        field: formatFieldPath(path),
        what: `a personal ${kind} is in this text (line ${line}, character ${start - before.lastIndexOf('\n')})`,
        why: 'Pages of the portal are public, and what is public once is copied.',
        fix: 'Remove it on the board, or take the post away there.',
      };
    });
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    personalFields(value, [...path, Array.isArray(data) ? Number(name) : name]),
  );
};

/** All that keeps a thread from being a page. */
const problemsOf = (file: string, data: object): Problem[] => [
  ...[...validate(threadSchema, data).problems, ...unprintableFields(data)].map(
    ({ path, ...said }) => ({ file, field: formatFieldPath(path), ...said }),
  ),
  ...personalFields(data).map((problem) => ({ ...problem, file })),
];

const otherDesk = (id: number): Problem => ({
  file: pathOf(id),
  what: `this desk never had a thread ${id}`,
  why: 'The pages are of another desk, or of a database that was lost, and would be replaced by others.',
  fix: 'Restore the backup of that desk, or remove content/board/ if its threads are to go.',
});

const exportedBefore = (root: string): number[] => {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const [, id] = OWN_FILE.exec(name) ?? [];
    return id === undefined ? [] : [Number(id)];
  });
};

const frontMatterOf = (root: string, path: string) =>
  dataOrProblems(readPage(readContentText(root, path) ?? '', path).frontMatter) as {
    readonly published: string;
    readonly withdrawn?: string;
  };

/** Decides about a page whose thread is no longer shown: it leads to where the thread went, or says that it was taken off. */
const planGone = async (
  { db }: DeskDatabase,
  { root, today }: { readonly root: string; readonly today: string },
  id: number,
  isPage: (id: number) => boolean,
  plan: Plan,
): Promise<Problem[]> => {
  const fate = await readFate(db, id);
  if (!fate) return [otherDesk(id)];
  if (fate.into !== null && isPage(fate.into)) {
    plan.gone.push(pathOf(id));
    plan.rows.push(csvLine([`/board/${id}/`, `/board/${fate.into}/`, today, 'รวมกับกระทู้อื่น']));
    return [];
  }
  const { published, withdrawn } = frontMatterOf(root, pathOf(id));
  if (withdrawn === undefined) {
    plan.texts.set(pathOf(id), fileText(withdrawnData(id, published, today, TEXTS)));
    plan.withdrawn += 1;
  } else plan.same += 1;
  return [];
};

const planExport = async (
  desk: DeskDatabase,
  data: string,
  io: CommandIo,
  sample: boolean,
): Promise<Plan> => {
  const root = io.cwd;
  const before = exportedBefore(root);
  const shown = new Set<number>();
  const plan: Plan = {
    texts: new Map(),
    gone: [],
    rows: [],
    same: 0,
    withdrawn: 0,
    pictures: { copied: [], removed: [] },
  };
  const wanted = new Set<string>();
  const problems: Problem[] = [];
  for await (const { thread, posts } of readShownThreads(desk.db)) {
    if (posts.length === 0) continue;
    shown.add(thread.id);
    const path = pathOf(thread.id);
    const page = threadData(thread, posts, TEXTS, sample);
    const kept = new Set(page.posts.map(({ id }) => id));
    for (const file of picturesOfPosts(posts.filter(({ id }) => kept.has(id)))) wanted.add(file);
    problems.push(...problemsOf(path, page));
    const text = fileText(page);
    if (readContentText(root, path) === text) plan.same += 1;
    else plan.texts.set(path, text);
  }
  const pages = new Set([...shown, ...before]);
  for (const id of before.filter((one) => !shown.has(one)).sort((a, b) => a - b)) {
    problems.push(
      ...(await planGone(desk, { root, today: io.today }, id, (one) => pages.has(one), plan)),
    );
  }
  if (pages.size > LIMITS.folderEntries) {
    problems.push({
      file: FOLDER,
      what: `there would be ${pages.size} threads, and a folder may hold ${LIMITS.folderEntries} files`,
      why: 'See docs/limits.md.',
      fix: 'Merge threads or take old ones away on the board.',
    });
  }
  plan.pictures = planPictures(root, wanted);
  problems.push(...missingPictures(data, plan.pictures));
  if (problems.length > 0) throw new ProblemError(problems);
  return plan;
};

/** Where it ends half way, who runs it again comes to the same end: what leads on is written before a page goes. */
const apply = (root: string, data: string, { texts, gone, rows, pictures }: Plan): void => {
  copyPictures(root, data, pictures);
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [path, text] of texts) replaceContentFile(root, path, text);
  if (rows.length > 0) {
    const text = readContentText(root, MOVED_ADDRESSES_FILE);
    const known = new Set((readMovedAddresses(text).rows ?? []).map(({ from }) => from));
    const fresh = rows.filter((row) => !known.has(row.slice(0, row.indexOf(','))));
    const start = (text ?? csvLine(MOVED_ADDRESS_COLUMNS)).replace(/\n*$/, '\n');
    if (fresh.length > 0)
      replaceContentFile(root, MOVED_ADDRESSES_FILE, `${start}${fresh.join('\n')}\n`);
  }
  for (const path of gone) rmSync(join(root, path));
  removePictures(root, pictures);
};

/** `export`: the threads that everybody sees become pages of the portal, in content/board/. */
export const exportBoard = async (
  io: CommandIo,
  { dryRun, sample }: { readonly dryRun: boolean; readonly sample: boolean },
): Promise<void> => {
  const { place, data } = readDeskSettings(io.cwd, io.env, io.today);
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw new ProblemError([
      {
        file: place.file,
        what: 'there is no database of a desk yet',
        why: 'Its threads are exported.',
        fix: 'Start the desk by npm run desk, or set DATABASE_URL.',
      },
    ]);
  }
  const database = await openDeskDatabase(place);
  try {
    await whileLockedFor(io.cwd, async () => {
      const plan = await planExport(database, data, io, sample);
      const { texts, withdrawn, gone, same, pictures } = plan;
      const moved = pictures.copied.length + pictures.removed.length;
      if (!dryRun && texts.size + gone.length + moved > 0) apply(io.cwd, data, plan);
      for (const path of [...texts.keys(), ...gone])
        io.out(`${dryRun ? 'would write' : 'wrote'} ${path}`);
      const done = [
        `${texts.size - withdrawn} threads written, ${withdrawn} taken off, ${gone.length} merged, ${same} as they were`,
        moved === 0
          ? ''
          : `; ${pictures.copied.length} pictures copied, ${pictures.removed.length} removed`,
      ].join('');
      io.out(dryRun ? `${done}: nothing was written` : done);
    });
  } finally {
    await database.close();
  }
};
