import type { Options } from './options.ts';
import {
  deadlineLines,
  fieldTable,
  type Goal,
  goalLines,
  kindTable,
  type Row,
  scoreToJson,
} from './report.ts';
import { ALL_KINDS, type AnyKind, GROUPS } from './sweep.ts';
import { addScore, newScore, type Score, sumOf } from './tally.ts';
import type { Throughput } from './throughput.ts';

/** What one run has measured; scores and times are in the order of the readers. */
export interface Measured {
  readonly readers: readonly string[];
  readonly kinds: readonly (Row & { readonly kind: AnyKind })[];
  /** Scans of each quality, and the real letters. */
  readonly others: readonly Row[];
  readonly throughput: readonly Throughput[];
}

/** The scores of all rows together, one a reader. */
export const totalOf = (rows: readonly Row[], readers: number): Score[] =>
  Array.from({ length: readers }, (_, at) => {
    const total = newScore();
    for (const { scores } of rows) addScore(total, scores[at] as Score);
    return total;
  });

const speedLines = (throughput: readonly Throughput[], processes: number): string[] =>
  throughput.flatMap(({ text, bytes, readers }) => [
    `${(bytes / 1e6).toFixed(2)} MB of ${text}, processor time, median of ${processes} processes:`,
    ...readers.map(({ reader, median, ratios, ratio }) => {
      const speed = `${median.toFixed(0)} ms, ${(bytes / 1000 / median).toFixed(2)} MB/s`;
      const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((one) => one.toFixed(2));
      return readers.length > 1
        ? `  ${reader.padEnd(8)} ${speed} = ${ratio.toFixed(2)} × ${readers.at(-1)?.reader} (${least} to ${most})`
        : `  ${reader} ${speed}`;
    }),
  ]);

const messagesOf = (score: Score | undefined, { wrong, lacking }: Options): string[] => [
  ...(score?.wrong.slice(0, wrong).map((line) => `  WRONG ${line}`) ?? []),
  ...(score?.lacking.slice(0, lacking).map((line) => `  ${line}`) ?? []),
];

/** Fields that are to be read on clean text whatever its layout, and citations. */
const GOAL_FIELDS = ['number', 'date', 'subject', 'to'] as const;
const GOAL = 0.98;

const goalsOf = ({ kinds, readers }: Measured): Goal[] => {
  const total = (group: string) =>
    totalOf(
      kinds.filter(({ kind }) => kind.group === group),
      readers.length,
    );
  const [layouts, citations] = [total('layout'), total('citation')];
  return [
    ...GOAL_FIELDS.map((field) => ({
      what: `${field}, any layout`,
      least: GOAL,
      tallies: layouts.map((score) => sumOf(score, [field])),
    })),
    { what: 'citations', least: GOAL, tallies: citations.map((score) => sumOf(score)) },
  ];
};

/** Everything that was measured, as tables for a terminal. */
export const printTables = (
  measured: Measured,
  options: Options,
  out: (line: string) => void,
): void => {
  const { readers, kinds, others, throughput } = measured;
  const print = (lines: readonly string[]): void => {
    for (const line of lines) out(line);
  };
  for (const group of GROUPS) {
    const rows = kinds.filter(({ kind }) => kind.group === group);
    if (rows.length === 0) continue;
    const total = totalOf(rows, readers.length);
    print(['', ...kindTable(group, rows, readers), '']);
    print([...fieldTable(`${group}: field`, total, readers), ...deadlineLines(total, readers)]);
    for (const { scores } of rows) {
      print(messagesOf(scores[0], options));
    }
  }
  for (const { name, scores } of others) {
    print(['', ...fieldTable(name, scores, readers)]);
    print(messagesOf(scores[0], options));
  }
  if (kinds.length === ALL_KINDS.length) {
    const wrong = totalOf([...kinds, ...others], readers.length).map(
      (score, at) => `${readers[at]} ${score.wrong.length}`,
    );
    print(['', ...goalLines(goalsOf(measured), readers)]);
    out(`wrong without doubt, goal 0: ${wrong.join(', ')}`);
  }
  print(['', ...speedLines(throughput, options.processes)]);
};

/** The same as one object for JSON. */
export const toJson = ({ readers, kinds, others, throughput }: Measured, { draw }: Options) => ({
  ...draw,
  readers,
  kinds: kinds.map(({ kind, scores }) => ({
    group: kind.group,
    name: kind.name,
    scores: scores.map(scoreToJson),
  })),
  others: others.map(({ name, scores }) => ({ name, scores: scores.map(scoreToJson) })),
  throughput,
});
