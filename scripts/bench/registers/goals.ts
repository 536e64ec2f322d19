import type { RegistersMeasured } from './measure.ts';

/** Seconds until all are taken over; milliseconds of 95 of 100 pages meanwhile; MiB. */
export const GOALS = { doneWithin: 180, page: 200, peakMiB: 476 } as const;

/** Which goals were missed, in words; none where all were met. */
export const missedGoals = (measured: RegistersMeasured): string[] => {
  const { doneWithin, wanted, recorded, doubled, changes, audited, pages, errors, peakMiB } =
    measured;
  const missed: (readonly [isMissed: boolean, text: string])[] = [
    [doneWithin > GOALS.doneWithin, `it took ${doneWithin} s, not ${GOALS.doneWithin}`],
    [recorded !== wanted, `${recorded} movements of ${wanted} are in the ledgers`],
    [doubled > 0, `${doubled} movements are there twice`],
    [
      changes !== wanted || audited !== wanted,
      `${changes} changes and ${audited} audit rows, not ${wanted}`,
    ],
    [pages.p95 > GOALS.page, `pages took ${pages.p95} ms, not ${GOALS.page}`],
    [peakMiB !== null && peakMiB > GOALS.peakMiB, `it held ${peakMiB} MiB, not ${GOALS.peakMiB}`],
  ];
  return [
    ...missed.flatMap(([isMissed, text]) => (isMissed ? [text] : [])),
    ...Object.entries(errors).map(([what, times]) => `${what}, ${times} times`),
  ];
};

/** What was measured, in lines. */
export const registersInWords = (measured: Readonly<Record<string, RegistersMeasured>>): string[] =>
  Object.entries(measured).flatMap(([name, one]) => [
    `${name}: ${one.registers} registers sent within ${one.sentWithin} s, taken over within ${one.doneWithin}; at most ${one.peakMiB ?? '?'} MiB, processor ${one.cpuSeconds ?? '?'} s`,
    `  ${one.recorded} of ${one.wanted} movements recorded, ${one.doubled} of them twice; ${one.changes} changes, ${one.audited} audit rows`,
    `  pages ${one.pages.median} ms, 95 of 100 within ${one.pages.p95}, worst ${one.pages.worst} (${one.pages.requests})`,
  ]);
