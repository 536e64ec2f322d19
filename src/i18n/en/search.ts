import type { SearchTexts } from '../messages.ts';

/** Texts of the search page in English. */
export const searchPage: SearchTexts = {
  title: 'Search',
  lead: 'Type as you speak: a question, a letter number, a date, or a phrase in "quotation marks"',
  noScript:
    'Search needs JavaScript, which this browser has turned off. Meanwhile you can browse the sections below.',
  browse: 'Browse by section',
  recent: 'Recent searches (kept on this device only)',
  forget: 'Forget recent searches',
  filters: 'Filter the results',
  all: 'All',
  filterNames: {
    kind: 'Kind',
    system: 'System',
    year: 'Year of the letter (B.E.)',
    force: 'Legal force',
    issuer: 'Issuer',
    province: 'Province',
  },
  results: 'Results',
  searching: 'Searching',
  found: '{full} pages match fully, {near} are near',
  foundOnly: '{full} pages found',
  nearOnly: 'No page has every word; {near} pages are near',
  nothing: 'No page has "{query}"',
  nothingTry:
    'Try fewer or other words, only the number behind the circular mark, or browse the sections below.',
  nothingFiltered: 'Try "All" in the filters.',
  mended: 'Searched for "{to}" instead of "{from}"',
  missing: 'No page has the word "{word}"',
  truncated: 'The query is very long; only its beginning was used: "{query}"',
  suggestions: 'Pages that match',
  allResults: 'All results for "{query}"',
  near: 'Near matches',
  nearNote: 'These pages have part of what you searched for',
  more: 'Show more',
  number: 'No. {number}',
  failed:
    'The search index could not be opened: the connection may be down, or a file of the site missing. Try again, or browse the sections below.',
  failedInBox: 'The search index cannot be opened just now: try on the search page',
  retry: 'Try again',
};
