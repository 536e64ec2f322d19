import { BUDDHIST_ERA_OFFSET, parseIsoDate } from '#core/letter/date.ts';
import type { Messages } from './th.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const INTERVAL_UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

const formatDate = (date: string): string => {
  const parts = parseIsoDate(date);
  if (!parts) throw new RangeError(`"${date}" is not a date of the calendar`);
  const month = parts.month && MONTHS[parts.month - 1];
  return [parts.day, month, parts.year].filter((part) => part !== undefined).join(' ');
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Interface texts in English. */
export const en: Messages = {
  format: {
    date: formatDate,
    shortDate: formatDate,
    year: (year) => `${year - BUDDHIST_ERA_OFFSET} (B.E. ${year})`,
    fiscalYear: (year) => `fiscal year ${year - BUDDHIST_ERA_OFFSET} (B.E. ${year})`,
    printed: (text) => text,
    period: (from, to) => {
      if (from && to) return `${formatDate(from)} to ${formatDate(to)}`;
      return from ? `from ${formatDate(from)}` : `until ${formatDate(to ?? '')}`;
    },
    every: (count, unit) =>
      count === 1 ? `every ${INTERVAL_UNITS[unit]}` : `every ${plural(count, INTERVAL_UNITS[unit])}`,
    daysLeft: (days) => (days === 0 ? 'today is the last day' : `${plural(days, 'day')} left`),
    count: (count) => count.toLocaleString('en'),
    size: (bytes) =>
      bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`,
  },

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
    manuals: 'Manuals',
    faq: 'Questions',
    changelog: 'System changes',
    news: 'News',
    laws: 'Laws and directives',
    forms: 'Forms',
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
    stops: ['Department', 'Province', 'District', 'Authority', 'Unit'],
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
    sections: 'Sections',
    pages: (count) => plural(count, 'page'),
  },

  notice: {
    kind: {
      closed: 'Closed',
      open: 'Open',
      window: 'Period of action',
      information: 'Information',
    },
    state: {
      coming: 'Still to come',
      present: 'Now',
      begun: 'Has begun; no letter states an end',
      past: 'Over',
    },
  },

  force: {
    heading: 'Legal force',
    status: {
      'in-force': 'In force',
      cancelled: 'Cancelled',
      superseded: 'Superseded',
      expired: 'Expired',
      unknown: 'Force unknown',
    },
    explain: {
      'in-force': 'A letter confirms that it is in force',
      cancelled: 'Do not follow this letter',
      superseded: 'Follow the letter that takes its place',
      expired: 'The time that the letter set is over',
      unknown:
        'Wian has found no letter that says whether this one still holds. Ask the issuing office before relying on it.',
    },
    by: 'By letter',
    since: (date) => `since ${date}`,
  },

  doubt: {
    check: 'Check against the original',
    kind: {
      unclear: 'The copy is unclear',
      conflict: 'Copies disagree',
      unreadable: 'Unreadable',
      cited: 'Known only from a letter that cites it',
    },
    nothing: 'Cannot be read',
    readings: 'What was read',
    read: (text) => `“${text}”`,
    impossible: 'there is no such day or number',
    in: 'in',
    thisLetter: 'the letter itself',
  },

  circular: {
    copyNote: 'Copy for reference, not the original',
    original: (office) => `Ask for the original at ${office}`,
    source: 'Read from',
    actions: 'What to do',
    noActions: 'This letter informs; it asks for nothing',
    deadline: 'By',
    window: 'Within',
    every: 'Recurs',
    asked: 'Asked by',
    guidance: 'Guidance',
    facts: 'Face of the letter',
    attachments: 'Attachments',
    noAttachments: 'The letter names no attachment',
    missing: 'Wian does not have this file',
    download: 'Download',
    attachmentsBy: 'How the letter says they are to be had',
    copies: (count) => plural(count, 'set'),
    replaced: 'A newer file takes its place',
    checksum: 'SHA-256 checksum',
    chain: 'The way of the letter',
    chainNote: 'Only what was recorded is shown. No record does not mean not received.',
    sent: 'Passed on',
    issued: 'Issued',
    received: 'Received',
    registerNumber: 'Register no.',
    letterNumber: 'No.',
    date: 'Dated',
    stampDate: 'Date',
    stampTime: 'Time',
    noRecord: 'No record',
    differences: 'Where covering letters differ from the original',
    differenceHere: 'Covering letter',
    differenceOriginal: 'Original',
    references: 'Related letters',
    refersTo: 'Refers to',
    cancels: 'Cancels',
    referredBy: 'Referred to by',
    linkKind: {
      refers: 'refers to this',
      cancels: 'cancels this',
      'sets-force': 'rests its legal force on this',
      source: 'draws on this',
      related: 'suggests reading this',
    },
    external: 'not in Wian',
    referenceNote: 'A reference does not mean a repeal',
    noReferences: 'No letters refer to one another here',
    cite: 'How to cite this letter',
    citeText: 'Text of the citation',
    citeAddress: 'Permanent address of this page',
    copy: 'Copy',
    copied: 'Copied',
    contact: 'Office that answers questions',
    phone: 'Tel.',
    letter: {
      number: 'No.',
      date: 'Date',
      subject: 'Subject',
      to: 'To',
      references: 'Refers to',
      attachments: 'Attachments',
      urgency: 'Urgency',
      signatory: 'Signed by',
      issuer: 'Issued by',
      onBehalf: (post) => `on behalf of ${post}`,
    },
    list: {
      title: 'Circulars',
      lead: 'By year of issue, newest first',
      jump: 'Go to year',
      yearTitle: (year) => `Circulars of ${year}`,
      pages: 'Pages of the list',
    },
    numberMissing: 'Number unknown',
  },

  urgency: {
    normal: 'Normal',
    urgent: 'Urgent',
    'very-urgent': 'Very urgent',
    'most-urgent': 'Most urgent',
  },
  urgentUntil: (date) => `Urgent by ${date}`,

  level: {
    ministry: 'Ministry',
    department: 'Department',
    province: 'Province',
    district: 'District',
    authority: 'Local authority',
    unit: 'Subordinate unit',
  },

  role: {
    'treasury-head': 'Head of treasury',
    user: 'Every user',
    'unit-treasury-head': 'Head of treasury of a subordinate unit',
    unit: 'Subordinate unit',
    'local-authority': 'Local authority',
    executive: 'Executive',
    district: 'District',
    'provincial-office': 'Provincial office for local administration',
  },

  document: {
    published: 'Put on Wian',
    changed: 'Last changed',
    changes: 'Changes to this page',
    sources: 'Sources',
    related: 'Read next',
    forRoles: 'For',
    onThisPage: 'On this page',
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

  sample: {
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
