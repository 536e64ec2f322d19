/** Rows of a reason that are told by their place; all of them are in the rest file. */
const MOST_PLACES = 20;

/** Entries of a register that are unknown for one reason. */
export interface UnknownRows {
  readonly count: number;
  /** Where the first of them stand: a line, or a sheet and a line of it. */
  readonly places: readonly string[];
}

/** Counts one more entry of a reason. */
export const noteUnknown = (
  unknown: Map<string, UnknownRows>,
  reason: string,
  place: string,
): void => {
  const { count, places } = unknown.get(reason) ?? { count: 0, places: [] };
  unknown.set(reason, {
    count: count + 1,
    places: places.length < MOST_PLACES ? [...places, place] : places,
  });
};
