import type { TrackContext } from '../context.ts';
import {
  type ImportRequest,
  placeOfRow,
  type SiftedMovement,
  type SiftedRegister,
} from './sift.ts';

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
      ...(sifted.read.length > 0 || sifted.skipped.length > 0
        ? { sheets: { read: sifted.read, notRead: sifted.skipped } }
        : {}),
      counts: sifted.counts,
      added: added.map(({ sheet, line, circular, movement }) => ({
        ...(sheet === null ? {} : { sheet }),
        line,
        circular: circular.id,
        movement,
      })),
      doubtful: sifted.doubtful.map(({ sheet, ...row }) => ({
        ...(sheet === null ? {} : { sheet }),
        ...row,
      })),
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
    ...(sifted.read.length > 0 ? [`  read      sheets: ${sifted.read.join(', ')}`] : []),
    ...sifted.skipped.map(({ name, reason }) => `  not read  sheet "${name}": ${reason}`),
    ...added
      .slice(0, TOLD)
      .map(
        ({ sheet, line, circular, movement }) =>
          `  matched   line ${placeOfRow(sheet, line)} -> ${circular.id}: ${movement.kind} ${[movement.date, movement.time].filter(Boolean).join(' ')} under ${movement.number}${movement.to.length > 0 ? ` to ${movement.to.join(', ')}` : ''}`,
      ),
    ...andMore(added.length, TOLD),
    ...doubtful.map(
      ({ sheet, line, circular, reasons }) =>
        `  doubtful  line ${placeOfRow(sheet, line)} -> ${circular ?? '?'}: ${reasons.join('; ')}`,
    ),
    ...andMore(counts.doubtful, doubtful.length),
    ...[...unknown].map(([reason, count]) => `  unknown   ${count}: ${reason}`),
    ...(counts.refused > 0
      ? [`  refused   ${counts.refused}: secret, or may be; nothing of them was copied`]
      : []),
    `${isDryRun ? 'would record' : 'recorded'} ${added.length}; ${counts.recorded} stood in the ledgers already; doubtful ${counts.doubtful}, unknown ${counts.unknown}`,
    ...(isDryRun ? ['nothing was written'] : []),
    ...(!isDryRun && rest !== null ? [`to look at: ${rest}`] : []),
  ].join('\n');
};
