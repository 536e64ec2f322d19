import { getCollection } from 'astro:content';
import { followMoves } from '#core/address/moved.ts';
import { attachmentAnchor, MAKER_ANCHOR } from '#core/short-link/address.ts';
import { type ForceView, viewForce } from '../circular/force.ts';
import { keptFor } from '../circular/paths.ts';
import { type CircularEntry, getCirculars } from '../content.ts';
import { getWithdrawnPages } from '../document/withdrawn.ts';
import { messages } from '../i18n.ts';
import { circularLink, getDependencies, getRecords, type RecordLink } from '../records.ts';
import { type PreviewView, viewPreview } from '../share/preview.ts';
import { getWithdrawnFiles } from '../verify/withdrawn-file.ts';
import { codeOf } from './code-view.ts';

/** A page that redirects to another. */
export interface ForwardView {
  readonly title: string;
  readonly summary: string;
  /** How a link to it is previewed: as the page to which it leads. */
  readonly preview: PreviewView;
  /** Path to which it leads. */
  readonly to: string;
  /** Id of the place on that page. */
  readonly anchor: string | null;
  /** Which of the attachments it leads to, in words. */
  readonly part: string | null;
  /** Legal force, where the letter should no longer be followed: then the reader is warned before going on. */
  readonly withdrawn: ForceView | null;
  /** Why the reader is led elsewhere. */
  readonly why: string | null;
}

const viewForward = async (
  entry: CircularEntry,
  link: RecordLink,
  attachment: number | null,
): Promise<ForwardView> => ({
  title: link.title,
  summary: entry.data.circular.summary,
  preview: viewPreview({
    ...entry.data.circular,
    path: link.href,
    number: entry.data.circular.letter.number,
  }),
  to: link.href,
  anchor: attachment === null ? null : attachmentAnchor(attachment),
  part: attachment === null ? null : messages.link.forward.attachment(attachment),
  withdrawn: link.withdrawn
    ? viewForce(entry.data.circular.force, (await getDependencies(entry)).byPath)
    : null,
  why: null,
});

/** The pages behind all short addresses: `/q/<code>/`, and `/q/<code>/<n>/` for each attachment. */
export const getForwardPaths = async () => {
  const pages = (await getCirculars()).map(async (entry) => {
    const code = await codeOf(entry);
    const link = circularLink(entry);
    const kept = await keptFor([entry]);
    const numbers = entry.data.circular.attachments.map((_, index) => index + 1);
    return Promise.all(
      [null, ...numbers].map(async (attachment) => ({
        params: { path: attachment === null ? code : `${code}/${attachment}` },
        props: { forward: await viewForward(entry, link, attachment) },
        ...kept,
      })),
    );
  });
  return (await Promise.all(pages)).flat();
};

/** The page that was the one for the codes of covering letters, and leads to that place on the page of the circular. */
export const getMakerForward = async (entry: CircularEntry): Promise<ForwardView> => ({
  ...(await viewForward(entry, circularLink(entry), null)),
  anchor: MAKER_ANCHOR,
});

/** The pages that are left at addresses which pages no longer have. */
const getMovedPaths = async () => {
  const moves = (await getCollection('movedAddresses')).flatMap(({ data }) => data.moves);
  const { byPath } = await getRecords();
  const endOf = followMoves(moves);
  return moves.flatMap(({ from, why }) => {
    const to = endOf(from) as string;
    // A draft that was renamed: nothing is public at either address.
    if (to.startsWith('/circulars/') && !byPath.has(to.slice(1, -1))) return [];
    const target = byPath.get(to.slice(1, -1));
    const title = target?.title ?? to;
    const forward: ForwardView = {
      title,
      summary: '',
      preview: viewPreview({ path: to, title, summary: title, sample: target?.sample }),
      to,
      anchor: null,
      part: null,
      withdrawn: null,
      why: messages.link.forward.moved(why),
    };
    return [{ params: { moved: from.slice(1, -1) }, props: { forward, file: null, page: null } }];
  });
};

const getWithdrawnPaths = async () => [
  ...(await getWithdrawnFiles()).map(({ path, view }) => ({
    params: { moved: path },
    props: { forward: null, file: view, page: null },
  })),
  ...(await getWithdrawnPages()).map(({ path, view }) => ({
    params: { moved: path },
    props: { forward: null, file: null, page: view },
  })),
];

/** Every address that once was of something else: a page that moved, or a file or page that was taken off. */
export const getFormerPaths = async () => [
  ...(await getMovedPaths()),
  ...(await getWithdrawnPaths()),
];
