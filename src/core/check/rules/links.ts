import { followMoves } from '#core/address/moved.ts';
import { didYouMean } from '#core/nearest.ts';
import type { Problem } from '#core/problem.ts';
import {
  type BodyLink,
  type Content,
  type ContentRecord,
  RECORD_KINDS,
  type Rule,
} from '../content.ts';

/** Takes the place of the portal's own host, which content does not know. */
const HOME = 'https://portal.invalid';

interface Target {
  readonly path: string;
  readonly anchor: string;
}

/** Where a link leads within the portal; null for one outside of the portal, undefined for one that is no address. */
const targetOf = (record: ContentRecord, url: string): Target | null | undefined => {
  try {
    const { origin, pathname, hash } = new URL(url, `${HOME}/${record.path}/`);
    if (origin !== HOME) return null;
    return { path: decodeURIComponent(pathname), anchor: decodeURIComponent(hash.slice(1)) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return undefined;
    throw error;
  }
};

/** What there is to link to. */
class Site {
  readonly records: ReadonlyMap<string, ContentRecord>;
  readonly #files: ReadonlySet<string>;
  readonly #pages: ReadonlySet<string>;
  readonly #patterns: readonly RegExp[];
  /** Where a page moved to that was at an address; null where none was. */
  readonly movedTo: (path: string) => string | null;

  constructor({ records, pages, publicFiles, moved }: Content) {
    this.records = new Map(records.map((record) => [`/${record.path}/`, record]));
    const beside = records.flatMap(({ path, beside }) =>
      beside.map(({ name }) => `/${path}/${name}`),
    );
    this.#files = new Set([...publicFiles, ...beside]);
    const follow = followMoves(moved ?? []);
    this.movedTo = (path) => {
      const to = follow(path);
      return to !== null && to !== path && this.has(to) ? to : null;
    };
    // A route whose first step varies serves the lists of the kinds of record, and their pages, which are known by name.
    this.#pages = new Set([
      ...pages,
      ...(pages.includes('/*/') ? RECORD_KINDS.map((kind) => `/${kind}/`) : []),
    ]);
    this.#patterns = pages
      .filter((page) => page.includes('*') && !page.startsWith('/*'))
      .map((page) => new RegExp(`^${page.split('*').map(RegExp.escape).join('[^/]+')}$`));
  }

  has(path: string): boolean {
    if (this.records.has(path) || this.#files.has(path) || this.#pages.has(path)) return true;
    return !this.#isPlaceOfRecord(path) && this.#patterns.some((pattern) => pattern.test(path));
  }

  /** Every address that is no pattern of addresses. */
  addresses(): Iterable<string> {
    const pages = [...this.#pages].filter((page) => !page.includes('*'));
    return [...this.records.keys(), ...this.#files, ...pages];
  }

  /** A page of a record is there only if the record is, whatever its route would match. */
  #isPlaceOfRecord(path: string): boolean {
    const [kind, ...rest] = path.split('/').filter(Boolean);
    return (
      RECORD_KINDS.some((one) => one === kind) && rest.length === (kind === 'circulars' ? 2 : 1)
    );
  }
}

const problem = (
  record: ContentRecord,
  link: BodyLink,
  said: Pick<Problem, 'what' | 'why' | 'fix'>,
): Problem => ({
  file: record.source.file,
  line: link.line,
  column: link.column,
  what: said.what,
  why: said.why ?? 'A reader who follows the link would find nothing.',
  fix: said.fix,
});

const checkLink = (site: Site, record: ContentRecord, link: BodyLink): Problem | null => {
  const target = targetOf(record, link.url);
  if (target === null) return null;
  if (target === undefined) {
    return problem(record, link, {
      what: `the link "${link.url}" is no address`,
      fix: 'Write /<kind>/<slug>/ for a page of the portal, or a full address with https://.',
    });
  }
  const { path, anchor } = target;
  if (!site.has(path)) {
    const slashed = `${path}/`;
    const moved = site.movedTo(path) ?? site.movedTo(slashed);
    if (moved !== null) {
      return problem(record, link, {
        what: `the page of the link "${link.url}" has moved`,
        why: 'The old address is kept for links from elsewhere: it is one page more to load.',
        fix: `Write "${moved}${anchor === '' ? '' : `#${anchor}`}".`,
      });
    }
    return problem(record, link, {
      what: `the link "${link.url}" leads to no page or file of the portal`,
      fix: site.has(slashed)
        ? `Write it with a slash at its end: "${slashed}".`
        : `${didYouMean(path, site.addresses())}Fix the address, add the page, or remove the link.`,
    });
  }
  const page = site.records.get(path);
  if (page?.fields.draft && !record.fields.draft) {
    return problem(record, link, {
      what: `the link "${link.url}" leads to a draft`,
      fix: 'Publish both pages together, or remove the link.',
    });
  }
  if (anchor === '') return null;
  const anchors = page?.body?.anchors;
  if (!anchors || anchors.includes(anchor)) return null;
  return problem(record, link, {
    what: `the page of the link "${link.url}" has no heading "#${anchor}"`,
    fix:
      anchors.length > 0
        ? `${didYouMean(anchor, anchors)}Write one of its headings: ${anchors.map((one) => `#${one}`).join(', ')}.`
        : 'Leave out the part from "#" on.',
  });
};

/** Every link in a body that stays within the portal leads to a page, a file or a heading that is there. */
export const links: Rule = function* (content) {
  const site = new Site(content);
  for (const record of content.records) {
    for (const link of record.body?.links ?? []) {
      const found = checkLink(site, record, link);
      if (found) yield found;
    }
  }
};
