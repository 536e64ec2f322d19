import type { TrackContext } from '../context.ts';
import type { ImportRequest, SiftedMovement, SiftedRegister } from './sift.ts';

/** Movements told one by one to a person. */
const TOLD = 500;

/** What an import did, or would do. */
export interface ImportResult {
  readonly request: ImportRequest;
  readonly sifted: SiftedRegister;
  readonly added: readonly SiftedMovement[];
  readonly isDryRun: boolean;
  /** The file with what was not taken over; null where nothing is left. */
  readonly rest: string | null;
}

/** What an import did, as JSON. */
export const importData = (
  { asOf }: TrackContext,
  { request, sifted, added, isDryRun, rest }: ImportResult,
): string =>
  JSON.stringify(
    {
      register: request.file,
      office: request.office,
      kind: sifted.kind,
      asOf,
      dryRun: isDryRun,
      counts: sifted.counts,
      added: added.map(({ line, circular, movement }) => ({
        line,
        circular: circular.id,
        movement,
      })),
      doubtful: sifted.doubtful,
      unknown: Object.fromEntries(sifted.unknown),
      rest: isDryRun ? null : rest,
    },
    null,
    2,
  );

const andMore = (all: number, told: number): string[] =>
  all > told ? [`  ... and ${all - told} more`] : [];

/** What an import did, as a person reads it. */
export const importText = (
  { asOf, nameOf }: TrackContext,
  { request, sifted, added, isDryRun, rest }: ImportResult,
): string => {
  const { kind, counts, doubtful, unknown } = sifted;
  return [
    `${request.file}: register of letters ${kind} of ${nameOf(request.office)}, as of ${asOf}`,
    ...added
      .slice(0, TOLD)
      .map(
        ({ line, circular, movement }) =>
          `  matched   line ${line} -> ${circular.id}: ${movement.kind} ${movement.date} under ${movement.number}${movement.to.length > 0 ? ` to ${movement.to.join(', ')}` : ''}`,
      ),
    ...andMore(added.length, TOLD),
    ...doubtful.map(
      ({ line, circular, reasons }) =>
        `  doubtful  line ${line} -> ${circular ?? '?'}: ${reasons.join('; ')}`,
    ),
    ...andMore(counts.doubtful, doubtful.length),
    ...[...unknown].map(([reason, count]) => `  unknown   ${count}: ${reason}`),
    ...(counts.refused > 0
      ? [`  refused   ${counts.refused}: secret; nothing of them was copied`]
      : []),
    `${isDryRun ? 'would record' : 'recorded'} ${added.length}; ${counts.recorded} stood in the ledgers already; doubtful ${counts.doubtful}, unknown ${counts.unknown}`,
    ...(isDryRun ? ['nothing was written'] : []),
    ...(!isDryRun && rest !== null ? [`to look at: ${rest}`] : []),
  ].join('\n');
};
