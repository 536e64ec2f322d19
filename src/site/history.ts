import type { PageHistory } from '#core/history/page-event.ts';
import {
  type ForceLetter,
  circularHistory as historyOfCircular,
  withdrawalText as inWords,
  pageHistory,
} from '#core/history/page-history.ts';
import type { Attachment } from '#core/letter/letter.ts';
import { memoizeEach } from '#core/memo.ts';
import {
  type CircularEntry,
  type DocumentEntry,
  getAllDocuments,
  getCirculars,
} from './content.ts';
import { messages } from './i18n.ts';
import { memoizePerBuild } from './memo.ts';

/** Every page by the path of its record: `laws/<slug>`. */
const getForceLetters = (): Promise<ReadonlyMap<string, ForceLetter>> =>
  memoizePerBuild('force letters', async () => {
    const pages = new Map<string, ForceLetter>();
    for (const { id, data } of await getCirculars()) pages.set(`circulars/${id}`, data.circular);
    for (const { collection, id, data } of await getAllDocuments()) {
      pages.set(`${collection}/${id}`, data);
    }
    return pages;
  });

/** When and why a file was taken off, in words. */
export const withdrawalText = (attachment: Attachment): string | null =>
  inWords(attachment, messages);

/** The recorded history of a circular's page. */
export const circularHistory = memoizeEach(
  async ({ data }: CircularEntry): Promise<PageHistory> =>
    historyOfCircular(data, await getForceLetters(), messages),
);

/** The recorded history of another page. */
export const documentHistory = async ({ data }: DocumentEntry): Promise<PageHistory> =>
  pageHistory(data, await getForceLetters(), messages);
