import { type Crumb, getCrumbs, type MenuSection } from './frame.ts';
import { messages } from './i18n.ts';

/** Head of a page that lists a section, or a part of one. */
export interface ListHead {
  readonly title: string;
  readonly lead: string;
  readonly crumbs: readonly Crumb[];
}

/** Head of the list of a whole section: only home is above it. */
export const getListHead = (section: MenuSection): ListHead => ({
  title: messages.nav[section],
  lead: section === 'circulars' ? messages.circular.list.lead : messages.document.lead[section],
  crumbs: getCrumbs(section).slice(0, 1),
});

/** Head of a list within a section. */
export const getPartHead = (section: MenuSection, title: string): ListHead => ({
  ...getListHead(section),
  title,
  crumbs: getCrumbs(section),
});
