/** One page of a long list, cut by number so that its address stays the same while newer lists grow elsewhere. */
export interface ListPage<Item> {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly items: readonly Item[];
}

/** Cuts a list into pages of at most `size`; an empty list is one empty page. */
export const listPages = <Item>(items: readonly Item[], size: number): ListPage<Item>[] => {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    pages,
    total: items.length,
    items: items.slice(index * size, (index + 1) * size),
  }));
};
