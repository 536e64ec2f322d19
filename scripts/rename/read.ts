import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { nearest } from '#core/nearest.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { circularPage } from '#core/record.ts';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { circular as circularSchema, coveringLetters as lettersSchema } from '#schema/circular.ts';
import { validate } from '#schema/issue-problem.ts';
import { committedRows, loadRegisterRows } from '#store/content/append-only.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { readContentTree } from '#store/content/content-tree.ts';
import { dataOrProblems, readPage } from '#store/content/page-file.ts';
import { listCirculars } from '#store/content/record-files.ts';
import { REGISTER, REGISTER_COLUMNS } from '#store/content/register.ts';
import { SHORT_CODES } from '#store/content/short-codes.ts';
import { readYamlFile } from '#store/content/yaml-file.ts';
import { readTable } from '#store/csv/table.ts';
import { readContentText, readListedText } from '#store/files/content-file.ts';

export type Rows = Readonly<Record<string, string>>;

/** A draft with all that renaming it reads. */
export interface AskedDraft {
  readonly year: string;
  readonly id: string;
  readonly page: string;
  readonly circular: Circular;
  readonly coveringLetters: readonly CoveringLetter[];
  readonly lettersText: string | null;
  /** Null where it has no movements. */
  readonly movements: readonly Rows[] | null;
  readonly ids: readonly Rows[];
  /** Every circular that has a folder: `<B.E. year>/<id>`. */
  readonly circulars: ReadonlySet<string>;
  readonly codes: readonly Rows[];
  readonly committedCodes: ReadonlySet<string>;
  readonly numbers: readonly Rows[];
  readonly committedNumbers: ReadonlySet<string>;
  readonly moved: string | null;
  /** Texts of the other files of content that may name the draft, by path. */
  readonly others: ReadonlyMap<string, string>;
}

const checked = (
  schema: typeof circularSchema | typeof lettersSchema,
  data: unknown,
  file: string,
) => {
  const { data: value, problems } = validate(schema, data);
  if (problems.length === 0) return value;
  throw new ProblemError(
    problems.map(({ path, ...said }): Problem => ({ file, field: path.join('.'), ...said })),
  );
};

const findDraft = async (root: string, asked: string): Promise<string> => {
  const name = asked.replace(/^\/?(?:content\/)?(?:circulars\/)?|\/(?:index\.mdx)?$/g, '');
  const all = (await listCirculars(root)).map(({ id }) => id);
  const found = all.filter((id) => id === name || id.split('/')[1] === name);
  if (found.length === 1) return found[0] as string;
  const near =
    found.length > 1
      ? found
      : nearest(
          name,
          all.map((id) => ({ spellings: [id, id.slice(5)], offer: id })),
        ).map(({ offer }) => offer);
  throw new ProblemError([
    {
      file: null,
      field: asked,
      what: found.length > 1 ? 'several circulars have that id' : 'no circular has that id',
      fix: near.length > 0 ? `Give one of these: ${near.join(', ')}.` : 'Give <B.E. year>/<id>.',
    },
  ]);
};

/** Whether any commit had the page without "draft: true"; false where there is no history to look at. */
const wasPublic = async (root: string, page: string): Promise<boolean> => {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', ['-C', root, ...args], { maxBuffer: 2 ** 26 })).stdout;
  try {
    const commits = (await git('log', '--format=%H', '--diff-filter=AM', '--', page)).split('\n');
    for (const commit of commits.filter(Boolean)) {
      const text = await git('show', `${commit}:./${page}`);
      if (!/^draft: true\s*$/m.test(text)) return true;
    }
    return false;
  } catch (error) {
    const { code } = error as { code?: unknown };
    // 128: no repository, or one without a commit.
    if (code === 'ENOENT' || code === 128) return false;
    throw error;
  }
};

const isPublic = (page: string, what: string): ProblemError =>
  new ProblemError([
    {
      file: page,
      field: 'draft',
      what,
      why: 'A permanent id stands in printed QR codes and in feeds: it is never changed once it was public.',
      fix: 'Leave the id as it is; the number on the page may be corrected all the same.',
    },
  ]);

/** Reads the draft that a person names, and refuses one that is or was public. */
export const readDraft = async (root: string, asked: string): Promise<AskedDraft> => {
  const path = await findDraft(root, asked);
  const [year, id] = path.split('/') as [string, string];
  const file = circularPage(path);
  const folder = `content/circulars/${path}`;
  const page = readListedText(root, file) ?? '';
  const circular = checked(
    circularSchema,
    dataOrProblems(readPage(page, file).frontMatter),
    file,
  ) as Circular;
  if (!circular.draft) throw isPublic(file, 'the page is public, not a draft');
  if (await wasPublic(root, file))
    throw isPublic(file, 'the page was public before it became a draft again');
  const lettersFile = `${folder}/covering-letters.yaml`;
  const lettersText = readListedText(root, lettersFile);
  const letters = lettersText
    ? checked(lettersSchema, dataOrProblems(readYamlFile(lettersText, lettersFile)), lettersFile)
    : [];
  const ledger = `${folder}/movements.csv`;
  const movements = readListedText(root, ledger);
  const register = readContentText(root, REGISTER);
  const own = new Set([file, REGISTER, SHORT_CODES.file, ATTACHMENT_NUMBERS.file, ledger]);
  const tree = readContentTree(root);
  if (tree.problems.length > 0) throw new ProblemError(tree.problems);
  const others = tree.files.flatMap(({ path: other, text }) =>
    text === null || own.has(other) ? [] : [[other, text] as const],
  );
  const circularsOf = (rows: readonly Rows[] | null): Set<string> =>
    new Set((rows ?? []).map((row) => row.circular ?? ''));
  return {
    year,
    id,
    page,
    circular,
    coveringLetters: letters as readonly CoveringLetter[],
    lettersText,
    movements:
      movements === null
        ? null
        : readTable(movements, ledger, MOVEMENT_COLUMNS).map(({ cells }) => cells),
    ids:
      register === null
        ? []
        : readTable(register, REGISTER, REGISTER_COLUMNS).map(({ cells }) => cells),
    circulars: new Set((await listCirculars(root)).map((one) => one.id)),
    codes: (await loadRegisterRows(root, SHORT_CODES)).map(({ line: _, ...row }) => row),
    committedCodes: circularsOf(await committedRows(root, SHORT_CODES)),
    numbers: (await loadRegisterRows(root, ATTACHMENT_NUMBERS)).map(({ line: _, ...row }) => row),
    committedNumbers: circularsOf(await committedRows(root, ATTACHMENT_NUMBERS)),
    moved: readContentText(root, MOVED_ADDRESSES_FILE),
    others: new Map(others),
  };
};
