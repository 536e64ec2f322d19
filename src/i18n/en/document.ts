import type { DocumentTexts } from '../messages.ts';

/** Texts of the pages that editors write, in English. */
export const document: DocumentTexts = {
  document: {
    kindLabel: 'Kind',
    topic: 'Topic',
    fiscalYear: 'Applies to',
    groups: 'Topics on this page',
    links: 'Related pages',
    withdrawn: 'No longer in use',
    beside: 'About this page',
    published: 'Put on Wian',
    changed: 'Last changed',
    changes: 'Changes to this page',
    sources: 'Sources',
    related: 'Read next',
    forRoles: 'For',
    onThisPage: 'On this page',
    footnotes: { title: 'Footnotes', back: 'Back to the text' },
    effective: 'In effect',
    filledBy: 'Filled in by',
    sentTo: 'Sent to',
    files: 'Files',
    officialText: 'Official text',
    leavesSite: 'goes to another website',
    knownFacts: 'What is known',
    kind: { act: 'Act', regulation: 'Regulation', 'directive-letter': 'Directive letter' },
    lead: {
      manuals: 'Choose the work at hand: each says who does which step, and by which letter',
      faq: 'A short answer stands under each question; open it for the full answer and its source',
      changelog: 'Newest first. Days are those of the letters, not of their entry here.',
      news: 'Each notice tells its state on the day of the data',
      laws: 'What is known from letters that cite them; not the official text',
      forms: 'Samples made by Wian, to see what the real form will ask',
    },
    empty: 'There is nothing in this section yet',
  },
};
