import { Parser } from 'htmlparser2';
import { openZip } from './zip.ts';

/** Bytes of all parts, unpacked: a table of a hundred thousand rows, far below what fills the memory. */
const MOST_BYTES = 256 * 1024 * 1024;

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
const HAS_DELETED = /<(?:[a-z]+:)?(?:delText|moveFrom)\b/;

/** What the names of elements and attributes mean; a document repeats few of them many times. */
interface Meaning {
  readonly gap: string;
  readonly endsLine: boolean;
  readonly isDeleted: boolean;
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
      isWritten: WRITTEN.test(name),
    };
    known.set(name, meaning);
    return meaning;
  };
};

/** All text of a part; without what tracked changes have taken out where `accepted`. */
const textOf = (xml: string, accepted: boolean): string => {
  let text = '';
  let deleted = 0;
  const written: string[] = [];
  const meaningOf = meanings();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const { gap, isDeleted } = meaningOf(name);
        if (accepted && isDeleted) deleted++;
        text += gap;
        for (const key in attributes) {
          if (meaningOf(key).isWritten) written.push(attributes[key] as string);
        }
      },
      ontext: (part) => {
        if (deleted === 0) text += part;
      },
      onclosetag: (name) => {
        const { endsLine, isDeleted } = meaningOf(name);
        if (accepted && isDeleted) deleted--;
        if (endsLine) text += '\n';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return [text, ...written].join('\n');
};

// A number that goes on in the next line may have an indent before it; all such gaps are one line end.
const withoutIndents = (text: string): string => text.replace(/[ \t]*\n[ \t]*/g, '\n');

const textsOf = (xml: string): string[] =>
  HAS_DELETED.test(xml) ? [textOf(xml, false), textOf(xml, true)] : [textOf(xml, false)];

/**
 * All text within a document of Word, Excel, PowerPoint or OpenDocument: headers, comments, hidden sheets, addresses of links
 * and what the file says of its author as well as what is read. A text with tracked changes is given as it stands in the file
 * and as it reads when they are accepted, since either may be one number. Throws where it is no such file, damaged, locked, or
 * too large to be unpacked.
 */
export const officeText = (bytes: Uint8Array): string => {
  const zip = openZip(bytes, MOST_BYTES);
  return zip.names
    .filter((name) => /\.(?:xml|rels)$/i.test(name))
    .flatMap((name) => textsOf(new TextDecoder().decode(zip.read(name) as Uint8Array)))
    .map(withoutIndents)
    .join('\n');
};
