import type { Circular } from '#core/letter/circular.ts';
import { type Candidate, nearest } from '#core/nearest.ts';
import { existsOn } from '#core/office/office.ts';
import { fullOfficeName } from '#core/office/registry.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { circularNamed } from '#core/tracking/asked-circular.ts';
import { circular as circularSchema } from '#schema/circular.ts';
import { loadRegisterRows } from '#store/content/append-only.ts';
import { readPage } from '#store/content/page-file.ts';
import { listCirculars } from '#store/content/record-files.ts';
import { SHORT_CODES } from '#store/content/short-codes.ts';
import { readListedText } from '#store/files/content-file.ts';
import { readRegistry } from '#store/registry/read-registry.ts';

/** A circular with its short code. `path` is `<B.E. year>/<permanent id>`. */
export interface CodedCircular {
  readonly path: string;
  readonly code: string;
  readonly circular: Circular;
}

export interface NamedOffice {
  readonly id: string;
  readonly name: string;
}

const unreadable = (file: string): Problem => ({
  file,
  what: 'the circular cannot be read',
  fix: 'Run "npm run check", and fix what it tells.',
});

const withoutCode = (file: string, isDraft: boolean): Problem =>
  isDraft
    ? {
        file,
        what: 'the circular is a draft, and has no short code',
        why: 'A code is minted when it is published; before that its address leads nowhere.',
        fix: 'Remove "draft: true" once it is checked, then run "npm run qr -- --register"; the desk does both when it publishes.',
      }
    : {
        file,
        what: 'the circular has no short code yet',
        fix: 'Run "npm run qr -- --register", and commit the register.',
      };

/** A circular of the project as it stands: it may be no good yet, or have no code. */
export interface ListedCircular {
  readonly path: string;
  readonly page: string;
  readonly isDraft: boolean;
  readonly code: string | undefined;
  /** Undefined where it cannot be read. */
  readonly circular: Circular | undefined;
}

/** The circulars that are to be drawn, with their codes. Throws a ProblemError that names those that cannot be. */
export const codedCirculars = (listed: readonly ListedCircular[]): CodedCircular[] => {
  const problems: Problem[] = [];
  const coded: CodedCircular[] = [];
  for (const { path, page, isDraft, code, circular } of listed) {
    if (!circular) problems.push(unreadable(page));
    else if (code === undefined) problems.push(withoutCode(page, isDraft));
    else coded.push({ path, code, circular });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return coded;
};

/** Every circular of the project, drafts included. What is wrong with one is no matter of the others. */
export const loadCirculars = async (root: string): Promise<ListedCircular[]> => {
  const codes = new Map(
    (await loadRegisterRows(root, SHORT_CODES)).map((row) => [row.circular, row.code]),
  );
  return (await listCirculars(root)).map(({ id, page }) => {
    const { frontMatter } = readPage(readListedText(root, page) ?? '', page);
    const { data: circular } = circularSchema.safeParse(frontMatter.data);
    const { draft } = (frontMatter.data ?? {}) as { readonly draft?: unknown };
    return { path: id, page, isDraft: draft === true, code: codes.get(id), circular };
  });
};

/** Every office that exists on a day, by its full name. */
export const loadOffices = async (root: string, day: string): Promise<NamedOffice[]> => {
  const registry = await readRegistry(root);
  return registry.offices
    .filter((office) => existsOn(office, day))
    .map((office) => ({ id: office.id, name: fullOfficeName(registry, office) }));
};

const didYouMean = (asked: string, candidates: readonly Candidate[]): string => {
  const offers = nearest(asked, candidates).map(({ offer }) => offer);
  return offers.length === 0 ? '' : `Did you mean ${offers.join(', or ')}?`;
};

/** The circular given by id, by year and id, by short code or by the number of its letter. */
export const findCircular = (circulars: readonly ListedCircular[], asked: string): ListedCircular =>
  circularNamed(
    circulars.map((listed) => ({
      path: listed.path,
      code: listed.code,
      title: listed.circular?.title ?? listed.path,
      letters: listed.circular ? [listed.circular.letter] : [],
      listed,
    })),
    asked,
  ).listed;

/** The office given by id or by its full name. */
export const findOffice = (offices: readonly NamedOffice[], asked: string): NamedOffice => {
  const found = offices.filter(({ id, name }) => id === asked || name === asked.trim());
  if (found.length === 1) return found[0] as NamedOffice;
  const candidates = offices.map(({ id, name }) => ({
    spellings: [id, name],
    offer: `${id} (${name})`,
  }));
  throw new ProblemError([
    {
      file: null,
      what:
        found.length > 1
          ? `${found.length} offices have the name "${asked}"`
          : `there is no office "${asked}" in the registry`,
      fix:
        found.length > 1
          ? `Give the id: ${found.map(({ id }) => id).join(', ')}.`
          : didYouMean(asked, candidates) || 'Give its id, as in content/registry/offices.csv.',
    },
  ]);
};
