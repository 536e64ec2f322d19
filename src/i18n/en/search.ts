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
  corrected: 'Searched for "{to}" instead of "{from}"',
  instead: 'Showing results for "{to}" instead of "{from}"',
  suggestion: 'Nothing has all of "{from}" as typed. If you meant "{to}", see the near matches, or',
  suggestionBeside: 'If you meant "{to}", see the near matches, or',
  suggestionLink: 'search for "{to}"',
  codeSlip:
    'If "{code}" is a code from the end of a letter, a character of it is wrong, missing or exchanged. Compare it with the paper and',
  codeAgain: 'type the code again',
  numberLost: '{number} is nowhere in Wian',
  numberNear: 'Numbers near to it',
  numberWith: 'Letter numbers with {number} in them',
  numberForce: '{number} is {title}',
  follow: 'Follow where {number} has got to',
  missing: 'No page has the word "{word}"',
  impossibleDate:
    'The calendar has no "{day}": its whole month was searched. Compare the date with the letter.',
  truncated: 'The query is very long; only its beginning was used: "{query}"',
  suggestions: 'Pages that match',
  allResults: 'All results for "{query}"',
  near: 'Near matches',
  nearNote: 'These pages have part of what you searched for',
  more: 'Show more',
  number: 'No. {number}',
  failures: {
    connection:
      'Search does not work just now: the connection or the site is down or too slow. Try again, or browse the sections below.',
    missing:
      'Search does not work: a file of the search index is missing from the site. Try again, or browse the sections below.',
    damaged:
      'Search does not work: a file of the search index came damaged, and results might be wrong. Try again, or browse the sections below.',
    newer:
      'Wian has been updated since this page was opened. Reload the page to go on searching; what you typed is kept.',
    older:
      'Search does not work: the site still has the search index of an earlier version, and may be changing just now. Try again in a moment, or browse the sections below.',
    program:
      'The search of this page could not be opened; Wian may just have been updated, or this browser be too old. Reload the page, or browse the sections below.',
  },
  slow: 'Still searching, but data comes slowly. Wait, try again, or browse the sections below.',
  lostPages: 'These results are incomplete: {count} of the pages found could not be opened.',
  lostFilters: 'The filters cannot be opened just now.',
  failedInBox: 'The search index cannot be opened just now: try on the search page',
  slowInBox: 'Data comes slowly: wait, or go to the search page',
  partialInBox: 'These results are incomplete: see the search page',
  retry: 'Try again',
  reload: 'Reload this page',
  byNumber: 'Follow a letter by its number',
};
