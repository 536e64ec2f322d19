import { Parser } from 'htmlparser2';
import { BOUNDS, type Bounds } from './bounds.ts';
import { DocumentProblem } from './document-problem.ts';
import { textChunks } from './xml-chunks.ts';
import { meterXml, withCommas } from './xml-meter.ts';
import { openZip } from './zip.ts';

/** Elements that end a line: paragraphs, entries of the list of texts and cells, in OOXML and OpenDocument. */
const LINES = /^(?:[a-z]+:)?(?:p|h|si|c|comment|table-cell)$/;
/** Elements within a paragraph that part what stands before and behind them. */
const GAPS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[a-z]+:)?(?:br|cr|line-break)$/, '\n'],
  [/^(?:[a-z]+:)?(?:tab|ptab|s)$/, ' '],
  [/^(?:[a-z]+:)?noBreakHyphen$/, '-'],
];
/** Attributes that hold what somebody wrote: descriptions of pictures, word art, addresses and entries of lists. */
const WRITTEN = /^(?:(?:[a-z]+:)?(?:descr|title|string|display|displayText|tooltip|href)|Target)$/;
/** What tracked changes have taken out. */
const DELETED = /^(?:[a-z]+:)?(?:delText|del|moveFrom)$/;
/** Of these, what makes it worth to read a text without them as well: `del` marks rows and paragraphs, too. */
const DELETED_TEXT = /^(?:[a-z]+:)?(?:delText|moveFrom)$/;

/** What the names of elements and attributes mean; a document repeats few of them many times. */
interface Meaning {
  readonly gap: string;
  readonly endsLine: boolean;
  readonly isDeleted: boolean;
  readonly isDeletedText: boolean;
  readonly isWritten: boolean;
}

const meanings = (): ((name: string) => Meaning) => {
  const known = new Map<string, Meaning>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    const meaning = {
      gap: GAPS.find(([pattern]) => pattern.test(name))?.[1] ?? '',
      endsLine: LINES.test(name),
      isDeleted: DELETED.test(name),
      isDeletedText: DELETED_TEXT.test(name),
      isWritten: WRITTEN.test(name),
    };
    known.set(name, meaning);
    return meaning;
  };
};

/** Counts the characters of all parts. */
type Spend = (characters: number) => void;

const spending = (most: number): Spend => {
  let spent = 0;
  return (characters) => {
    spent += characters;
    if (spent <= most) return;
    throw new DocumentProblem({
      what: `the document has more than ${withCommas(most)} characters of text`,
      why: 'All of it has to be searched for personal data; no document that people read has so much.',
      fix: 'Split it into several documents.',
    });
  };
};

/**
 * All text of a part: as it stands in the file, and, where tracked changes have taken out some, as it reads when they are
 * accepted.
 */
const textsOf = (bytes: Uint8Array, spend: Spend, bounds: Bounds): string[] => {
  let text = '';
  // Null as long as nothing is deleted: then it is the same.
  let accepted: string | null = null;
  let deleted = 0;
  let hasDeleted = false;
  const written: string[] = [];
  const meaningOf = meanings();
  const meter = meterXml(bounds.partElements, bounds);
  const add = (part: string, isKept: boolean): void => {
    spend(part.length);
    if (accepted !== null && isKept) accepted += part;
    text += part;
  };
  const parser = new Parser(
    {
      onopentagname: meter.open,
      onattribute: meter.attribute,
      onopentag: (name, attributes) => {
        const { gap, isDeleted, isDeletedText } = meaningOf(name);
        if (isDeleted && deleted++ === 0) accepted ??= text;
        if (isDeletedText) hasDeleted = true;
        if (gap !== '') add(gap, true);
        for (const key in attributes) {
          if (!meaningOf(key).isWritten) continue;
          const value = attributes[key] as string;
          spend(value.length);
          written.push(value);
        }
      },
      ontext: (part) => add(part, deleted === 0),
      onclosetag: (name) => {
        meter.close();
        const { endsLine, isDeleted } = meaningOf(name);
        if (isDeleted) deleted--;
        if (endsLine) add('\n', true);
      },
    },
    { xmlMode: true },
  );
  for (const chunk of textChunks(bytes)) parser.write(chunk.text);
  parser.end();
  const both = hasDeleted && accepted !== null ? [text, accepted] : [text];
  return both.map((one) => [one, ...written].join('\n'));
};

// A number that goes on in the next line may have an indent before it; all such gaps are one line end.
const withoutIndents = (text: string): string => text.replace(/[ \t]*\n[ \t]*/g, '\n');

/**
 * All text within a document of Word, Excel, PowerPoint or OpenDocument: headers, comments, hidden sheets, addresses of links
 * and what the file says of its author as well as what is read. A text with tracked changes is given as it stands in the file
 * and as it reads when they are accepted, since either may be one number. Throws where it is no such file, damaged, locked, or
 * too large to be unpacked.
 */
export const officeText = (bytes: Uint8Array, bounds: Bounds = BOUNDS): string => {
  const zip = openZip(bytes, bounds.officeBytes, bounds);
  const spend = spending(bounds.attachedText);
  return zip.names
    .filter((name) => /\.(?:xml|rels)$/i.test(name))
    .flatMap((name) => textsOf(zip.read(name) as Uint8Array, spend, bounds))
    .map(withoutIndents)
    .join('\n');
};
