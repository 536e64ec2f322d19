import type { ExistingCircular } from '#core/letter/draft/differences.ts';
import type { MovementRow } from '#core/letter/draft/movements.ts';
import { readContentText, readListedText } from '#store/files/content-file.ts';
import { bodyOf, dataOrProblems, readPage } from './page-file.ts';
import { listCirculars, listDocuments, readRecordTexts } from './record-files.ts';
import { REGISTER, readPermanentIdRegister } from './register.ts';
import { readRows } from './rows.ts';
import { readYamlFile } from './yaml-file.ts';

/** A circular of the portal with the texts of its files, by name. */
export interface StoredCircular extends ExistingCircular {
  readonly texts: ReadonlyMap<string, string>;
}

type Raw = Readonly<Record<string, unknown>>;

/** Every circular of the portal, drafts included, unread by any schema: a draft may yet be unfinished. */
export const readCirculars = async (root: string): Promise<StoredCircular[]> => {
  const stored: StoredCircular[] = [];
  for (const record of await listCirculars(root)) {
    const texts = new Map(
      [...readRecordTexts(root, record)].map(([path, text]) => [
        path.slice(path.lastIndexOf('/') + 1),
        text,
      ]),
    );
    const page = readPage(texts.get('index.mdx') ?? '', record.page);
    const covering = texts.get('covering-letters.yaml');
    const movements = texts.get('movements.csv');
    stored.push({
      id: record.id,
      texts,
      frontMatter: dataOrProblems(page.frontMatter) as Raw,
      body: bodyOf(texts.get('index.mdx') ?? ''),
      coveringLetters: covering
        ? ((dataOrProblems(readYamlFile(covering, `${record.folder}/covering-letters.yaml`)) ??
            []) as Raw[])
        : [],
      movements: movements ? (readRows(movements) as MovementRow[]) : [],
    });
  }
  return stored;
};

/** What is referred to and has a page of the portal: letters by number and date, laws and regulations by their titles. */
export interface LawRecord {
  /** Path of the record: `laws/<slug>`. */
  readonly record: string;
  readonly number: unknown;
  readonly date: unknown;
  /** Undefined for a directive letter, whose page has a title of its own making. */
  readonly title?: string;
}

/** Every law or directive letter that the portal has a page for, as its front matter names it. */
export const readLawRecords = async (root: string): Promise<LawRecord[]> => {
  const found: LawRecord[] = [];
  for (const { id, page } of await listDocuments(root, 'laws')) {
    const text = readListedText(root, page);
    if (text === null) continue;
    const data = dataOrProblems(readPage(text, page).frontMatter) as Raw;
    const { kind, title, number, date } = data;
    const isNamed = kind !== 'directive-letter' && typeof title === 'string';
    if (number !== undefined || isNamed)
      found.push({ record: `laws/${id}`, number, date, ...(isNamed && { title }) });
  }
  return found;
};

/** Every permanent id that was ever minted. */
export const readMintedIds = async (root: string): Promise<Set<string>> => {
  const { value } = readPermanentIdRegister(readContentText(root, REGISTER));
  return new Set(value?.rows.map(({ id }) => id));
};
