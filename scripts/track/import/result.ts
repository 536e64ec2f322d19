import type { TrackContext } from '../context.ts';
import {
  type ClassifiedMovement,
  type ClassifiedRegister,
  type ImportRequest,
  placeOfRow,
} from './classify.ts';

/** Movements listed one by one to a person. */
const TOLD = 500;

/** What an import did, or would do. */
export interface ImportResult {
  readonly request: ImportRequest;
  readonly classified: ClassifiedRegister;
  readonly added: readonly ClassifiedMovement[];
  readonly isDryRun: boolean;
  /** The file with what was not taken over; null where nothing is left. */
  readonly rest: string | null;
}

/** What an import did, as JSON. */
export const importData = (
  { asOf }: TrackContext,
  { request, classified, added, isDryRun, rest }: ImportResult,
): string =>
  JSON.stringify(
    {
      register: request.file,
      office: request.office,
      kind: classified.kind,
      asOf,
      dryRun: isDryRun,
      ...(classified.read.length > 0 || classified.skipped.length > 0
        ? { sheets: { read: classified.read, notRead: classified.skipped } }
        : {}),
      counts: classified.counts,
      hidden: classified.hidden,
      added: added.map(({ sheet, line, circular, movement }) => ({
        ...(sheet === null ? {} : { sheet }),
        line,
        circular: circular.id,
        movement,
      })),
      doubtful: classified.doubtful.map(({ sheet, takeable: _, cells: __, ...row }) => ({
        ...(sheet === null ? {} : { sheet }),
        ...row,
      })),
      unknown: Object.fromEntries(
        [...classified.unknown].map(([reason, { count }]) => [reason, count]),
      ),
      rest: isDryRun ? null : rest,
    },
    null,
    2,
  );

const andMore = (all: number, listed: number): string[] =>
  all > listed ? [`  ... and ${all - listed} more`] : [];

/** What an import did, as a person reads it; `inLanguage` translates each line and each reason. */
export const importText = (
  { asOf, nameOf }: TrackContext,
  { request, classified, added, isDryRun, rest }: ImportResult,
  inLanguage: (text: string) => string = (text) => text,
): string => {
  const { kind, counts, doubtful, unknown } = classified;
  return [
    `${request.file}: register of letters ${kind} of ${nameOf(request.office)}, as of ${asOf}`,
    ...(classified.read.length > 0 ? [`  read      sheets: ${classified.read.join(', ')}`] : []),
    ...classified.skipped.map(
      ({ name, reason }) => `  not read  sheet "${name}": ${inLanguage(reason)}`,
    ),
    ...(classified.hidden > 0
      ? [
          `  note      entries in rows that the spreadsheet hides or filters out, read as the others: ${classified.hidden}`,
        ]
      : []),
    ...added
      .slice(0, TOLD)
      .map(
        ({ sheet, line, circular, movement }) =>
          `  matched   line ${placeOfRow(sheet, line)} -> ${circular.id}: ${movement.kind} ${[movement.date, movement.time].filter(Boolean).join(' ')} under ${movement.number}${movement.to.length > 0 ? ` to ${movement.to.join(', ')}` : ''}`,
      ),
    ...andMore(added.length, TOLD),
    ...doubtful.map(
      ({ sheet, line, circular, reasons }) =>
        `  doubtful  line ${placeOfRow(sheet, line)} -> ${circular ?? '?'}: ${reasons.map(inLanguage).join('; ')}`,
    ),
    ...andMore(counts.doubtful, doubtful.length),
    ...[...unknown].map(
      ([reason, { count, places }]) =>
        `  unknown   ${count}: ${inLanguage(reason)} (line ${places.join(', ')}${count > places.length ? ' ...' : ''})`,
    ),
    ...(counts.refused > 0
      ? [`  refused   ${counts.refused}: secret, or may be; nothing of them was copied`]
      : []),
    `${isDryRun ? 'would record' : 'recorded'} ${added.length}; ${counts.recorded} stood in the ledgers already; doubtful ${counts.doubtful}, unknown ${counts.unknown}`,
    ...(isDryRun ? ['nothing was written'] : []),
    ...(!isDryRun && rest !== null ? [`to look at: ${rest}`] : []),
  ]
    .map(inLanguage)
    .join('\n');
};
