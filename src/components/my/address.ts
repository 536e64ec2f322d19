import { CHOSEN_TYPES, type ChosenType } from '#core/my-office/packed-names.ts';

/**
 * The office of a reader: one of the registry, or a type of authority within the province or district `office` for one
 * that the registry does not list.
 */
export interface Mine {
  readonly office: string;
  readonly kind: ChosenType | null;
  /** Province or district whose file has it, where that is known. */
  readonly area: string | null;
}

const ID = /^[a-z]\w{1,19}$/;
const AREA = /^[pd]\d{2,6}$/;

const readFrom = (value: (name: string) => string | null): Mine | null => {
  const office = value('office') ?? '';
  const area = value('in');
  const kind = value('kind') as ChosenType;
  if (!ID.test(office)) return null;
  return {
    office,
    kind: AREA.test(office) && CHOSEN_TYPES.includes(kind) ? kind : null,
    area: AREA.test(office) ? office : area !== null && AREA.test(area) ? area : null,
  };
};

/** The office that an address names; null where it names none, or nothing that could be one. */
export const readMine = (query: string): Mine | null => {
  const parameters = new URLSearchParams(query);
  return readFrom((name) => parameters.get(name));
};

/** The query part of the address, with its question mark. */
export const writeMine = ({ office, kind, area }: Mine): string =>
  `?${new URLSearchParams({
    office,
    ...(kind ? { kind } : {}),
    ...(area && area !== office ? { in: area } : {}),
  })}`;

/** Whether two choices mean the same office and kind; the area does not count. Two nulls are the same. */
export const isSame = (a: Mine | null, b: Mine | null): boolean =>
  a?.office === b?.office && a?.kind === b?.kind;
