/** How one record names another. */
export type LinkKind = 'refers' | 'cancels' | 'sets-force' | 'source' | 'related' | 'answered-by';

/** A named record: who names it, and how. */
export interface Link<Page> {
  readonly kind: LinkKind;
  /** Path of the record that is named. */
  readonly to: string;
  readonly from: Page;
}

/** Records that name a given record, by its path. */
export type Backlinks<Page> = ReadonlyMap<string, readonly Link<Page>[]>;

/**
 * Turns links round, in one pass over all of them. A page that names a record twice in the same way counts once;
 * a page that names itself does not count. Order within a record is that of `links`.
 */
export const reverseLinks = <Page extends { readonly path: string }>(
  links: Iterable<Link<Page>>,
): Backlinks<Page> => {
  const byTarget = new Map<string, Link<Page>[]>();
  for (const link of links) {
    if (link.from.path === link.to) continue;
    const known = byTarget.get(link.to);
    if (!known) byTarget.set(link.to, [link]);
    else if (!known.some((one) => one.kind === link.kind && one.from.path === link.from.path)) {
      known.push(link);
    }
  }
  return byTarget;
};
