import { systemName } from '#core/system.ts';
import { type DocumentEntry, getDocuments } from '../content.ts';
import { messages } from '../i18n.ts';
import { getListHead, getPartHead } from '../list-head.ts';
import { documentLink, type RecordLink } from '../records.ts';
import { dayOf } from './posts.ts';
import { waysTo } from './thread.ts';

const t = messages.thread;

/** Threads of one page of the list. */
const THREADS_ON_PAGE = 50;

type Thread = DocumentEntry<'board'>;

const lastPost = ({ data }: Thread): string =>
  data.posts.reduce((last, { at }) => (at > last ? at : last), '');

/** A thread as the list shows it. */
export interface ThreadItem {
  readonly link: RecordLink;
  readonly summary: string;
  readonly facts: readonly string[];
  readonly solved: boolean;
}

const viewItem = (entry: Thread): ThreadItem => ({
  link: documentLink(entry),
  summary: entry.data.summary,
  solved: entry.data.posts.some(({ accepted }) => accepted),
  facts: [
    t.sections[entry.data.section],
    ...(entry.data.system ? [systemName(entry.data.system)] : []),
    t.answers(entry.data.posts.length - 1 + entry.data.left),
    messages.format.date(dayOf(lastPost(entry))),
  ],
});

/** The pages of the list of threads, those with the newest post first: `/board/`, `/board/page/2/`. */
export const getThreadLists = async () => {
  const threads = [...(await getDocuments('board'))].sort((a, b) => {
    const [one, other] = [lastPost(a), lastPost(b)];
    return one < other ? 1 : one > other ? -1 : Number(b.id) - Number(a.id);
  });
  const all = Math.ceil(threads.length / THREADS_ON_PAGE);
  return Array.from({ length: all }, (_, at) => ({
    number: at + 1,
    head: at === 0 ? getListHead('board') : getPartHead('board', t.page(at + 1, all)),
    items: threads.slice(at * THREADS_ON_PAGE, (at + 1) * THREADS_ON_PAGE).map(viewItem),
    ways: waysTo(all, at + 1, (page) => (page === 1 ? '/board/' : `/board/page/${page}/`)),
  }));
};
export type ThreadList = Awaited<ReturnType<typeof getThreadLists>>[number];
