import { editDistance } from '#core/nearest.ts';
import { otherLayouts } from '#core/search/keyboard.ts';
import type { ChosenType, NamedOffice } from './packed-names.ts';

/** Words before a name that say what kind of office is meant, as people write them; longer ones first. */
const KIND_WORDS: readonly (readonly [RegExp, readonly ChosenType[]])[] = [
  [/^(?:นายก)?(?:องค์การบริหารส่วนจังหวัด|อบจ\.?)/, ['pao']],
  [/^(?:นายก)?(?:องค์การบริหารส่วนตำบล|อบต\.?)/, ['sao']],
  [/^(?:นายก)?(?:เทศบาลนคร|เทศมนตรีนคร|ทน\.)/, ['city']],
  [/^(?:นายก)?(?:เทศบาลเมือง|เทศมนตรีเมือง|ทม\.)/, ['town']],
  [/^(?:นายก)?(?:เทศบาลตำบล|เทศมนตรีตำบล|ทต\.)/, ['subdistrict-municipality']],
  [/^(?:นายก)?(?:เทศบาล|เทศมนตรี)/, ['city', 'town', 'subdistrict-municipality']],
  [/^(?:ตำบล|ต\.)/, ['sao', 'subdistrict-municipality']],
  [/^(?:ผู้ว่าราชการจังหวัด|ผวจ\.|สถจ\.?|จังหวัด|จ\.)/, ['province']],
  [/^(?:ที่ว่าการอำเภอ|นายอำเภอ|นอภ\.|สถอ\.?|อำเภอ|อ\.)/, ['district']],
];
const KINDS_ALONE: Readonly<Record<string, readonly ChosenType[]>> = {
  ทน: ['city'],
  ทม: ['town'],
  ทต: ['subdistrict-municipality'],
};
/** What the offices at a province or district are called, before its name: they have no entry of their own. */
const AT_AREA = '(?:(?:สำนักงาน|สนง\\.?)?(?:ส่งเสริมการปกครอง)?ท้องถิ่น|ศาลากลาง|ที่ทำการปกครอง)';
const OFFICE_AT_AREA = new RegExp(`^${AT_AREA}(?=จังหวัด|อำเภอ)`);
/** Words beside a name that say who or which part of the office it is. */
const POST = new RegExp(
  `^(?:นายก|ปลัด|ผู้ว่าราชการ|สำนักงาน|สนง\\.?|ที่ทำการ|สำนักปลัด|กองคลัง|สำนักคลัง|${AT_AREA})$`,
);

/** A word or two of what was typed, with the kinds of office that it may be of. */
export interface Piece {
  readonly types: readonly ChosenType[] | null;
  readonly text: string;
}

const MARKS = /[\u0E47-\u0E4E.\s-]/g;

/** Letters and vowels alone: tone marks are what people leave out or slip on. */
const plain = (text: string): string =>
  text.normalize('NFC').replace(/ํา/g, 'ำ').toLowerCase().replace(MARKS, '');

/** Provinces that people call by another name, or by the end of theirs; without tone marks. */
const CALLED: ReadonlyMap<string, string> = new Map([
  ['โคราช', 'นครราชสีมา'],
  ['อยุธยา', 'พระนครศรีอยุธยา'],
  ['แปดริว', 'ฉะเชิงเทรา'],
]);
const nameOf = (text: string): string => CALLED.get(plain(text)) ?? plain(text);

const readPiece = (word: string): Piece => {
  const text = word.replace(OFFICE_AT_AREA, '');
  const alone = KINDS_ALONE[text];
  if (alone) return { types: alone, text: '' };
  for (const [kind, types] of KIND_WORDS) {
    const rest = text.replace(kind, '');
    if (rest !== text) return { types, text: nameOf(rest) };
  }
  return { types: null, text: nameOf(text) };
};

/** The pieces of what was typed; a kind by itself belongs to the name behind it. */
export const readPieces = (typed: string): Piece[] => {
  const pieces: Piece[] = [];
  let kind: Piece['types'] = null;
  for (const word of typed.trim().split(/[\s,]+/)) {
    if (POST.test(word)) continue;
    const { types, text } = readPiece(word);
    if (text === '') kind = types ?? kind;
    else {
      pieces.push({ types: kind ?? types, text });
      kind = null;
    }
  }
  return pieces;
};

export interface Prepared {
  readonly office: NamedOffice;
  readonly bare: string;
  readonly around: readonly string[];
  /** The name with what it is in, in one word. */
  readonly wholes: readonly string[];
}

/** Names prepared for searching, once for all that is typed. */
export const prepareNames = (offices: readonly NamedOffice[]): readonly Prepared[] =>
  offices.map((office) => {
    const [district = '', province = ''] = [office.district, office.province].map(plain);
    const bare = plain(office.bare);
    const wholes = [bare + district + province, bare + province];
    return { office, bare, around: [district, province], wholes };
  });

const NEVER = Number.POSITIVE_INFINITY;

/** How well a name answers a piece: 0 for the same, higher the further off. */
const nameScore = (bare: string, text: string): number => {
  if (bare === text) return 0;
  if (bare.startsWith(text)) return 1;
  return text.length > 1 && bare.includes(text) ? 2 : NEVER;
};

const score = ({ bare, around, office }: Prepared, [name, ...others]: readonly Piece[]): number => {
  if (!name) return NEVER;
  const places = [bare, ...around];
  const isAround = others.every(({ text }) => places.some((place) => place.startsWith(text)));
  if (!isAround) return NEVER;
  return name.types && !name.types.includes(office.type) ? NEVER : nameScore(bare, name.text);
};

/** Whether an office may be the one that was typed, in its own kind and without slips. */
export const isNamed = (one: Prepared, pieces: readonly Piece[]): boolean =>
  score(one, pieces) < NEVER;

/** A letter in four may be other, as long as there are enough of them. */
const slipScore = (bare: string, text: string): number => {
  const most = Math.min(2, Math.floor(text.length / 4));
  if (most === 0 || Math.abs(bare.length - text.length) > most) return NEVER;
  const by = editDistance(bare, text);
  return by <= most ? by : NEVER;
};

type Scorer = (one: Prepared) => number;

/** Ways to read what was typed, the strictest first: the first one that finds anything answers. */
const readings = (typed: string): Scorer[] => {
  const pieces = readPieces(typed);
  const [name] = pieces;
  if (!name) return [];
  const joined = pieces.map(({ text }) => text).join('');
  const isMeant = ({ office }: Prepared) => name.types?.includes(office.type) ?? true;
  return [
    (one) => score(one, pieces),
    // Spaces within a name, or none behind it: แม่ งอน, อบต.แม่งอนฝางเชียงใหม่.
    (one) => (isMeant(one) ? nameScore(one.bare, joined) : NEVER),
    (one) => (isMeant(one) && one.wholes.some((whole) => whole.startsWith(joined)) ? 0 : NEVER),
    // Of another kind than the one that was typed.
    (one) => score(one, [{ types: null, text: name.text }, ...pieces.slice(1)]),
    (one) => (isMeant(one) ? slipScore(one.bare, name.text) : NEVER),
  ];
};

/** Offices that what was typed may mean, likeliest first, and how many there are in all. */
export interface FoundNames {
  readonly offices: readonly NamedOffice[];
  readonly count: number;
}

const find = (names: readonly Prepared[], typed: string, most: number): FoundNames | null => {
  for (const scoreOf of readings(typed)) {
    const found = names
      .map((one, at) => ({ one, at, by: scoreOf(one) }))
      .filter(({ by }) => by < NEVER);
    if (found.length === 0) continue;
    // Areas come before what is in them, as the list does.
    found.sort((a, b) => a.by - b.by || a.at - b.at);
    return { offices: found.slice(0, most).map(({ one }) => one.office), count: found.length };
  }
  return null;
};

/** The kinds in full, in which people slip as in names; longer ones first, as one may begin with another. */
const FULL_KINDS = [
  'องค์การบริหารส่วนจังหวัด',
  'องค์การบริหารส่วนตำบล',
  'เทศบาลนคร',
  'เทศบาลเมือง',
  'เทศบาลตำบล',
  'จังหวัด',
  'เทศบาล',
  'อำเภอ',
];

/** What was typed with a slip in the kind at its beginning put right, in every way that is near enough. */
const withKindRight = (typed: string): string[] => {
  const text = typed.normalize('NFC').replace(/ํา/g, 'ำ').trimStart();
  return FULL_KINDS.flatMap((kind) => {
    const most = kind.length > 7 ? 2 : 1;
    const lengths = Array.from({ length: 2 * most + 1 }, (_, at) => kind.length - most + at);
    const [nearest] = lengths
      .map((length) => ({ length, by: editDistance(kind, text.slice(0, length)) }))
      .filter(({ by }) => by > 0 && by <= most)
      .sort(
        (a, b) =>
          a.by - b.by || Math.abs(a.length - kind.length) - Math.abs(b.length - kind.length),
      );
    return nearest ? [kind + text.slice(nearest.length)] : [];
  });
};

/**
 * Finds offices by name as people type it: with or without the kind, abbreviated, with the district or province behind
 * it, without tone marks, with a slip in the name or the kind, or in the other keyboard layout.
 */
export const findTyped = (names: readonly Prepared[], typed: string, most = 12): FoundNames =>
  find(names, typed, most) ??
  [...withKindRight(typed), ...otherLayouts(typed)]
    .map((text) => find(names, text, most))
    .find((found) => found !== null) ?? { offices: [], count: 0 };
