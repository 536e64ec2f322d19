import type { Latency } from './load.ts';
import type { Crowd, Measured } from './measure.ts';
import type { PeerMeasured } from './peer.ts';

/** What the desk is to keep to on each database: milliseconds for 95 of 100 one after the other, and MiB: 250 MB. */
export const GOALS = { list: 25, thread: 25, post: 40, peakMiB: 238 } as const;

/** Which goals were missed, in words; none where all were met. */
export const missedGoals = (measured: Measured): string[] => {
  const slow = (['list', 'thread', 'post'] as const).flatMap((what) => {
    const { p95 } = measured[what];
    return p95 > GOALS[what] ? [`${what} took ${p95} ms, not ${GOALS[what]}`] : [];
  });
  const crowds = (['reading', 'hurrying'] as const).flatMap((crowd) =>
    Object.entries(measured[crowd].errors).map(
      ([what, times]) => `${crowd} crowd: ${what}, ${times} times`,
    ),
  );
  const { postsConfirmed, postsKept, peakMiB } = measured;
  return [
    ...slow,
    ...crowds,
    ...(postsConfirmed === postsKept
      ? []
      : [`${postsConfirmed} posts were confirmed, and ${postsKept} kept`]),
    ...(peakMiB !== null && peakMiB > GOALS.peakMiB
      ? [`it held ${peakMiB} MiB, not ${GOALS.peakMiB}`]
      : []),
  ];
};

const milliseconds = ({ median, p95, worst, requests }: Latency): string =>
  `${median} ms, 95 of 100 within ${p95}, worst ${worst} (${requests})`;

const crowdInWords = (name: string, crowd: Crowd): string =>
  `  ${crowd.readers} readers and ${crowd.writers} writers, ${name}: ${crowd.perSecond} a second; all ${milliseconds(crowd.reads)}; posts ${milliseconds(crowd.posts)}; errors ${JSON.stringify(crowd.errors)}`;

/** What was measured, in lines. */
export const inWords = (
  measured: Readonly<Record<string, Measured>>,
  peer: PeerMeasured | undefined,
): string[] => [
  ...Object.entries(measured).flatMap(([name, one]) => [
    `${name}: at most ${one.peakMiB ?? '?'} MiB, processor ${one.cpuSeconds ?? '?'} s`,
    `  list ${milliseconds(one.list)}`,
    `  thread ${milliseconds(one.thread)}`,
    `  post ${milliseconds(one.post)}`,
    crowdInWords('five seconds a page', one.reading),
    crowdInWords('no pause', one.hurrying),
    `  ${one.postsConfirmed} posts confirmed, ${one.postsKept} kept`,
  ]),
  ...(peer
    ? [
        `${peer.name}: at most ${peer.peakMiB ?? '?'} MiB, processor ${peer.cpuSeconds ?? '?'} s`,
        `  list ${milliseconds(peer.list)}`,
        `  thread ${milliseconds(peer.thread)}`,
      ]
    : []),
];
