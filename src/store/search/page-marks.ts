/** A name that a page gives by a mark, with where its value stands. */
export interface Mark {
  readonly name: string;
  /** Written in the mark itself. */
  readonly value?: string;
  /** Attribute of the element that has the value; without either it is the text of the element. */
  readonly attribute?: string;
}

export type MarkAttributes = Readonly<Record<string, string>>;

/** What is wrong with a mark, and how to fix it. */
export interface MarkFault {
  readonly what: string;
  readonly fix: string;
}

const RESERVED = new Set(['any', 'all', 'none', 'not']);
const WITH_ATTRIBUTE = /^([^:[\]]+)\[([^\]]+)\]$/;

const readOne = (text: string): Mark | null => {
  const match = WITH_ATTRIBUTE.exec(text);
  if (match) return { name: (match[1] as string).trim(), attribute: (match[2] as string).trim() };
  return text === '' || /[[\]]/.test(text) ? null : { name: text };
};

/**
 * Reads a mark such as `heading, tag[data-tag], author:Free text to the end`; null where it is malformed. Several names
 * are parted by commas; a value within the mark runs to its end.
 */
export const readMarks = (written: string): Mark[] | null => {
  const colon = written.indexOf(':');
  const names = colon < 0 ? written : written.slice(0, colon);
  const marks = names.split(',').map((name) => readOne(name.trim()));
  if (marks.includes(null)) return null;
  const read = marks as Mark[];
  const last = read.at(-1) as Mark;
  if (colon < 0) return read;
  if (last.attribute !== undefined) return null;
  return [...read.slice(0, -1), { name: last.name, value: written.slice(colon + 1).trim() }];
};

/** What is wrong with the marks of an element. */
export const faultsOfMarks = (attributes: MarkAttributes): MarkFault[] => {
  const faults: MarkFault[] = [];
  for (const kind of ['meta', 'default-meta', 'filter', 'sort']) {
    const written = attributes[`data-pagefind-${kind}`];
    if (written === undefined) continue;
    const marks = readMarks(written);
    if (!marks) {
      faults.push({
        what: `data-pagefind-${kind}=${JSON.stringify(written)} names nothing`,
        fix: 'write it as name, name[attribute] or name:value',
      });
    }
    const reserved = kind === 'filter' && marks?.find(({ name }) => RESERVED.has(name));
    if (reserved) {
      faults.push({
        what: `data-pagefind-filter uses the name "${reserved.name}", which searches use to combine filters`,
        fix: 'give the filter another name than any, all, none and not',
      });
    }
  }
  const ignore = attributes['data-pagefind-ignore']?.toLowerCase();
  if (ignore !== undefined && !['', 'index', 'true', 'all'].includes(ignore)) {
    faults.push({
      what: `data-pagefind-ignore=${JSON.stringify(ignore)} says neither index nor all`,
      fix: 'leave the value out, or write index or all',
    });
  }
  const weight = attributes['data-pagefind-weight'];
  if (weight !== undefined && !isWeight(weight)) {
    faults.push({
      what: `data-pagefind-weight=${JSON.stringify(weight)} is no weight`,
      fix: 'write a number from 0 to 10',
    });
  }
  return faults;
};

const isWeight = (written: string): boolean =>
  /^\s*\d+(?:\.\d+)?\s*$/.test(written) && Number(written) <= 10;
