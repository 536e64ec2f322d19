import type { Scope } from '#core/offline/scope.ts';
import { SEEN_LIMITS } from '#core/offline/seen.ts';
import { getSectionNames } from '../frame.ts';
import { messages } from '../i18n.ts';

/** Texts of the script that keeps pages; one file for all pages that have it. */
export const keepTexts = () => {
  const { kept, keep, units, scopes, obstacle } = messages.offline;
  return { kept, keep, units, scopes, obstacle };
};
export type KeepTexts = ReturnType<typeof keepTexts>;

/** What can be kept, as a choice on a page. */
export interface KeepChoice {
  /** For the script, as JSON; the script itself finds out what the circulars of an office are. */
  readonly scope: string;
  readonly title: string;
  /** Folder at the top of the portal whose size is shown beside it, if it is one. */
  readonly group?: string;
}

const choiceOf = (scope: Scope, title: string): KeepChoice => ({
  scope: JSON.stringify(scope),
  title,
});

/** The choice of one circular, by its path: `/circulars/2567/id/`. */
export const keepCircular = (path: string, title: string): KeepChoice =>
  choiceOf({ kind: 'circular', folder: path.replace(/^\/|\/$/g, '') }, title);

/** Everything that the page about reading offline shows before its script knows what is kept. */
export const getOfflinePage = async () => {
  const { title, lead, facts, scopes } = messages.offline;
  return {
    head: { title, lead, crumbs: [{ href: '/', label: messages.site.home }] },
    texts: JSON.stringify(keepTexts()),
    sections: (await getSectionNames()).map((section) => ({
      ...choiceOf({ kind: 'section', section }, messages.nav[section]),
      group: section,
    })),
    everything: choiceOf({ kind: 'everything' }, scopes.everything),
    facts: [
      facts.seen(SEEN_LIMITS.entries, messages.format.size(SEEN_LIMITS.bytes)),
      facts.old,
      facts.private,
      facts.install,
    ],
  };
};
export type OfflinePage = Awaited<ReturnType<typeof getOfflinePage>>;
