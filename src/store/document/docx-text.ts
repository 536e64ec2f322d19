import { findSecrecy, SECRECY_WORDS } from '#core/letter/reading/urgency.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { DocumentProblem } from './document-problem.ts';
import { blockLines } from './docx/blocks.ts';
import { acceptChanges } from './docx/changes.ts';
import { readFields } from './docx/fields.ts';
import { countLists } from './docx/list-counter.ts';
import { formatNumber } from './docx/number-format.ts';
import { readLists } from './docx/numbering.ts';
import { openWord, type WordPackage } from './docx/package.ts';
import { type PageMargin, sectionsOf, type WordSection } from './docx/sections.ts';
import { type Finding, PAGE_BREAK, type Story } from './docx/story.ts';
import { readStyles } from './docx/styles.ts';
import { childOf, elementsOf, type XmlElement } from './docx/xml.ts';
import { filesUnread } from './files-within.ts';
import { withCommas } from './xml-meter.ts';

/** What was read of a Word document. */
export interface DocxText {
  /** A paragraph a line; line breaks are lines, page breaks lines of "\f", gaps between cells and at tabs "\t". */
  readonly text: string;
  /** What an editor should know of how it was read, a sentence each. */
  readonly notes: readonly string[];
}

type Place = PageMargin['kind'] | 'text box';
type Reference = readonly [kind: 'footnote' | 'endnote', id: string];

const FINDINGS: Readonly<Record<Finding, (count: number) => string>> = {
  comment: (count) => `${count} ${count === 1 ? 'comment is' : 'comments are'} left out`,
  'hidden-text': () => 'hidden text, which is not printed, is left out',
  'moving-date': () =>
    'a date in it is a field that Word sets to the day on which the file is opened; the day of its last saving is read',
  placeholder: (count) =>
    `${count} ${count === 1 ? 'field is' : 'fields are'} not filled in and left out`,
  'unprinted-number': () => 'it has numbers that the file does not hold (AUTONUM or LISTNUM)',
  'unknown-number-format': () =>
    'a list has numbers of a kind that is not known; they are read as decimals',
  'part-of-other-format': () => 'a part of it is in another format within the file and is not read',
};

const counted = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`;

const refuseLength = (most: number): never => {
  throw new DocumentProblem({
    what: `the document has more than ${withCommas(most)} characters and cells when it is read`,
    why: 'Numbers, notes and rows that repeat without end make such a text of a small file; no letter is as long.',
    fix: 'Save the pages of the letter as a document of its own and give that.',
  });
};

/** Reads the stories of one document. Findings of all stories are gathered. */
class Reader {
  readonly #parts: WordPackage;
  readonly #styles;
  readonly #lists;
  readonly #findings = new Map<Finding, number>();
  readonly #references: Reference[] = [];
  readonly #most: number;
  #insertions = 0;
  #deletions = 0;
  #spent = 0;

  constructor(parts: WordPackage, bounds: Bounds) {
    this.#parts = parts;
    this.#most = bounds.wordCharacters;
    this.#styles = readStyles(parts.byKind('styles'), bounds);
    this.#lists = readLists(parts.byKind('numbering'));
  }

  /** A part with its tracked changes accepted. */
  accept(part: XmlElement): XmlElement {
    const { root, insertions, deletions } = acceptChanges(part);
    this.#insertions += insertions;
    this.#deletions += deletions;
    return root;
  }

  story(content: XmlElement, place: Place | 'body' | 'note'): Story {
    const refusing = (lines: readonly string[], where: Place): readonly string[] => {
      refuseSecret(lines, where);
      return lines;
    };
    const find = (finding: Finding): void => {
      this.#findings.set(finding, (this.#findings.get(finding) ?? 0) + 1);
    };
    return {
      styles: this.#styles,
      lists: countLists(this.#lists, () => find('unknown-number-format')),
      fields: readFields(content, place === 'header' || place === 'footer'),
      find,
      refer: (...reference) => {
        this.#references.push(reference);
      },
      spend: (count) => {
        this.#spent += count;
        if (this.#spent > this.#most) refuseLength(this.#most);
      },
      readBox: (box) => refusing(blockLines(box, this.story(box, 'text box')), 'text box'),
    };
  }

  /** Lines of a header or footer; empty where it prints nothing. */
  margin({ kind, id }: PageMargin): string[] {
    const part = this.#parts.byId(id);
    if (!part) return [];
    const content = this.accept(part);
    const lines = blockLines(content, this.story(content, kind));
    refuseSecret(lines, kind);
    return lines.filter((line) => line.trim() !== '');
  }

  /** Lines of the footnotes and endnotes that the text refers to, each behind its number in brackets. */
  footnotes(): string[] {
    const counts = { footnote: 0, endnote: 0 };
    const format = { footnote: 'decimal', endnote: 'lowerRoman' };
    return this.#references.flatMap(([kind, id]) => {
      const part = this.#parts.byKind(`${kind}s`);
      const note = part && elementsOf(part).find(({ attributes }) => attributes['w:id'] === id);
      if (!note) return [];
      const content = this.accept(note);
      const [first = '', ...rest] = blockLines(content, this.story(content, 'note'));
      return [`[${formatNumber(++counts[kind], format[kind])}] ${first.trim()}`, ...rest];
    });
  }

  notes(): string[] {
    const changes =
      this.#insertions + this.#deletions === 0
        ? []
        : [
            `it has tracked changes (${counted(this.#insertions, 'insertion', 'insertions')}, ${counted(this.#deletions, 'deletion', 'deletions')}), read as if all were accepted`,
          ];
    const found = [...this.#findings].map(([finding, count]) => FINDINGS[finding](count));
    return [...changes, ...found];
  }
}

/** What parts a line into columns, of which a mark may be one. */
const COLUMNS = /\t|\s{3,}/;

/** Marks beside the text are on every page, so that nothing of the file may be read, whichever letter of it they lie beside. */
const refuseSecret = (lines: readonly string[], place: Place): void => {
  for (const piece of lines.flatMap((line) => line.split(COLUMNS))) {
    const secrecy = findSecrecy(piece);
    if (secrecy === null) continue;
    throw new DocumentProblem({
      field: 'letter.secrecy',
      what: `a ${place} of the document is marked "${SECRECY_WORDS[secrecy]}"`,
      why: 'Only letters without a class of secrecy may ever be published.',
      fix: 'Keep it out of the portal. If the mark is a mistake, take it out of the document and run this again.',
    });
  }
};

const sectionLines = (
  { content, startsPage, margins }: WordSection,
  reader: Reader,
  story: Story,
  seen: Set<string>,
): string[] => {
  const shown = (kind: PageMargin['kind'], isWanted: (margin: PageMargin) => boolean): string[] =>
    margins
      .filter((margin) => margin.kind === kind && !seen.has(margin.id) && isWanted(margin))
      .flatMap((margin) => {
        seen.add(margin.id);
        return reader.margin(margin);
      });
  const hasFirst = margins.some(({ pages }) => pages === 'first');
  const isAbove = ({ pages }: PageMargin): boolean => pages === (hasFirst ? 'first' : 'default');
  const above = shown('header', isAbove);
  const lines = blockLines(content, story);
  const below = [...shown('header', () => true), ...shown('footer', () => true)];
  const own = lines.concat(below.length === 0 ? [] : ['', ...below]);
  return [...(startsPage ? [PAGE_BREAK] : []), ...above, ...own];
};

/**
 * The text of a Word document as it is printed: numbers of lists, results of fields, text boxes, headers (above the pages that
 * they open), footers and footnotes (below), tracked changes as accepted. Throws a DocumentProblem where it may not or cannot
 * be read, and an Error with the reason where it is damaged.
 */
export const docxText = (bytes: Uint8Array, bounds: Bounds = BOUNDS): DocxText => {
  const parts = openWord(bytes, bounds);
  const reader = new Reader(parts, bounds);
  const document = reader.accept(parts.document);
  const body = childOf(document, 'w:body') ?? document;
  const story = reader.story(body, 'body');
  const seen = new Set<string>();
  const lines = sectionsOf(body, parts.byKind('settings')).flatMap((section) =>
    sectionLines(section, reader, story, seen),
  );
  const footnotes = reader.footnotes();
  return {
    text: [...lines, ...(footnotes.length === 0 ? [] : ['', ...footnotes])].join('\n'),
    notes: [...reader.notes(), ...filesUnread(parts.files)],
  };
};
