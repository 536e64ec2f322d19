import { KINDS, type Kind, type State, type Visit, type Visits } from './visits.ts';

/** A portal with all its visits. */
export interface Measured {
  readonly name: string;
  readonly runs: Visits[];
}

const STATES: readonly State[] = ['cold', 'warm', 'installed'];
const FIGURES = ['painted', 'readable', 'result', 'requests', 'bytes'] as const;
type Figure = (typeof FIGURES)[number];

/** Of several visits: the one in the middle, and the worst. */
export interface Figures {
  readonly median: number;
  readonly worst: number;
}

export interface Summary {
  readonly name: string;
  readonly visits: Record<Kind, Record<State, Partial<Record<Figure, Figures>>>>;
}

const figuresOf = (values: readonly number[]): Figures => {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] as number, worst: sorted.at(-1) as number };
};

const fromEntries = <Key extends string, Value>(entries: readonly (readonly [Key, Value])[]) =>
  Object.fromEntries(entries) as Record<Key, Value>;

const ofState = (visits: readonly Visit[]): Partial<Record<Figure, Figures>> =>
  Object.fromEntries(
    FIGURES.flatMap((figure) => {
      const values = visits.map((visit) => visit[figure]).filter((value) => value !== null);
      return values.length === 0 ? [] : [[figure, figuresOf(values)]];
    }),
  );

/** Medians and worst of all runs. */
export const summaryOf = ({ name, runs }: Measured): Summary => ({
  name,
  visits: fromEntries(
    KINDS.map((kind) => [
      kind,
      fromEntries(STATES.map((state) => [state, ofState(runs.map((run) => run[kind][state]))])),
    ]),
  ),
});

/** The first portal's medians as shares of the second's; null where there is one portal alone. */
export const ratiosOf = ([own, other]: readonly Summary[]) => {
  if (!own || !other) return null;
  return fromEntries(
    KINDS.map((kind) => [
      kind,
      fromEntries(
        STATES.map((state) => [
          state,
          Object.fromEntries(
            FIGURES.flatMap((figure) => {
              const a = own.visits[kind][state][figure];
              const b = other.visits[kind][state][figure];
              return a && b && b.median > 0
                ? [[figure, Math.round((100 * a.median) / b.median) / 100]]
                : [];
            }),
          ) as Partial<Record<Figure, number>>,
        ]),
      ),
    ]),
  );
};

const unit: Record<Figure, string> = {
  painted: ' s',
  readable: ' s',
  result: ' s',
  requests: '',
  bytes: ' B',
};

/** A line for each kind of visit and portal. */
export const inWords = (
  summaries: readonly Summary[],
  ratios: ReturnType<typeof ratiosOf>,
): string =>
  KINDS.flatMap((kind) =>
    STATES.flatMap((state) => [
      ...summaries.map(({ name, visits }) => {
        const figures = Object.entries(visits[kind][state]).map(
          ([figure, { median, worst }]) =>
            `${figure} ${median}${unit[figure as Figure]} (${worst})`,
        );
        return `${kind}, ${state}, ${name}: ${figures.join(', ')}`;
      }),
      ...(ratios ? [`${kind}, ${state}, ratio: ${JSON.stringify(ratios[kind][state])}`] : []),
    ]),
  ).join('\n');
