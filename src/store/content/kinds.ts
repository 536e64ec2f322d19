import { PUBLISHED_PICTURES } from '#core/board/picture.ts';
import type { PublishedPost } from '#core/board/thread-page.ts';
import { formatFieldPath } from '#core/field-path.ts';
import type { CircularRecord } from '#core/letter/circular.ts';
import type { Attachment } from '#core/letter/letter.ts';
import { filesOfCircular, letterFileOf } from '#core/letter/letter-file.ts';
import {
  indexLetters,
  type LetterIndex,
  lettersOfCircular,
  type NumberedLetter,
} from '#core/letter/number-index.ts';
import { ProblemError } from '#core/problem.ts';
import { recordHref } from '#core/record.ts';
import { circularRecord } from '#schema/circular-record.ts';
import { DOCUMENT_SCHEMAS, type DocumentKind, law } from '#schema/document.ts';
import { validate } from '#schema/issue-problem.ts';
import type { KindOfRecord } from './kind-of-record.ts';
import {
  failLetterIndex,
  letterIndexWhenThere,
  publishLetterIndex,
} from './letter-index-channel.ts';
import { dataOrProblems, readPage } from './page-file.ts';
import { cutOutsOfLetter, picturesOfLetter } from './page-pictures.ts';
import { archiveOfAttachments, filesOfAttachments, type PublishedFile } from './published-files.ts';
import { listCirculars, listDocuments, readRecordTexts } from './record-files.ts';
import type { Data, LoadedRecord } from './record-store.ts';
import { readRows } from './rows.ts';
import { readYamlFile } from './yaml-file.ts';

/** The laws and directive letters that have a number; one that cannot be read is left to its own loader to tell. */
const numberedLaws = async (root: string): Promise<NumberedLetter[]> => {
  const letters: NumberedLetter[] = [];
  for (const file of await listDocuments(root, 'laws')) {
    const texts = readRecordTexts(root, file);
    const { frontMatter } = readPage(texts.get(file.page) as string, file.page);
    const { data } = law.safeParse(frontMatter.data);
    if (!data?.number || data.draft) continue;
    const date = data.date ?? { value: null };
    letters.push({ href: recordHref('laws', file.id), number: data.number, date });
  }
  return letters;
};

const circularOf = ({ data }: LoadedRecord) => data as unknown as CircularRecord;

const numberedCircular = (record: LoadedRecord): NumberedLetter[] => {
  const { circular, coveringLetters } = circularOf(record);
  if (circular.draft) return [];
  return lettersOfCircular(recordHref('circulars', record.file.id), circular, coveringLetters);
};

const indexOf = async (root: string, records: readonly LoadedRecord[]): Promise<LetterIndex> =>
  indexLetters([...records.flatMap(numberedCircular), ...(await numberedLaws(root))]);

const filesBeside = (
  kind: string,
  { file }: LoadedRecord,
  attachments: readonly Attachment[],
  draft: boolean,
): PublishedFile[] =>
  file.folder === null
    ? []
    : filesOfAttachments(recordHref(kind, file.id), file.folder, attachments, draft);

/** Circulars: front matter, covering letters and movements; their loader makes the index of letters. */
export const circulars: KindOfRecord = {
  kind: 'circulars',
  list: listCirculars,
  data: ({ folder }, circular, texts) => {
    const letters = texts.get(`${folder}/covering-letters.yaml`);
    const movements = texts.get(`${folder}/movements.csv`);
    return {
      circular,
      coveringLetters: letters
        ? dataOrProblems(readYamlFile(letters, `${folder}/covering-letters.yaml`))
        : [],
      movements: movements ? readRows(movements) : [],
    };
  },
  validate: ({ page }, raw) => {
    const { data, problems } = validate(circularRecord, raw);
    if (problems.length === 0) return data as unknown as Data;
    throw new ProblemError(
      problems.map(({ path, ...said }) => ({
        file: page,
        field: formatFieldPath(path),
        ...said,
      })),
    );
  },
  files: (record) => {
    const { circular, coveringLetters } = circularOf(record);
    const attachments = [
      ...filesOfCircular(circular),
      ...coveringLetters.flatMap((letter) => letter.attachments),
    ];
    const href = recordHref('circulars', record.file.id);
    const folder = record.file.folder as string;
    return [
      ...filesBeside('circulars', record, attachments, circular.draft),
      ...archiveOfAttachments(
        href,
        folder,
        circular.attachments,
        circular.draft,
        letterFileOf(circular),
      ),
      ...picturesOfLetter(href, folder, circular.letterFile, circular.draft),
      ...cutOutsOfLetter(href, folder, circular),
    ];
  },
  letters: async (root, records) => {
    try {
      const index = await indexOf(root, records);
      publishLetterIndex(index);
      return index;
    } catch (error) {
      failLetterIndex(error);
      throw error;
    }
  },
  numbered: { lettersOf: numberedCircular, besides: ['laws'] },
};

/** Throws what the schema of a kind refuses, with its line: the collection's own message names neither file nor line. */
const requireValid = (
  kind: DocumentKind,
  page: string,
  frontMatter: unknown,
  text: string,
): void => {
  const { problems } = validate(DOCUMENT_SCHEMAS[kind], frontMatter);
  if (problems.length === 0) return;
  const { place } = readPage(text, page).frontMatter;
  throw new ProblemError(
    problems.map(({ path, ...said }) => ({
      file: page,
      ...place(path),
      field: formatFieldPath(path),
      ...said,
    })),
  );
};

/** Fields of a page that name files; posts are those of a thread. */
interface DocumentFiles {
  readonly attachments?: readonly Attachment[];
  readonly posts?: readonly Pick<PublishedPost, 'pictures'>[];
  readonly draft: boolean;
}

const filesOfPosts = (posts: DocumentFiles['posts'] = [], draft = false): PublishedFile[] =>
  posts
    .flatMap(({ pictures = [] }) => pictures)
    .map(({ file }) => ({
      href: PUBLISHED_PICTURES.address + file,
      path: `${PUBLISHED_PICTURES.folder}/${file}`,
      key: undefined,
      draft,
    }));

/** Pages of any other kind. */
export const documents = (kind: DocumentKind): KindOfRecord => ({
  kind,
  list: (root) => listDocuments(root, kind),
  data: ({ page }, frontMatter, texts) => {
    requireValid(kind, page, frontMatter, texts.get(page) ?? '');
    return frontMatter;
  },
  files: (record) => {
    const { attachments = [], posts, draft } = record.data as unknown as DocumentFiles;
    return [...filesBeside(kind, record, attachments, draft), ...filesOfPosts(posts, draft)];
  },
  letters: letterIndexWhenThere,
});
