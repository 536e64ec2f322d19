import type { FeedItem } from './item.ts';

/** What a feed follows. */
export type FeedTopic =
  | { readonly scope: 'all' }
  | { readonly scope: 'kind'; readonly kind: string }
  | { readonly scope: 'system'; readonly system: string }
  | { readonly scope: 'office'; readonly office: string }
  | { readonly scope: 'withdrawn' }
  /** Transfers of grants: to all authorities, or to those of a province. */
  | { readonly scope: 'grants'; readonly province: string | null }
  /** One entry a week, about all others. */
  | { readonly scope: 'digest' };

/** Path of a feed below `/feeds/`, without slashes at its ends; permanent like every address. */
export const feedSlug = (topic: FeedTopic): string => {
  switch (topic.scope) {
    case 'all':
      return 'all';
    case 'withdrawn':
      return 'withdrawn';
    case 'digest':
      return 'digest';
    case 'kind':
      return topic.kind;
    case 'system':
      return `systems/${topic.system}`;
    case 'office':
      return `offices/${topic.office}`;
    case 'grants':
      return topic.province === null ? 'grants' : `grants/${topic.province}`;
  }
};

const follows = (topic: FeedTopic, { page, kind }: FeedItem): boolean => {
  switch (topic.scope) {
    case 'all':
    case 'digest':
      return true;
    // Their entries are made from figures, not from pages.
    case 'grants':
      return false;
    case 'withdrawn':
      return page.withdrawn || kind === 'attachment-withdrawn';
    case 'kind':
      return page.kind === topic.kind;
    case 'system':
      return page.system === topic.system;
    case 'office':
      return page.offices.includes(topic.office);
  }
};

/** Entries of a feed at the most: readers ask for it hourly over slow lines, and the open data hold the rest. */
export const FEED_LIMIT = 50;

/** Entries of the feed of one province or district: there may be a thousand such feeds, in three formats each. */
export const OFFICE_FEED_LIMIT = 20;

/** Entries of a feed at the most. */
export const limitOf = (topic: FeedTopic): number =>
  topic.scope === 'office' || (topic.scope === 'grants' && topic.province !== null)
    ? OFFICE_FEED_LIMIT
    : FEED_LIMIT;

/** The newest entries of every province and district, in the order given; read once, as there are so many. */
export const newestByOffice = (
  items: readonly FeedItem[],
  limit: number = OFFICE_FEED_LIMIT,
): ReadonlyMap<string, readonly FeedItem[]> => {
  const byOffice = new Map<string, FeedItem[]>();
  for (const item of items) {
    for (const office of item.page.offices) {
      const newest = byOffice.get(office) ?? [];
      if (newest.length === 0) byOffice.set(office, newest);
      if (newest.length < limit) newest.push(item);
    }
  }
  return byOffice;
};

/** The newest entries that a feed carries, in the order given; all of a topic are not gathered first. */
export const selectItems = (
  items: readonly FeedItem[],
  topic: FeedTopic,
  limit: number = limitOf(topic),
): FeedItem[] => {
  const selected: FeedItem[] = [];
  for (const item of items) {
    if (selected.length === limit) break;
    if (follows(topic, item)) selected.push(item);
  }
  return selected;
};
