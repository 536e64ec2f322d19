import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathInPortal } from '#core/address/portal-address.ts';
import { isSection, RECORD_KINDS } from '#core/check/content.ts';
import { type ForceStatus, isWithdrawn } from '#core/force/force.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { cardPath, listCardPath, SHARED_CARDS } from '#core/social-card/card-path.ts';
import type { SocialCard } from '#core/social-card/social-card.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { socialCardPng } from '#output/image/social-card.ts';
import { textOutliner } from '#output/qr/outline-text.ts';
import { isWholePicture, writeCacheFile } from '#store/files/cache-file.ts';
import type { PortalFiles } from '#store/portal/kept-files.ts';
import { readSarabun } from '#store/sarabun.ts';
import type { Settings } from '#store/settings.ts';

/** Raised when cards are drawn in another way, so that remembered ones are drawn anew. */
const DRAWING = 4;
const AT_ONCE = 4;

/** What the environment says of a portal, as far as its cards show it. */
type CardSettings = Pick<Settings, 'siteUrl' | 'language'>;

interface Page {
  readonly url: string;
  readonly title: string;
  readonly sample: boolean;
  readonly kind?: string;
  readonly number?: string | null;
  readonly needsCheck?: boolean;
  readonly force?: ForceStatus | null;
}

/** Path within the portal of an address in its open data. */
const placeOf = (url: string, site: string): string => {
  const path = pathInPortal(site, url);
  if (path === null) throw new Error(`The open data name ${url}, which is not at ${site}.`);
  return path;
};

const readJson = async ({ pathOf }: PortalFiles, path: string) =>
  JSON.parse(await readFile(pathOf(path.slice(1)), 'utf8'));

/** The pages with a card of their own, from the open data of the built portal. */
const readPages = async (portal: PortalFiles, site: string): Promise<Page[]> => {
  const index = await readJson(portal, '/api/v1/index.json');
  const pages: Page[] = [];
  for (const { url } of [...index.circulars, ...index.documents]) {
    for (let next: string | null = url; next; ) {
      const list: { items: Page[]; next?: string | null } = await readJson(
        portal,
        placeOf(next, site),
      );
      pages.push(...list.items.filter(({ sample }) => !sample));
      next = list.next ?? null;
    }
  }
  return pages;
};

/** What is drawn, by the path of its card. */
const planCards = (
  pages: readonly Page[],
  { siteUrl, language }: CardSettings,
): Map<string, SocialCard> => {
  const t = LANGUAGES[language];
  const foot = `${t.site.name} - ${t.site.tagline}`;
  const every = { foot, note: t.share.card.note, withdrawn: false };
  const nameOf = ({ kind, number, needsCheck }: Page): string => {
    // A number in doubt does not stand alone in a picture, where nothing can say so.
    if (number && !needsCheck) return printLetterNumber(number);
    return (t.nav as Readonly<Record<string, string>>)[kind ?? 'circulars'] ?? t.site.name;
  };
  const cardOf = (page: Page): SocialCard => {
    const withdrawn = page.force ? isWithdrawn({ status: page.force }) : false;
    const status = withdrawn && page.force ? `${t.force.status[page.force]}: ` : '';
    return { ...every, title: page.title, kicker: status + nameOf(page), withdrawn };
  };
  const ofKind = Map.groupBy(pages, ({ kind }) => kind);
  return new Map([
    [SHARED_CARDS.portal, { ...every, title: t.home.title, kicker: t.site.name }],
    [SHARED_CARDS.sample, { ...every, title: t.sample.page, kicker: t.sample.badge }],
    ...RECORD_KINDS.filter((kind) => isSection(kind, ofKind.get(kind)?.length ?? 0)).map(
      (kind): [string, SocialCard] => [
        listCardPath(kind),
        { ...every, title: t.sections[kind], kicker: t.nav[kind] },
      ],
    ),
    ...pages.map((page): [string, SocialCard] => [
      cardPath(placeOf(page.url, siteUrl), false),
      cardOf(page),
    ]),
  ]);
};

/**
 * Draws the card of every page of a built portal into `folder`. A card is remembered in `cache` by what it says, so
 * that only new and retitled pages cost anything. Resolves to the number of cards.
 */
export const drawSocialCards = async (
  portal: PortalFiles,
  folder: string,
  cache: string,
  settings: CardSettings,
): Promise<number> => {
  const cards = [...planCards(await readPages(portal, settings.siteUrl), settings)];
  const outline = textOutliner(readSarabun);
  const draw = async ([path, card]: [string, SocialCard]) => {
    const name = createHash('sha256')
      .update(JSON.stringify([DRAWING, card]))
      .digest('hex');
    const known = join(cache, `${name}.png`);
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    if (isWholePicture(known)) {
      await copyFile(known, target);
      return;
    }
    const drawn = await socialCardPng(card, outline);
    writeCacheFile(known, drawn);
    await writeFile(target, drawn);
  };
  const waiting = cards.values();
  const work = async () => {
    for (const card of waiting) await draw(card);
  };
  // All come to rest before a failure is reported: nothing may write into a folder that is being cleared away.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return cards.length;
};
