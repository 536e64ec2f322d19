import type { LegalForce } from '#core/force/force.ts';
import type { CircularRecord } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Attachment, WithdrawalReason } from '#core/letter/letter.ts';
import { letterFileOf } from '#core/letter/letter-file.ts';
import type { PageHistory, WithdrawnFile } from './page-event.ts';

/** The words in which events are described; the texts of each language of the frame have them. */
export interface HistoryTexts {
  readonly force: { readonly by: string; readonly since: (day: string) => string };
  readonly circular: {
    readonly withdrawn: {
      readonly text: (day: string, reason: string) => string;
      readonly reason: Readonly<Record<WithdrawalReason, string>>;
    };
  };
  readonly format: { readonly date: (day: IsoDate) => string };
}

/** What events say of the letter that sets the force of another. */
export interface ForceLetter {
  readonly title: string;
  readonly published: IsoDate;
}

const noteOf = (
  { since, note }: LegalForce,
  letter: ForceLetter | undefined,
  { force, format }: HistoryTexts,
): string =>
  [letter && `${force.by} ${letter.title}`, since && force.since(format.date(since)), note]
    .filter(Boolean)
    .join(' · ');

/** When and why a file was taken off, in words; null for one that was not. */
export const withdrawalText = (
  { withdrawn }: Pick<Attachment, 'withdrawn'>,
  { circular, format }: HistoryTexts,
): string | null => {
  if (withdrawn === undefined) return null;
  const { text, reason } = circular.withdrawn;
  return [text(format.date(withdrawn.date), reason[withdrawn.reason]), withdrawn.note]
    .filter(Boolean)
    .join(' · ');
};

const withdrawnFiles = (
  attachments: readonly Attachment[],
  texts: HistoryTexts,
  letter?: string,
): WithdrawnFile[] =>
  attachments.flatMap((attachment, index) =>
    attachment.withdrawn === undefined
      ? []
      : [
          {
            ...(letter === undefined ? {} : { letter }),
            number: index + 1,
            date: attachment.withdrawn.date,
            note: `${attachment.title}: ${withdrawalText(attachment, texts)}`,
          },
        ],
  );

/** The fields of a page that its events are read from, whatever its kind. */
export interface PageParts {
  readonly published: IsoDate;
  readonly changes: PageHistory['changes'];
  readonly force?: LegalForce | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
}

/** The recorded history of a page. `letters` are all pages by the path of their record: `laws/<slug>`. */
export const pageHistory = (
  { published, changes, force, attachments = [] }: PageParts,
  letters: ReadonlyMap<string, ForceLetter>,
  texts: HistoryTexts,
): PageHistory => {
  const letter = force?.by === undefined ? undefined : letters.get(force.by);
  return {
    published,
    changes,
    force,
    forceLetterPublished: letter?.published,
    forceNote: force && noteOf(force, letter, texts),
    withdrawnFiles: withdrawnFiles(attachments, texts),
  };
};

/** The recorded history of the page of a circular, with that of the files of its covering letters. */
export const circularHistory = (
  { circular, coveringLetters }: Pick<CircularRecord, 'circular' | 'coveringLetters'>,
  letters: ReadonlyMap<string, ForceLetter>,
  texts: HistoryTexts,
): PageHistory => {
  const own = pageHistory(circular, letters, texts);
  const letterFile = letterFileOf(circular);
  return {
    ...own,
    withdrawnFiles: [
      ...(letterFile ? withdrawnFiles([letterFile], texts) : []).map((file) => ({
        ...file,
        number: null,
      })),
      ...(own.withdrawnFiles ?? []),
      ...coveringLetters.flatMap(({ key, attachments }) => withdrawnFiles(attachments, texts, key)),
    ],
  };
};
