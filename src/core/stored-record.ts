import type { LetterTarget } from './letter/number-index.ts';

/** Where each letter number in a text leads. */
export type LettersInText = readonly (readonly [string, readonly LetterTarget[]])[];

/** The guidance of a record, and where the letter numbers in it lead. */
export interface StoredBody {
  /** Markdown or MDX. */
  readonly text: string;
  readonly letters: LettersInText;
  /** Whether Astro renders it, as it holds components or pictures. */
  readonly byAstro: boolean;
}

/** A record as it is kept for the next load and for the pages; `json` is its data. */
export interface StoredRecord {
  /** Id within its kind: `2567/dla-0808-4-w2007-0917`. */
  readonly id: string;
  /** Digest of everything that it was read from. */
  readonly source: string;
  readonly json: string;
  readonly body: StoredBody;
}

// Between tabs and on one line each: JSON holds neither tabs nor line breaks, so that the parts of ten thousand records
// are found without being parsed.

/** Prints records as one text, a line each. */
export const printStoredRecords = (records: Iterable<StoredRecord>): string => {
  let text = '';
  for (const { id, source, json, body } of records) {
    text += `${id}\t${source}\t${json}\t${JSON.stringify(body)}\n`;
  }
  return text;
};

/** Reads what `printStoredRecords` printed; a last line that was cut off is left out. */
export const readStoredRecords = (text: string): StoredRecord[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [id, source, json, body] = line.split('\t') as [string, string, string, string];
      let parsed: StoredBody | undefined;
      return {
        id,
        source,
        json,
        get body() {
          parsed ??= JSON.parse(body) as StoredBody;
          return parsed;
        },
      };
    });
