const OWN_CARD = /^\/(?:circulars\/\d{4}|manuals|faq|changelog|news|laws|forms)\/[a-z0-9-]+\/$/;

/** Cards shared by all pages without one of their own, and by all made-up pages. */
export const SHARED_CARDS = { portal: '/cards/portal.png', sample: '/cards/sample.png' } as const;

/** Path of the card of the page at `path`; made-up pages share one, which says so. */
export const cardPath = (path: string, sample: boolean): string => {
  if (sample) return SHARED_CARDS.sample;
  return OWN_CARD.test(path) ? `/cards${path.replace(/\/$/, '')}.png` : SHARED_CARDS.portal;
};
