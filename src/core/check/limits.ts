import type { Problem } from '#core/problem.ts';

/**
 * How large content may be. docs/limits.md states the same for editors, which a test holds together. What keeps within
 * them is small enough for a build to take.
 */
export const LIMITS = {
  /** Bytes of a page (.mdx), some 300 printed pages of Thai. */
  page: 1_000_000,
  /** Bytes of a YAML file. */
  yaml: 5_000_000,
  /** Bytes of a register, a list of the registry or the movements of a circular. */
  table: 50_000_000,
  /** Bytes of an attachment that is text: CSV, TXT, HTML, JSON, SVG, XML. */
  textAttachment: 20_000_000,
  /** Bytes of any other attachment, which is also what the usual hosts of Git repositories take. */
  attachment: 100_000_000,
  /** Bytes of all attachments of one page, which readers get as one archive. */
  attachmentsOfPage: 250_000_000,
  /** Attachments of one page. */
  attachmentCount: 500,
  /** Rows of one CSV table: some fifteen for each delivery of a circular to the whole country, or 37 years of short codes. */
  rows: 150_000,
  /** Fiscal years from the first to the last of content/finance: memory is taken for each month between. */
  fiscalYears: 25,
  /** Files and folders in one folder. */
  folderEntries: 20_000,
  /** Bytes of the name of a file or folder in UTF-8; a Thai letter takes 3. */
  name: 120,
  /** Bytes of a path from content/ on. */
  path: 220,
  /** Quotes, lists, emphasis and elements of a body within each other. */
  nesting: 30,
  /** Signs that Markdown may read as marks in one paragraph: each may be paired with every other. */
  marks: 1_000,
  /** Signs that Markdown may read as marks in a whole body, a run of one sign counted once: each becomes a node or more. */
  marksOfBody: 20_000,
  /** Characters of a text that has to be one line: a subject, a name, a note, the source of a figure. */
  line: 2_000,
  /** Lines of a body, and bars of its tables: each may become a paragraph, an item of a list or a cell. */
  lines: 20_000,
} as const;

/** What a file is, as far as its size is limited. */
export type SizedKind = 'attachment' | 'page' | 'table' | 'textAttachment' | 'yaml';

/** How a kind of file is called in a problem. */
export const SIZED_KINDS: Readonly<Record<SizedKind, string>> = {
  page: 'a page',
  yaml: 'a YAML file',
  table: 'a table',
  textAttachment: 'an attachment that is text',
  attachment: 'an attachment',
};

/** Endings of files that are read as text. */
export const TEXT_ENDINGS: ReadonlySet<string> = new Set(
  '.csv .htm .html .json .md .mdx .svg .txt .xml .yaml .yml'.split(' '),
);

/** The ending of a path with its dot, in lower case; empty where it has none. */
export const endingOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
};

const TABLE =
  /^content\/(?:[^/]+\.csv|circulars\/[^/]+\.csv|(?:registry|grants|finance)\/.+\.csv)$|\/movements\.csv$/;

/** What kind of file a path under content/ is. */
export const sizedKindOf = (path: string): SizedKind => {
  const ending = endingOf(path);
  if (ending === '.mdx') return 'page';
  if (ending === '.yaml' || ending === '.yml') return 'yaml';
  if (TABLE.test(path)) return 'table';
  return TEXT_ENDINGS.has(ending) ? 'textAttachment' : 'attachment';
};

/** The problem of a table with so many rows; null where a build takes as many. */
export const tooManyRows = (file: string, rows: number): Problem | null =>
  rows <= LIMITS.rows
    ? null
    : {
        file,
        line: LIMITS.rows + 2,
        what: `the table has ${rows} rows`,
        why: `A table has ${LIMITS.rows} at most: see docs/limits.md.`,
        fix: 'Look for rows that were added by mistake.',
      };

/** Bytes as a person reads them: `100 MB`, `1.5 kB`. */
export const printBytes = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  const [unit, size] = bytes < 1_000_000 ? ['kB', 1000] : ['MB', 1_000_000];
  return `${Math.ceil((bytes / size) * 10) / 10} ${unit}`;
};
