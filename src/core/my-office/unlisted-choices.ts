import type { ChosenType, NamedOffice } from './packed-names.ts';
import { isNamed, type Piece, type Prepared, readPieces } from './typed-name.ts';

/** A kind of authority within an area, for one that the registry does not list. */
export interface UnlistedChoice {
  readonly kind: ChosenType;
  readonly area: NamedOffice;
}

/** From where each kind of authority gets its letters, and is therefore chosen. */
const BELOW: Readonly<Partial<Record<ChosenType, readonly ChosenType[]>>> = {
  province: ['pao', 'city', 'town', 'special'],
  district: ['subdistrict-municipality', 'sao'],
};
const MOST = 6;

const isArea = ({ office }: Prepared): boolean => BELOW[office.type] !== undefined;

/** The areas that the words behind a name are about, or else those of the same name: a town is in a district so called. */
const areasOf = (
  names: readonly Prepared[],
  [name, ...others]: readonly [Piece, ...Piece[]],
): Prepared[] => {
  const areas = names.filter(isArea);
  if (others.length === 0) return areas.filter(({ bare }) => bare === name.text);
  const about = areas.filter(({ bare, around }) =>
    others.every(({ text }) => [bare, ...around].some((place) => place.startsWith(text))),
  );
  // "ฝาง เชียงใหม่" is about the district alone, "เชียงใหม่" about the province and all of its districts.
  return about.filter(({ bare }) => others.some(({ text }) => bare.startsWith(text)));
};

/**
 * What may be chosen in place of an authority that was typed with its kind, and that the registry does not list: its kind
 * within the area that was typed behind the name, or that has the same name. Empty where it is listed, or no kind was typed.
 */
export const unlistedChoices = (names: readonly Prepared[], typed: string): UnlistedChoice[] => {
  const [name, ...others] = readPieces(typed);
  if (!name?.types || names.some((one) => isNamed(one, [name, ...others]))) return [];
  const kinds = name.types;
  return areasOf(names, [name, ...others])
    .flatMap(({ office: area }) =>
      (BELOW[area.type] ?? [])
        .filter((kind) => kinds.includes(kind))
        .map((kind) => ({ kind, area })),
    )
    .slice(0, MOST);
};
