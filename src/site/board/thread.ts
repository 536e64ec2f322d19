import { getCollection } from 'astro:content';
import { inReadingOrder, pagesOfThread } from '#core/board/thread-page.ts';
import { systemName } from '#core/system.ts';
import { escapeMarkup } from '#core/text/escape.ts';
import { type DocumentEntry, getDocuments } from '../content.ts';
import { getCrumbs } from '../frame.ts';
import { messages } from '../i18n.ts';
import { documentLink, getRecords } from '../records.ts';
import { getRelated } from '../related.ts';
import { sharedUrl } from '../share/address.ts';
import { type PreviewView, viewPreview } from '../share/preview.ts';
import { viewShare } from '../share/share.ts';
import { viewPosts } from './posts.ts';

const t = messages.thread;

type Thread = DocumentEntry<'board'>;

/** Addresses of the pages of a thread or list, with their numbers. */
export interface PageWay {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** The ways to all pages of a list. */
export const waysTo = (all: number, current: number, hrefOf: (page: number) => string): PageWay[] =>
  Array.from({ length: all }, (_, at) => ({
    href: hrefOf(at + 1),
    label: messages.format.count(at + 1),
    current: at + 1 === current,
  }));

/** One page of a thread; `number` counts from 1. */
export const getThreadPage = async (entry: Thread, number: number) => {
  const { data } = entry;
  const { byPath } = await getRecords();
  const link = documentLink(entry);
  const pages = pagesOfThread(data.posts);
  const hrefOf = (page: number) => (page === 1 ? link.href : `${link.href}${page}/`);
  const sample = data.sample ? ('page' as const) : null;
  const about = data.about ? (byPath.get(data.about.slice(1, -1)) ?? null) : null;
  return {
    link,
    number,
    title: number === 1 ? data.title : `${data.title} (${t.page(number, pages.length)})`,
    summary: data.summary,
    draft: data.draft,
    sample,
    preview: viewPreview({ ...data, path: link.href }),
    share: viewShare({
      title: data.title,
      url: sharedUrl(link.href),
      sample: sample && messages.sample[sample],
    }),
    crumbs: getCrumbs('board'),
    facts: [
      t.sections[data.section],
      ...(data.system ? [systemName(data.system)] : []),
      t.answers(data.posts.length - 1 + data.left),
    ].join(' · '),
    about,
    posts: await viewPosts(pages[number - 1] ?? [], data.posts[0]?.id),
    ways: waysTo(pages.length, number, hrefOf),
    left: number === pages.length && data.left > 0 ? t.left(data.left) : null,
    similar: number === 1 ? await getRelated(link.path) : [],
  };
};
export type ThreadPage = Awaited<ReturnType<typeof getThreadPage>>;

/** A thread that was taken off, as its address says so. */
export interface WithdrawnThread {
  readonly why: string;
  /** That of the portal: no picture is drawn of a thread that is gone, and its board may have no page. */
  readonly preview: PreviewView;
}

/** The pages of all threads: `12`, `12/2`, and what is left of those that were taken off. */
export const getThreadPaths = async () => {
  const threads = (await getDocuments('board')).flatMap((entry) =>
    pagesOfThread(entry.data.posts).map((_, at) => ({
      params: { thread: at === 0 ? entry.id : `${entry.id}/${at + 1}` },
      props: { shown: { entry, number: at + 1 }, withdrawn: null },
    })),
  );
  const gone = await getCollection('board', ({ data }) => data.withdrawn !== undefined);
  const withdrawn = gone.map(({ id, data }) => {
    const why = t.withdrawnOn(messages.format.date(data.withdrawn ?? ''));
    const preview = viewPreview({ path: '/', title: t.withdrawn, summary: why });
    return { params: { thread: id }, props: { shown: null, withdrawn: { why, preview } } };
  });
  return [...threads, ...withdrawn];
};

/** HTML of a thread for feeds: the posts of its first page, each with who wrote it. */
export const getThreadHtml = async ({ data }: Thread): Promise<readonly string[]> => {
  const [first = []] = pagesOfThread(data.posts);
  const views = await viewPosts(inReadingOrder(first), data.posts[0]?.id);
  return views.map(({ html, pictures }) =>
    [
      html,
      ...pictures.map(
        ({ src, alt, width, height }) =>
          `<p><img src="${src}" alt="${escapeMarkup(alt)}" width="${width}" height="${height}"></p>`,
      ),
    ].join(''),
  );
};
