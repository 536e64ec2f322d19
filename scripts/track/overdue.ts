import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import { NOBODY } from '#core/office/route.ts';
import { ProblemError } from '#core/problem.ts';
import { LEVEL_OF_ROLE, statedDeadlines } from '#core/tracking/deadlines.ts';
import { dayAfter, type OfficeRule } from '#core/tracking/office-rules.ts';
import { CERTAIN, NOT_RECORDED } from '#core/tracking/table.ts';
import { isoDay } from '#schema/fact.ts';
import { line, officeId } from '#schema/letter.ts';
import { readRows, readTable } from '#store/csv/table.ts';
import { ledgerFolder } from '#store/ledger/summarize.ts';
import { jobOf } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { openContext, readArgs, type TrackContext } from './context.ts';

const RULES = 'content/registry/office-rules.csv';

const ruleSchema: z.ZodType<OfficeRule> = z.strictObject({
  office: officeId,
  days: z.coerce.number().int().positive(),
  unit: z.enum(['days', 'working-days']),
  from: isoDay,
  source: line,
});

const readRules = async (root: string): Promise<OfficeRule[]> => {
  const rows = readTable(await readFile(join(root, RULES), 'utf8'), RULES, [
    'office',
    'days',
    'unit',
    'from',
    'source',
  ]);
  const { values, problems } = readRows(rows, ruleSchema, RULES);
  if (problems.length > 0) throw new ProblemError(problems);
  return values;
};

/** What is past a deadline that a letter states, and past the rule of an office's own, each for itself. */
export const overdueOf = async (context: TrackContext) => {
  const rules = await readRules(context.root);
  const fold = ledgerFolder(context.root, context.registry, context.rules);
  const today = dayNumber(context.asOf);
  const stated = [];
  const ownRules = [];
  const withoutDeadline: string[] = [];
  for (const record of context.records) {
    const deadlines = statedDeadlines(record.circular);
    if (deadlines.length === 0) withoutDeadline.push(record.id);
    const passed = deadlines.filter(({ last }) => last < context.asOf);
    const one = fold(jobOf(record), context.asOf);
    if (one.problems.length > 0 || !('folded' in one)) throw new ProblemError(one.problems);
    const { folded, route } = one;
    const { offices } = context.registry;
    for (const deadline of passed) {
      const level = LEVEL_OF_ROLE[deadline.role];
      const open = { onRoute: 0, done: 0, withoutRecord: 0 };
      for (const [at, office] of offices.entries()) {
        if (route.sender[at] === NOBODY || office.level !== level) continue;
        open.onRoute++;
        if (folded.done.trust[at] !== NOT_RECORDED) open.done++;
        else if (
          folded.received.trust[at] === NOT_RECORDED &&
          folded.acknowledged.trust[at] === NOT_RECORDED
        )
          open.withoutRecord++;
      }
      const { role, what, last, source } = deadline;
      stated.push({
        circular: record.id,
        source,
        role,
        what,
        last,
        daysPast: today - dayNumber(last),
        level,
        ...open,
      });
    }
    for (const rule of rules) {
      const at = route.indexOf.get(rule.office);
      if (at === undefined || !route.duty[at] || folded.received.trust[at] !== CERTAIN) continue;
      const received = dateOfDayNumber(folded.received.day[at] as number);
      if (received < rule.from) continue;
      const due = dayAfter(received, rule);
      const sent =
        folded.sent.trust[at] === NOT_RECORDED
          ? null
          : folded.sent.trust[at] === CERTAIN
            ? dateOfDayNumber(folded.sent.day[at] as number)
            : 'unclear';
      if (sent === 'unclear' || (sent ?? context.asOf) <= due) continue;
      ownRules.push({
        circular: record.id,
        office: rule.office,
        rule: `${rule.days} ${rule.unit}`,
        source: rule.source,
        received,
        due,
        sent,
      });
    }
  }
  return { stated, ownRules, withoutDeadline };
};

export const overdue: Command = {
  help: `
npm run -s track -- overdue [--as-of YYYY-MM-DD] [--json]

What has passed a deadline that a letter states, with how many offices have reported it done and how many have reported
nothing at all. A circular without a stated deadline is never overdue. Rules that an office set itself
(content/registry/office-rules.csv) are told apart, as that office's rule.

  npm run -s track -- overdue
  npm run -s track -- overdue --as-of 2025-04-22 --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not an option.`);
    const context = await openContext(io, values);
    const found = await overdueOf(context);
    if (context.json) {
      io.out(JSON.stringify({ asOf: context.asOf, ...found }, null, 2));
      return EXIT.ok;
    }
    io.out(`as of ${context.asOf}; only deadlines that a letter states:`);
    for (const {
      circular,
      last,
      daysPast,
      level,
      onRoute,
      done,
      withoutRecord,
      what,
      source,
    } of found.stated) {
      io.out(`  ${circular} (${source}): by ${last}, ${daysPast} days past - ${what}`);
      io.out(
        `    ${level}: ${done} reported done of ${onRoute} listed; ${withoutRecord} have no record, which does not mean that they did nothing`,
      );
    }
    if (found.stated.length === 0) io.out('  none');
    for (const { circular, office, rule, due, sent } of found.ownRules) {
      io.out(
        `  ${circular}: ${context.nameOf(office)} by its own rule (${rule}): due ${due}, ${sent ? `sent on ${sent}` : 'no record of sending on'}`,
      );
    }
    io.out(`without a stated deadline: ${found.withoutDeadline.length} circulars`);
    return EXIT.ok;
  },
};
