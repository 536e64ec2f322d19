import type { FrameTexts } from '../messages.ts';
import { plural } from './formats.ts';

/** Texts of the frame, the home page and what stands on every page, in English. */
export const frame: FrameTexts = {
  site: {
    name: 'Wian',
    tagline: 'Knowledge base and circulars for local government',
    description:
      'Circulars, manuals, questions and forms for local government, and the way each circular has travelled',
    wordmark: 'Wian',
    skip: 'Skip to main content',
    menu: 'Menu',
    mainMenu: 'Main menu',
    breadcrumb: 'You are here',
    home: 'Home',
    notGovernment:
      'Wian is a tool for finding letters, not the website of a government body. Every copy is for reference only: rely on the original of the issuing office.',
    footerMenu: 'Footer menu',
    asOf: (date) => `As of ${date}`,
    pageTitle: (title) => `${title} - Wian`,
  },

  nav: {
    circulars: 'Circulars',
    track: 'Tracking',
    manuals: 'Manuals',
    faq: 'Questions',
    changelog: 'System changes',
    news: 'News',
    laws: 'Laws and directives',
    forms: 'Forms',
    board: 'Board',
    search: 'Search',
    about: 'About Wian',
    accessibility: 'Accessibility',
  },

  sections: {
    circulars: 'Letter by letter: who has to do what, by when, and how far the letter has come',
    manuals: 'How to do the work step by step, with the letters it rests on',
    faq: 'Questions from real work, short answers, and where they come from',
    changelog: 'What changed in the accounting system, since when, by which letter',
    news: 'When systems open and close, and what is due',
    laws: 'Laws, regulations and directive letters that circulars refer to',
    forms: 'Sample forms, and who sends which to whom',
    board: 'Questions and answers of users, taken from the board',
  },

  search: {
    label: 'Search Wian',
    placeholder: 'Words, a letter number or a date',
    submit: 'Search',
    hint: 'Use everyday words, a letter number or a date. Typing errors are forgiven.',
  },

  home: {
    title: 'Circulars for local government, in one place',
    lead: 'See which letter asks whom to do what, by when, and whether it still holds',
    routeLabel: 'The way of a circular, from the department to the units of an authority',
    stops: {
      department: 'Department',
      provinces: 'Provinces',
      districts: 'Districts',
      authorities: 'Authorities',
    },
    stopsNote: (year) => `Offices on the way of a letter, mid-${year}, Bangkok not counted`,
    notices: 'Service notices',
    noNotices: 'There are no service notices at present',
    allNews: 'All news',
    newest: 'Newest circulars',
    allCirculars: 'All circulars',
    noCirculars: 'There are no circulars in Wian yet',
    deadlines: 'Deadlines ahead',
    noDeadlines: 'No letter states a deadline that lies ahead',
    deadlinesNote: 'Only days that a letter states are counted',
    duties: 'Recurring duties',
    questions: 'Questions answered with a form or manual',
    allQuestions: 'All questions',
    sections: 'Sections',
    pages: (count) => plural(count, 'page'),
  },

  sinceVisit: {
    since: 'Since the data of {date}, when you last opened the change log: {parts}',
    atLeast: 'Since the data of {date}, when you last opened the change log, at least: {parts}',
    nothing: 'Nothing has changed since the data of {date}, when you last opened the change log.',
    published: '{count} new',
    changed: '{count} changed or files withdrawn',
    withdrawn: '{count} cancelled or expired',
    mark: 'New since then',
    link: 'Open the change log',
    kept: 'With JavaScript, this page has this browser remember the day of the data that it showed and the number of entries of that day, to say next time what has changed. Nothing else is kept, and nothing is sent.',
    forget: 'Forget this day',
    forgotten: 'Forgotten. This browser remembers again when this page is opened again.',
  },

  notice: {
    /** Of a notice that has begun and for which no letter states an end. */
    begun: {
      closed: 'Has begun; no letter states an end',
      open: 'Open; no letter states a closing',
      window: 'Has begun; no letter states an end',
      information: 'Announced',
    },
    kind: {
      closed: 'Closed',
      open: 'Open',
      window: 'Period of action',
      information: 'Information',
    },
    state: {
      coming: 'Still to come',
      present: 'Now',
      past: 'Over',
    },
  },

  sample: {
    draftBadge: 'Draft',
    draft: 'This page is not published; only this machine shows it.',
    badge: 'Sample',
    page: 'This page is made up, for trying things out. It is no real letter or matter.',
    form: 'Wian made this form as a sample. It is not the form of the department and must not be handed in.',
  },

  notFound: {
    title: 'Page not found',
    lead: 'The address may be misspelt or cut off. Search for a title or a letter number.',
    permanent: 'Addresses of circulars in Wian are permanent: never changed, never used again.',
  },
};
