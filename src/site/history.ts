import type { LegalForce } from '#core/force/force.ts';
import type { PageHistory, WithdrawnFile } from '#core/history/page-event.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Attachment } from '#core/letter/letter.ts';
import {
  type CircularEntry,
  type DocumentEntry,
  getAllDocuments,
  getCirculars,
  oncePerBuild,
} from './content.ts';
import { messages } from './i18n.ts';

/** What events say of the letter that sets the force of another. */
interface ForceLetter {
  readonly title: string;
  readonly published: IsoDate;
}

/** Every page by the path of its record: `laws/<slug>`. */
export const getForceLetters = (): Promise<ReadonlyMap<string, ForceLetter>> =>
  oncePerBuild('force letters', async () => {
    const pages = new Map<string, ForceLetter>();
    for (const { id, data } of await getCirculars()) pages.set(`circulars/${id}`, data.circular);
    for (const { collection, id, data } of await getAllDocuments()) {
      pages.set(`${collection}/${id}`, data);
    }
    return pages;
  });

const noteOf = ({ since, note }: LegalForce, letter: ForceLetter | undefined): string =>
  [
    letter && `${messages.force.by} ${letter.title}`,
    since && messages.force.since(messages.format.date(since)),
    note,
  ]
    .filter(Boolean)
    .join(' · ');

/** When and why a file was taken off, in words. */
export const withdrawalText = ({ withdrawn }: Attachment): string | null =>
  withdrawn === undefined
    ? null
    : [
        messages.circular.withdrawn.text(
          messages.format.date(withdrawn.date),
          messages.circular.withdrawn.reason[withdrawn.reason],
        ),
        withdrawn.note,
      ]
        .filter(Boolean)
        .join(' · ');

const withdrawnFiles = (attachments: readonly Attachment[]): WithdrawnFile[] =>
  attachments.flatMap((attachment, index) =>
    attachment.withdrawn === undefined
      ? []
      : [
          {
            number: index + 1,
            date: attachment.withdrawn.date,
            note: `${attachment.title}: ${withdrawalText(attachment)}`,
          },
        ],
  );

interface Parts {
  readonly published: IsoDate;
  readonly changes: PageHistory['changes'];
  readonly force?: LegalForce | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
}

const historyOf = (page: Parts, letters: ReadonlyMap<string, ForceLetter>): PageHistory => {
  const { published, changes, force, attachments = [] } = page;
  const letter = force?.by === undefined ? undefined : letters.get(force.by);
  return {
    published,
    changes,
    force,
    forceLetterPublished: letter?.published,
    forceNote: force && noteOf(force, letter),
    withdrawnFiles: withdrawnFiles(attachments),
  };
};

/** The recorded history of a circular's page. */
export const circularHistory = async ({ data }: CircularEntry): Promise<PageHistory> =>
  historyOf(data.circular, await getForceLetters());

/** The recorded history of another page. */
export const documentHistory = async ({ data }: DocumentEntry): Promise<PageHistory> =>
  historyOf(data, await getForceLetters());
