/** Kinds of page that have a list of their own. */
const LISTED = 'circulars|manuals|faq|changelog|news|laws|forms|board';
const OWN_CARD =
  /^\/(?:circulars\/\d{4}|manuals|faq|changelog|news|laws|forms|board)\/[a-z0-9-]+\/$/;

const OF_A_LIST = new RegExp(`^/(${LISTED})/(?:\\d{4}/(?:page/\\d+/)?)?$`);

/** Cards shared by all pages without one of their own, and by all made-up pages. */
export const SHARED_CARDS = { portal: '/cards/portal.png', sample: '/cards/sample.png' } as const;

/** Path of the card of the lists of a kind of page. */
export const listCardPath = (kind: string): string => `/cards/${kind}.png`;

/** Path of the card of the page at `path`; made-up pages share one, which says so, and so do the lists of a kind. */
export const cardPath = (path: string, sample: boolean): string => {
  if (sample) return SHARED_CARDS.sample;
  const [, listed] = OF_A_LIST.exec(path) ?? [];
  if (listed !== undefined) return listCardPath(listed);
  return OWN_CARD.test(path) ? `/cards${path.replace(/\/$/, '')}.png` : SHARED_CARDS.portal;
};
