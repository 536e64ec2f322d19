import { type HeadingWord, wordOfHeading } from './heading-words.ts';

/** What the columns of a register of letters received (form 13) or sent (form 14) hold. */
export const REGISTER_FIELDS = [
  'register-number',
  'letter-number',
  'letter-date',
  'entry-date',
  'time',
  'from',
  'to',
  'subject',
  'year',
  'desk',
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];
export type RegisterKind = 'received' | 'sent';

/** Where each field is in a row of headings, and which register it is; null where the row is no heading. */
export interface Headings {
  readonly places: ReadonlyMap<RegisterField, number>;
  /** Columns that mark letters as secret; none of them may be left out. */
  readonly secrecy: readonly number[];
  readonly kind: RegisterKind;
  /** Whether the headings themselves, or the titles above them, say which register it is. */
  readonly saysKind: boolean;
  readonly row: readonly string[];
}

type Places = Map<HeadingWord, number[]>;

const placesOf = (row: readonly string[]): Places => {
  const places: Places = new Map();
  for (const [at, heading] of row.entries()) {
    const word = wordOfHeading(heading);
    if (word === null) continue;
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  return places;
};

const first = (places: Places, ...words: readonly HeadingWord[]): number | undefined => {
  for (const word of words) {
    const at = places.get(word)?.[0];
    if (at !== undefined) return at;
  }
  return undefined;
};

/** "เลขที่หนังสือรับ" beside "เลขรับ" is the number of the letter that was received. */
const ofTwo = (places: Places, kind: RegisterKind, row: readonly string[]): number | undefined => {
  const own = places.get(kind === 'received' ? 'received-number' : 'sent-number') ?? [];
  const ofLetter = own.filter((at) => /หนังสือ/.test(row[at] ?? '') && !/ทะเบียน/.test(row[at] ?? ''));
  return own.length === 2 && ofLetter.length === 1 ? ofLetter[0] : undefined;
};

/** The columns of the two numbers: where two are called ที่ or เลขที่, the second is that of the letter. */
const placeNumbers = (places: Places, kind: RegisterKind, row: readonly string[]) => {
  const specific = first(places, 'letter-number');
  const plain = places.get('number') ?? [];
  const letter = specific ?? (plain.length > 1 ? plain[1] : plain[0]) ?? ofTwo(places, kind, row);
  const words = [
    kind === 'received' ? 'received-number' : 'sent-number',
    'register-number',
  ] as const;
  const own = words.flatMap((word) => places.get(word) ?? []).find((at) => at !== letter);
  const spare = plain.find((at) => at !== letter && /เลข/.test(row[at] ?? ''));
  return { letter, register: own ?? (letter === undefined ? undefined : spare) };
};

/**
 * The columns of the two days. วันที่ alone is that of the letter beside its number, and of the register elsewhere or
 * where another column has the other one.
 */
const placeDays = (places: Places, kind: RegisterKind, letterNumber: number, time?: number) => {
  const own =
    kind === 'received'
      ? first(places, 'received-day', 'register-day')
      : first(places, 'sent-day', 'register-day');
  const specific = first(places, 'letter-date');
  const [one, other] = places.get('day') ?? [];
  if (one === undefined) return { letter: specific, entry: own };
  if (specific !== undefined) return { letter: specific, entry: own ?? one };
  if (own !== undefined) return { letter: one, entry: own };
  if (other !== undefined) {
    const isLeft = one < letterNumber;
    return isLeft ? { letter: other, entry: one } : { letter: one, entry: other };
  }
  return one < letterNumber || time === one + 1
    ? { letter: undefined, entry: one }
    : { letter: one, entry: undefined };
};

const SENT = /หนังสือ(?:ที่)?(?:ส่ง|ออก)|ทะเบียน(?:การ)?ส่ง|(?:^|\s)ส่ง(?:$|\s)/;
const RECEIVED = /รับ|เข้า/;

/** Which register a title or the name of a sheet speaks of; null where it speaks of none, or of both. */
export const kindOfTitle = (title: string): RegisterKind | null => {
  const isSent = SENT.test(title);
  const isReceived = RECEIVED.test(title.replace(/ผู้รับ\S*/g, ''));
  return isSent === isReceived ? null : isSent ? 'sent' : 'received';
};

const kindOfPlaces = (places: Places): RegisterKind | null => {
  const has = (...words: HeadingWord[]): boolean => words.some((word) => places.has(word));
  // A register of letters received may say when they were sent on, so its number is looked at first.
  const [received, sent] = [has('received-number'), has('sent-number')];
  if (received !== sent) return received ? 'received' : 'sent';
  const [receivedDay, sentDay] = [has('received-day'), has('sent-day')];
  return receivedDay === sentDay ? null : receivedDay ? 'received' : 'sent';
};

/**
 * Reads a row as the heading of a register. It is one where letter number and subject (or date of the letter) are beside
 * a third field; title rows above it, often merged over all columns, are not. `titled` is the kind that titles or the name
 * of the sheet give, which the headings themselves go before.
 */
export const readHeadings = (
  row: readonly string[],
  titled: RegisterKind | null = null,
): Headings | null => {
  const found = placesOf(row);
  const said = kindOfPlaces(found) ?? titled;
  const kind = said ?? 'received';
  const numbers = placeNumbers(found, kind, row);
  if (numbers.letter === undefined) return null;
  const time = first(found, 'time');
  const days = placeDays(found, kind, numbers.letter, time);
  const all: readonly (readonly [RegisterField, number | undefined])[] = [
    ['register-number', numbers.register],
    ['letter-number', numbers.letter],
    ['letter-date', days.letter],
    ['entry-date', days.entry],
    ['time', time],
    ...(['from', 'to', 'subject', 'year', 'desk'] as const).map(
      (field) => [field, first(found, field)] as const,
    ),
  ];
  const places = new Map(all.filter((one): one is [RegisterField, number] => one[1] !== undefined));
  const secrecy = found.get('secrecy') ?? [];
  if (places.size < 3) return null;
  if (!places.has('subject') && !places.has('letter-date')) return null;
  return { places, secrecy, kind, saysKind: said !== null, row };
};

/** Whether a row may be one of two rows of headings: several short words, and no number. */
export const mayBeHeadingRow = (row: readonly string[]): boolean => {
  const filled = row.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => cell.length <= 40 && !/[0-9๐-๙]/.test(cell));
};

/** Whether all that is in a row is headings: the lower one of two rows of them, which split at least one in two. */
export const isHeadingRow = (row: readonly string[]): boolean =>
  mayBeHeadingRow(row) &&
  row.filter((cell) => cell.trim() !== '').length > 1 &&
  row.every((cell) => cell.trim() === '' || wordOfHeading(cell) !== null);

/**
 * Two rows of headings as one: "หนังสือ" over "ที่" and "ลงวันที่", "รับ" over "วันที่" and "เวลา". A heading above spreads to
 * the right, as merged cells do, over those below it that have none of their own.
 */
export const joinHeadingRows = (top: readonly string[], below: readonly string[]): string[] => {
  let parent = '';
  return Array.from({ length: Math.max(top.length, below.length) }, (_, at) => {
    const own = (top[at] ?? '').trim();
    const under = (below[at] ?? '').trim();
    if (own !== '') parent = under === '' ? '' : own;
    const above = own === '' ? parent : own;
    if (under === '' || above === '' || above === under) return under || own;
    const together = [`${above}${under}`, `${under}${above}`, under, above];
    return together.find((heading) => wordOfHeading(heading) !== null) ?? `${above} ${under}`;
  });
};
