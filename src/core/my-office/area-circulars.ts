import type { ActionRole } from '../letter/circular.ts';
import type { IsoDate } from '../letter/date.ts';

/**
 * The circulars in the files of areas. Nearly all circulars come to every district of a province: what they have in common
 * stands once, in the file of the province, and the file of a district names it.
 */

/** A line of text, followed by 1 where it has to be compared with the original. */
export type Line = readonly [text: string, needsCheck?: 1];

/** One thing to do, as a letter states it. */
export interface Duty {
  readonly role: ActionRole;
  readonly what: string;
  /** Times that the letter states. */
  readonly when: readonly Line[];
  /** Last day, where one is stated to the day. */
  readonly due?: IsoDate;
  /** Calendar file of its dates. */
  readonly href?: string;
  /** The copy that asks for it, where that is not the letter itself. */
  readonly asked?: string;
  /** Id of the office whose covering letter asks for it, in its own area alone; left out where the letter itself does. */
  readonly by?: string;
}

/** Whether a circular is in force on the day of the data; `unclear` where that cannot be said. */
export type Binding = 'in-force' | 'unclear' | 'not-yet' | 'ended';

/** What a circular is, wherever it comes to. */
export interface CircularFacts {
  readonly href: string;
  readonly title: string;
  readonly number: Line | null;
  readonly date: Line | null;
  readonly sample?: 1;
  /** Said of one that a later letter ended. */
  readonly withdrawn?: string;
  readonly topic: string;
  readonly binding: Binding;
  /** Status in words, or the reason of a doubt. */
  readonly force: string;
  readonly duties: readonly Duty[];
}

/** A circular that should come to an area: what is of the area alone. */
export interface ListedCircular {
  readonly href: string;
  /** Ids and types in the area to which it should not come. */
  readonly not?: readonly string[];
  /** What is on record of it at each office through which it comes; left out where nothing is. */
  readonly way?: readonly (readonly Line[])[];
  /** What is on record of each authority of the area, by id. */
  readonly own?: Readonly<Record<string, readonly Line[]>>;
}

/** An office through which a circular comes, and what is on record there; no lines where nothing is. */
export interface StopLines {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** A circular that should come to an area, whole. */
export interface AreaCircular extends CircularFacts, Omit<ListedCircular, 'href' | 'way'> {
  readonly way: readonly StopLines[];
}

/** What the file of an area has to say of its circulars. */
export interface AreaList {
  /** The offices through which circulars come: id and name, the area last. */
  readonly above: readonly (readonly [id: string, name: string])[];
  readonly circulars: readonly ListedCircular[];
}

/** Duties that a circular brings to an area, by the ids of the offices through which it comes there. */
export const dutiesIn = (duties: readonly Duty[], areas: ReadonlySet<string>): Duty[] =>
  duties.filter(({ by }) => by === undefined || areas.has(by));

/**
 * The circulars of an area, by what its file lists and what its province says of each. Throws where the province lacks one: the
 * two are then of different builds.
 */
export const circularsOfArea = (
  { above, circulars }: AreaList,
  facts: readonly CircularFacts[],
): AreaCircular[] => {
  const byHref = new Map(facts.map((one) => [one.href, one]));
  const areas = new Set(above.map(([id]) => id));
  return circulars.map(({ way, ...listed }) => {
    const known = byHref.get(listed.href);
    if (!known) throw new Error(`${listed.href}: the file of the province says nothing of it`);
    return {
      ...known,
      ...listed,
      duties: dutiesIn(known.duties, areas),
      way: above.map(([, name], at) => ({ name, lines: way?.[at] ?? [] })),
    };
  });
};
