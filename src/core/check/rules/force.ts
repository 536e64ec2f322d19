import type { Problem } from '#core/problem.ts';
import { type ContentRecord, problemAt, type Rule } from '../content.ts';

const REPEALED: readonly (string | undefined)[] = ['cancelled', 'superseded'];

const saysNothing = (record: ContentRecord, by: ContentRecord): Problem =>
  problemAt(record.source, ['force', 'by'], {
    what: `"${by.path}" does not list "${record.path}" under "cancels"`,
    why: 'A letter is cancelled only by a letter that says so in so many words; a mere reference repeals nothing.',
    fix: `Where the letter says so, add it under "cancels" in ${by.source.file}; else write "status: unknown" here.`,
  });

const byItself = (record: ContentRecord): Problem =>
  problemAt(record.source, ['force', 'by'], {
    what: 'the letter is said to be cancelled by itself',
    why: 'A letter is cancelled by a later one.',
    fix: 'Write the record of the letter that cancels it, or "status: unknown".',
  });

const notMarked = (
  record: ContentRecord,
  index: number,
  target: ContentRecord,
  today: string,
): Problem =>
  problemAt(record.source, ['cancels', index, 'record'], {
    what: `"${target.path}" is cancelled by this letter, but its legal force is "${target.fields.force?.status}"`,
    why: 'The portal must not show as valid what a letter has cancelled.',
    fix: `Write under "force" in ${target.source.file}: {status: cancelled, by: ${record.path}, recorded: "${today}"}.`,
  });

const DATED =
  'Feeds, the change log and the digest date the event by the day on which the page was marked.';

/** The day on which a page was marked, where it cannot be right, or where nothing else says it. */
function* recordedDay({ source, fields }: ContentRecord, today: string): Iterable<Problem> {
  const { force, published } = fields;
  if (force?.recorded === undefined) {
    // A repeal is marked when the later of both pages comes, as each side is refused without the other.
    if (force?.status !== 'expired') return;
    yield problemAt(source, ['force'], {
      what: 'the page is marked as expired, and nothing says on which day it was marked',
      why: DATED,
      fix: `Add under "force": recorded: "${today}", or the day on which you marked it.`,
    });
  } else if (force.recorded > today) {
    yield problemAt(source, ['force', 'recorded'], {
      what: `${force.recorded} has not come yet (as of ${today})`,
      why: DATED,
      fix: 'Write the day on which you marked the page; the day from which it holds goes under "since".',
    });
  } else if (published !== undefined && force.recorded < published) {
    yield problemAt(source, ['force', 'recorded'], {
      what: `the page was marked on ${force.recorded}, before it was published on ${published}`,
      why: DATED,
      fix: 'Write the day on which you marked the page; the day from which it holds goes under "since".',
    });
  }
}

/**
 * A repeal is recorded on both sides: the letter that cancels names what it cancels, and that is marked as cancelled by it.
 * The day on which a page was marked can be determined.
 */
export const force: Rule = function* ({ records }, today) {
  const byPath = new Map(records.map((record) => [record.path, record]));
  for (const record of records) {
    const { status, by } = record.fields.force ?? {};
    yield* recordedDay(record, today);
    const source = by === undefined ? undefined : byPath.get(by);
    if (source && REPEALED.includes(status)) {
      const cancels = source.fields.cancels;
      if (source === record) yield byItself(record);
      else if (cancels && !cancels.some((one) => one?.record === record.path)) {
        yield saysNothing(record, source);
      }
    }
    for (const [index, reference] of (record.fields.cancels ?? []).entries()) {
      const target = byPath.get(reference?.record ?? '');
      if (!target?.fields.force?.status) continue;
      const { status: found, by: letter } = target.fields.force;
      if (!REPEALED.includes(found) || letter !== record.path) {
        yield notMarked(record, index, target, today);
      }
    }
  }
};
