import { fullOfficeName } from '#core/office/registry.ts';
import type { Interval } from '#core/tracking/intervals.ts';
import { circularStatus, type StatusNode } from '#core/tracking/status.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import {
  findCircular,
  openContext,
  openLedger,
  readArgs,
  requireProvince,
  type TrackContext,
} from './context.ts';
import { type FoundStatus, statusText } from './status-text.ts';

/** Reads one circular's ledger and works out where it is. */
export const statusOf = (
  context: TrackContext,
  record: CircularRecord,
  province: string | null,
): FoundStatus => {
  const { asOf } = context;
  const found = openLedger(context, record);
  const { folded, route, movements } = found;
  const status = circularStatus(record.circular, route, folded, found.effective(), asOf);
  const tree =
    province === null
      ? status.tree
      : (status.tree?.children.find(({ office }) => office === province) ?? null);
  return {
    record,
    status,
    asOf,
    movements,
    later: folded.later,
    undated: folded.undated,
    tree,
    province,
  };
};

const intervalData = (one: Interval | null) =>
  one && {
    fromNo: one.from.no,
    toNo: one.to?.no ?? null,
    days: one.days,
    basis: one.basis,
    why: one.why,
  };

const nodeData = (node: StatusNode, nameOf: (id: string) => string): object => ({
  office: node.office,
  name: nameOf(node.office),
  level: node.level,
  state: node.state,
  stop: node.stop && {
    movements: node.stop.movements,
    transit: intervalData(node.stop.transit),
    betweenDesks: node.stop.desks.map(intervalData),
    fromLastDesk: intervalData(node.stop.fromLastDesk),
    dwell: intervalData(node.stop.dwell),
    branches: node.stop.branches,
    runway: node.deadlines.map(({ deadline, runway }) => ({
      ...deadline,
      ...(runway ?? { toLast: null, toFirst: null }),
    })),
  },
  below: node.below,
  children: node.children.map((one) => nodeData(one, nameOf)),
});

export const status: Command = {
  help: `
npm run -s track -- status CIRCULAR [--province P] [--as-of YYYY-MM-DD] [--json]

Where one circular is: offices by level and state, from where no record says that it went on, apart from those on
which nobody has reported, and as a tree each office on record with its stamps, transit, dwell, runway to stated deadlines, and the branches to which it was passed on.
CIRCULAR is a permanent id, a path or the number of its letter in any spelling.

  --province P   the tree of one province only: p50, or its two digits

  npm run -s track -- status dla-x-wx-0325
  npm run -s track -- status "มท ๐๘๐๘.๔/ว ๑๕๔๑" --as-of 2025-04-20
  npm run -s track -- status 2563/dla-x-wx-07xx --province p47 --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { province: { type: 'string' } });
    const [asked, ...more] = positionals;
    if (asked === undefined || more.length > 0) throw new UsageError('Give one circular.');
    const context = await openContext(io, values);
    const record = findCircular(context, asked);
    const found = statusOf(context, record, requireProvince(context, values.province));
    // Offices are called what they were called on the day of the letter, as they count by it.
    const { registry } = context.routeOf(record);
    const nameThen = (id: string): string => {
      const then = registry.byId.get(id);
      return then ? fullOfficeName(registry, then) : context.nameOf(id);
    };
    const bothNames = (id: string): string => {
      const [then, now] = [nameThen(id), context.nameOf(id)];
      return then === now ? now : `${then} (now ${now})`;
    };
    if (!context.json) {
      io.out(statusText(found, bothNames));
      return EXIT.ok;
    }
    const { movements, later, undated, tree, asOf } = found;
    const { levels, bottlenecks, offRoute } = found.status;
    const { sample } = record.circular;
    io.out(
      JSON.stringify(
        {
          circular: record.id,
          asOf,
          sample,
          movements,
          later,
          undated,
          levels: Object.fromEntries(levels.map(({ level, ...rest }) => [level, rest])),
          stuck: bottlenecks,
          offRoute,
          tree: tree && nodeData(tree, nameThen),
        },
        null,
        2,
      ),
    );
    return EXIT.ok;
  },
};
