import { isSection, RECORD_KINDS } from '#core/check/content.ts';
import { getDocuments } from './content.ts';
import { messages } from './i18n.ts';

export interface MenuItem {
  readonly href: string;
  readonly label: string;
  readonly current?: 'page' | 'true' | undefined;
}

/** Kinds of content that have a section of their own, in the order of the menu. */
export const SECTIONS = RECORD_KINDS;
export type MenuSection = (typeof SECTIONS)[number];

/** The sections that this portal has. */
export const getSectionNames = async (): Promise<readonly MenuSection[]> => {
  const { length } = await getDocuments('board');
  return SECTIONS.filter((section) => section !== 'board' || isSection(section, length));
};

/** Sections of this portal whose pages are no circulars. */
export const getDocumentSections = async () =>
  (await getSectionNames()).filter((section) => section !== 'circulars');

const currentAt = (href: string, path: string): MenuItem['current'] => {
  if (href === path) return 'page';
  return path.startsWith(href) ? 'true' : undefined;
};

/** The main menu, with the place of the page at `path` marked in it: one's own office, the sections, and how the circulars travel. */
export const getMainMenu = async (path: string): Promise<MenuItem[]> =>
  [
    { href: '/my/', label: messages.my.title },
    ...(await getSectionNames()).flatMap((section) => {
      const item = { href: `/${section}/`, label: messages.nav[section] };
      const track = { href: '/track/', label: messages.nav.track };
      return section === 'circulars' ? [item, track] : [item];
    }),
  ].map((item) => ({ ...item, current: currentAt(item.href, path) }));

/** Menu at the foot of every page. */
export const getFooterMenu = (): MenuItem[] => [
  { href: '/search/', label: messages.nav.search },
  { href: '/trace/', label: messages.trace.title },
  { href: '/offices/', label: messages.office.index.title },
  { href: '/grants/', label: messages.figures.grants.title },
  { href: '/finance/', label: messages.figures.finance.title },
  { href: '/follow-up/', label: messages.figures.followUp.title },
  { href: '/follow/', label: messages.follow.title },
  { href: '/offline/', label: messages.offline.title },
  { href: '/changes/', label: messages.openData.changes.title },
  { href: '/api/', label: messages.openData.title },
  { href: '/q/', label: messages.link.enter.title },
  { href: '/verify/', label: messages.link.verify.title },
  { href: '/about/', label: messages.nav.about },
  { href: '/accessibility/', label: messages.nav.accessibility },
];

/** One entry of the breadcrumb trail of a page. */
export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** The breadcrumb trail of a page of a section: home, then the section. */
export const getCrumbs = (section: MenuSection): Crumb[] => [
  { href: '/', label: messages.site.home },
  { href: `/${section}/`, label: messages.nav[section] },
];
