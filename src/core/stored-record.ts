import type { LetterTarget } from './letter/number-index.ts';

/** Where each letter number in a text leads. */
export type LettersInText = readonly (readonly [string, readonly LetterTarget[]])[];

/** The guidance of a record, and where the letter numbers in it lead. */
export interface StoredBody {
  /** Markdown or MDX. */
  readonly text: string;
  readonly letters: LettersInText;
}

/** What is kept of a record for the next load and for the pages. */
export interface KeptOfRecord {
  /** Id within its kind: `2567/dla-0808-4-w2007-0917`. */
  readonly id: string;
  /** Of everything that it is made from: what it was read from, and where the letter numbers in its guidance lead. */
  readonly digest: string;
  /** Whether Astro renders its guidance, as it holds components or pictures. */
  readonly byAstro: boolean;
  /** Its data, of which JSON keeps all. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: StoredBody;
}

const BY_ASTRO = 'astro';

// Between tabs and on one line each: JSON holds neither tabs nor line breaks, so that the parts of ten thousand records
// are found without being parsed.

const TAB = 9;
const LINE_BREAK = 10;
const fromUtf8 = new TextDecoder();
const toUtf8 = new TextEncoder();

/**
 * A record as its line has it, of which data and guidance stay bytes until they are asked for: as text they would be twice
 * as large. A class, as V8 gives each object literal with an accessor a shape of its own, and code that meets thousands
 * of shapes is slow.
 */
export class StoredRecord implements KeptOfRecord {
  readonly id: string;
  readonly digest: string;
  readonly byAstro: boolean;
  /** UTF-8, without its end. */
  readonly line: Uint8Array;
  readonly #json: Uint8Array;
  readonly #body: Uint8Array;
  #readData: KeptOfRecord['data'] | undefined;
  #readBody: StoredBody | undefined;
  constructor(line: Uint8Array) {
    let at = 0;
    const next = (): Uint8Array => {
      const start = at;
      const end = line.indexOf(TAB, start);
      at = end + 1;
      return line.subarray(start, end);
    };
    this.line = line;
    this.id = fromUtf8.decode(next());
    this.digest = fromUtf8.decode(next());
    this.byAstro = fromUtf8.decode(next()) === BY_ASTRO;
    this.#json = next();
    this.#body = line.subarray(at);
  }
  get data(): KeptOfRecord['data'] {
    this.#readData ??= JSON.parse(fromUtf8.decode(this.#json)) as KeptOfRecord['data'];
    return this.#readData;
  }
  get body(): StoredBody {
    this.#readBody ??= JSON.parse(fromUtf8.decode(this.#body)) as StoredBody;
    return this.#readBody;
  }
}

/** A record that is kept from now on. */
export const storedRecordOf = ({ id, digest, byAstro, data, body }: KeptOfRecord): StoredRecord => {
  const parts = [id, digest, byAstro ? BY_ASTRO : '', JSON.stringify(data), JSON.stringify(body)];
  return new StoredRecord(toUtf8.encode(parts.join('\t')));
};

/** Prints records as UTF-8, a line each. */
export const printStoredRecords = (records: readonly StoredRecord[]): Uint8Array => {
  const printed = new Uint8Array(records.reduce((length, { line }) => length + line.length + 1, 0));
  let at = 0;
  for (const { line } of records) {
    printed.set(line, at);
    at += line.length;
    printed[at++] = LINE_BREAK;
  }
  return printed;
};

/** Reads what `printStoredRecords` printed; a last line that was cut off is left out. */
export const readStoredRecords = (bytes: Uint8Array): StoredRecord[] => {
  const records: StoredRecord[] = [];
  let at = 0;
  for (let end = bytes.indexOf(LINE_BREAK); end >= 0; end = bytes.indexOf(LINE_BREAK, at)) {
    records.push(new StoredRecord(bytes.subarray(at, end)));
    at = end + 1;
  }
  return records;
};
