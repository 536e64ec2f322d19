import { countedIn } from '#core/office/coverage.ts';
import { statedDeadlines } from '#core/tracking/deadlines.ts';
import { brokenRules, passedDeadlines } from '#core/tracking/overdue.ts';
import { readOfficeRules } from '#store/registry/read-registry.ts';
import { type Command, EXIT } from '../lib/command.ts';
import { noArguments, openContext, openLedger, readArgs, type TrackContext } from './context.ts';
import { daysText } from './days-text.ts';

/** What is past a deadline that a letter states, and past the rule of an office's own, each for itself. */
export const overdueOf = async (context: TrackContext) => {
  const { asOf } = context;
  const rules = await readOfficeRules(context.root);
  const withoutDeadline = context.records
    .filter(({ circular }) => statedDeadlines(circular).length === 0)
    .map(({ id }) => id);
  const found = context.records.map((record) => {
    const { id, circular } = record;
    const { route, folded } = openLedger(context, record);
    const { broken, leftOut } = brokenRules(rules, route, folded, asOf);
    return {
      stated: passedDeadlines(circular, route, folded, asOf).map((deadline) => ({
        circular: id,
        sample: circular.sample,
        ...deadline,
        inCountry: countedIn(context.registry, 'th', deadline.level, route.rules),
      })),
      ownRules: broken.map(({ rule, ...rest }) => ({
        circular: id,
        sample: circular.sample,
        ...rest,
        rule: `${rule.days} ${rule.unit}`,
        source: rule.source,
      })),
      ownRulesLeftOut: leftOut.map((office) => ({ circular: id, office })),
    };
  });
  return {
    stated: found.flatMap(({ stated }) => stated),
    ownRules: found.flatMap(({ ownRules }) => ownRules),
    ownRulesLeftOut: found.flatMap(({ ownRulesLeftOut }) => ownRulesLeftOut),
    withoutDeadline,
  };
};

type Overdue = Awaited<ReturnType<typeof overdueOf>>;

const overdueText = (
  { stated, ownRules, ownRulesLeftOut, withoutDeadline }: Overdue,
  { asOf, nameOf }: TrackContext,
): string =>
  [
    `as of ${asOf}; only deadlines that a letter states:`,
    ...stated.flatMap((one) => {
      const { circular, sample, source, last, daysPast } = one;
      const { what, level, done, onRoute, withoutRecord } = one;
      const listed =
        one.inCountry === null || one.inCountry === onRoute
          ? `${onRoute} listed`
          : `${onRoute} that the registry lists of ${one.inCountry}`;
      return [
        `  ${circular}${sample ? ' (sample)' : ''} (${source}): by ${last}, ${daysText(daysPast)} past - ${what}`,
        `    ${level}: ${done} reported done of ${listed}; ${withoutRecord} have no record, which does not mean that they did nothing`,
      ];
    }),
    ...(stated.length === 0 ? ['  none'] : []),
    ...(ownRules.length > 0
      ? ['rules that offices set for themselves, which no letter states:']
      : []),
    ...ownRules.map(
      ({ circular, sample, office, rule, received, due, sent }) =>
        `  ${circular}${sample ? ' (sample)' : ''}: ${nameOf(office)} by its own rule (${rule}): received ${received}, due ${due}, ${sent ? `sent on ${sent}` : 'no record of sending on'}`,
    ),
    ...(ownRulesLeftOut.length > 0
      ? [`  left out, as their dates are doubtful: ${ownRulesLeftOut.length}`]
      : []),
    `without a stated deadline, so never overdue: ${withoutDeadline.length} circulars`,
  ].join('\n');

export const overdue: Command = {
  help: `
npm run -s track -- overdue [--as-of YYYY-MM-DD] [--json]

What has passed a deadline that a letter states, with how many offices have reported it done and how many have reported
nothing at all. A circular without a stated deadline is never overdue. Rules that an office set itself
(content/registry/office-rules.csv) are listed apart, as that office's rule.

  npm run -s track -- overdue
  npm run -s track -- overdue --as-of 2025-04-22 --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    noArguments(positionals);
    const context = await openContext(io, values);
    const found = await overdueOf(context);
    io.out(
      context.json
        ? JSON.stringify({ asOf: context.asOf, ...found }, null, 2)
        : overdueText(found, context),
    );
    return EXIT.ok;
  },
};
