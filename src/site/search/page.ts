import { getSections } from '../home.ts';
import { messages } from '../i18n.ts';

/** What the search page shows before anything is searched, and the texts that its script needs. */
export const getSearchPage = async () => ({
  sections: await getSections(),
  texts: JSON.stringify(messages.searchPage),
});

export type SearchPageView = Awaited<ReturnType<typeof getSearchPage>>;
