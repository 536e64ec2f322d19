/** What an embedded list shows: the newest of a section or those that concern an office. */
export interface NewestChoice {
  readonly section: string | null;
  readonly office: string | null;
}

const NAME = /^[a-z0-9-]{1,60}$/;

/** Path of the JSON feed below the portal (`feeds/circulars/feed.json`), the circulars' where nothing is chosen; null for no name. */
export const feedPath = ({ section, office }: NewestChoice): string | null => {
  const name = (office || section || 'circulars').trim().toLowerCase();
  if (!NAME.test(name)) return null;
  return office ? `feeds/offices/${name}/feed.json` : `feeds/${name}/feed.json`;
};

const CIRCULAR = /(?:^|\/)(\d{4})\/([a-z0-9-]+)\/?$/;

/**
 * `<B.E. year>/<permanent id>` of a circular, from that text itself or from the address of its page, with whatever query and
 * fragment an editor copied along; null where it is neither.
 */
export const circularOf = (text: string | null): string | null => {
  const [path = ''] = (text ?? '').trim().split(/[?#]/);
  const [, year, id] = CIRCULAR.exec(path) ?? [];
  return year && id ? `${year}/${id}` : null;
};

const MOST = 20;

/** How many entries to show: as the address says, from 1 to 20; 5 where it says nothing usable. */
export const countOf = (text: string | null): number => {
  const count = Math.trunc(Number(text ?? 5));
  return count >= 1 ? Math.min(count, MOST) : 5;
};

/** An address that may be in a link: of the web, never a script; null for any other. */
export const webAddress = (text: unknown): string | null =>
  typeof text === 'string' && /^https?:\/\//i.test(text) ? text : null;
