import type { LetterTarget } from './letter/number-index.ts';

/** Where each letter number in a text leads. */
export type LettersInText = readonly (readonly [string, readonly LetterTarget[]])[];

/** The guidance of a record, and where the letter numbers in it lead. */
export interface StoredBody {
  /** Markdown or MDX. */
  readonly text: string;
  readonly letters: LettersInText;
}

/** A record as it is kept for the next load and for the pages; `json` is its data. */
export interface StoredRecord {
  /** Id within its kind: `2567/dla-0808-4-w2007-0917`. */
  readonly id: string;
  /** Of everything that it is made from: what it was read from, and where the letter numbers in its guidance lead. */
  readonly digest: string;
  /** Whether Astro renders its guidance, as it holds components or pictures. */
  readonly byAstro: boolean;
  readonly json: string;
  readonly body: StoredBody;
}

const BY_ASTRO = 'astro';

// Between tabs and on one line each: JSON holds neither tabs nor line breaks, so that the parts of ten thousand records
// are found without being parsed.

/** Prints records as one text, a line each. */
export const printStoredRecords = (records: Iterable<StoredRecord>): string => {
  let text = '';
  for (const { id, digest, byAstro, json, body } of records) {
    text += `${id}\t${digest}\t${byAstro ? BY_ASTRO : ''}\t${json}\t${JSON.stringify(body)}\n`;
  }
  return text;
};

const TAB = 9;
const LINE_BREAK = 10;
const utf8 = new TextDecoder();

/**
 * A record as its line has it, of which data and guidance stay bytes until they are asked for. A class, as V8 gives each
 * object literal with an accessor a shape of its own, and code that meets thousands of shapes is slow.
 */
class RecordLine implements StoredRecord {
  readonly id: string;
  readonly digest: string;
  readonly byAstro: boolean;
  readonly #json: Uint8Array;
  readonly #body: Uint8Array;
  #read: StoredBody | undefined;
  constructor(line: Uint8Array) {
    let at = 0;
    const next = (): Uint8Array => {
      const start = at;
      const end = line.indexOf(TAB, start);
      at = end + 1;
      return line.subarray(start, end);
    };
    this.id = utf8.decode(next());
    this.digest = utf8.decode(next());
    this.byAstro = utf8.decode(next()) === BY_ASTRO;
    this.#json = next();
    this.#body = line.subarray(at);
  }
  /** Decoded each time: it is read once, and kept as text it would be twice as large. */
  get json(): string {
    return utf8.decode(this.#json);
  }
  get body(): StoredBody {
    this.#read ??= JSON.parse(utf8.decode(this.#body)) as StoredBody;
    return this.#read;
  }
}

/**
 * Reads what `printStoredRecords` printed, as UTF-8; a last line that was cut off is left out. Bodies stay bytes until they
 * are asked for: they are half of it, and a build needs few.
 */
export const readStoredRecords = (bytes: Uint8Array): StoredRecord[] => {
  const records: StoredRecord[] = [];
  let at = 0;
  for (let end = bytes.indexOf(LINE_BREAK); end >= 0; end = bytes.indexOf(LINE_BREAK, at)) {
    records.push(new RecordLine(bytes.subarray(at, end)));
    at = end + 1;
  }
  return records;
};
