import type { Kysely } from 'kysely';
import type { PageAction } from './letter-tables.ts';
import { audit, type By } from './members.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** A text before and after a change; null where there was, or is, no such file. */
export interface ChangedText {
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is written down of a change of a page before anything is written. */
export interface PlannedPage {
  readonly action: PageAction;
  readonly letter: string;
  readonly circular: string;
  readonly texts: readonly ChangedText[];
  readonly files: readonly string[];
  readonly undoes: number | null;
}

/** Writes down what is about to be written, so that a start after a kill knows whose it was. Its id. */
export const planPage = async (
  db: Db,
  { texts, files, ...change }: PlannedPage,
  { actor, now }: By,
): Promise<number> => {
  const { id } = await db
    .insertInto('page_change')
    .values({
      ...change,
      texts: JSON.stringify(texts),
      files: JSON.stringify(files),
      member: actor,
      at: now.toISOString(),
      state: 'planned',
      commit_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Notes that a change was written, with a row of the audit log, in one transaction. */
export const confirmPage = (db: Db, id: number, now: Date): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const change = await transaction
      .updateTable('page_change')
      .set({ state: 'applied' })
      .where('id', '=', id)
      .where('state', '=', 'planned')
      .returning(['member', 'action', 'circular'])
      .executeTakeFirst();
    if (!change) return;
    const what = `${change.action} ${change.circular}`;
    await audit(transaction, change.member, what, `page:${id}`, now);
  });

/** Notes that a change was not written. */
export const voidPage = async (db: Db, id: number): Promise<void> => {
  await db
    .updateTable('page_change')
    .set({ state: 'void' })
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .execute();
};

/** Notes which commit holds a change; '' where content is in no repository. */
export const notePageCommit = async (db: Db, id: number, commit: string): Promise<void> => {
  await db.updateTable('page_change').set({ commit_id: commit }).where('id', '=', id).execute();
};

const COLUMNS = [
  'page_change.id',
  'at',
  'member',
  'name',
  'action',
  'letter',
  'circular',
  'texts',
  'files',
  'state',
  'commit_id',
  'undoes',
] as const;

const rows = (db: Db) =>
  db
    .selectFrom('page_change')
    .leftJoin('user', 'user.id', 'page_change.member')
    .select(COLUMNS)
    .orderBy('page_change.id');

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** A change of a page, as it is kept. */
export type PageChange = Omit<Row, 'texts' | 'files'> & {
  readonly texts: readonly ChangedText[];
  readonly files: readonly string[];
};

const changeOf = (row: Row): PageChange => ({
  ...row,
  texts: JSON.parse(row.texts) as ChangedText[],
  files: JSON.parse(row.files) as string[],
});

/** What a change is of: a letter that was taken in, or a page that was written. */
export type ChangeSource = 'letters' | 'pages';

/** How `letter` begins in changes of pages. */
const OF_PAGE = 'page ';

/** Changes that were interrupted: planned, and neither confirmed nor void. */
export const plannedPages = async (db: Db, of: ChangeSource): Promise<PageChange[]> =>
  (
    await rows(db)
      .where('state', '=', 'planned')
      .where('letter', of === 'pages' ? 'like' : 'not like', `${OF_PAGE}%`)
      .execute()
  ).map(changeOf);

/** Changes that were written and are in no commit yet. */
export const uncommittedPages = async (db: Db): Promise<PageChange[]> =>
  (await rows(db).where('state', '=', 'applied').where('commit_id', 'is', null).execute()).map(
    changeOf,
  );

/** What was done with a letter of the desk, by its id, oldest first. */
export const pagesOfLetter = async (db: Db, id: string): Promise<PageChange[]> =>
  (await rows(db).where('letter', 'like', `${id} %`).where('state', '=', 'applied').execute()).map(
    changeOf,
  );

/** What was done with a letter, without the texts that it changed. */
export type LetterStep = Pick<PageChange, 'id' | 'action' | 'letter' | 'circular' | 'undoes'>;

/** What was done with every letter of the desk, by the ids of letters, oldest first. */
export const stepsOfLetters = async (db: Db): Promise<ReadonlyMap<string, LetterStep[]>> => {
  const steps = await db
    .selectFrom('page_change')
    .select(['id', 'action', 'letter', 'circular', 'undoes'])
    .where('state', '=', 'applied')
    .where('letter', 'not like', `${OF_PAGE}%`)
    .orderBy('id')
    .execute();
  return Map.groupBy(steps, ({ letter }) => letter.split(' ')[0] as string);
};

/** What the desk wrote of a page, by its path (`faq/how-to-sign-in`), oldest first. */
export const changesOfPage = async (db: Db, page: string): Promise<PageChange[]> =>
  (
    await rows(db)
      .where('letter', '=', `${OF_PAGE}${page}`)
      .where('state', '=', 'applied')
      .execute()
  ).map(changeOf);
