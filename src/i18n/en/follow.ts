import type { FollowTexts } from '../messages.ts';

/** Texts of feeds, calendars and the page about following. */
export const follow: FollowTexts = {
  title: 'Follow what is new',
  lead: 'Let news come to you, without an account and without giving anyone your address',
  feed: {
    all: 'Everything',
    allText: 'Everything that Wian publishes, and major changes',
    kindText: (kind) => `New in ${kind}, and major changes`,
    system: (system) => `About ${system}`,
    systemText: (system) => `Everything about the system ${system}`,
    office: (office) => office,
    officeText: (office) =>
      `Letters that concern ${office} or that it passed on, as far as is known`,
    grants: (province) =>
      province === null ? 'Transfers of grants' : `Transfers of grants to ${province}`,
    grantsText: (province) =>
      `Each transfer of a grant with the letter that announced it, its sum, and the amount of each authority${province === null ? '' : ` in ${province}`}`,
    grantTitle: (grant, transfer, year) => `${grant} ${transfer}, fiscal year ${year}`,
    grantSummary: (baht, offices) => `${baht} baht to ${offices} authorities`,
    grantFact: {
      letter: 'Announced by',
      date: 'Day of the transfer',
      period: 'Period',
      amount: 'Sum (baht)',
    },
    withdrawn: 'Cancelled or replaced',
    withdrawnText: 'Letters and guidance that a later letter cancels, replaces or ends',
    digest: 'Weekly digest',
    digestText:
      'One entry a week, once the week is over: what was published, changed, cancelled or taken off, and the dates that come',
    siteTitle: (topic) => `Wian: ${topic}`,
    sampleMark: 'Sample: ',
    deadlines: 'Dates',
    eventMark: {
      minor: 'Minor change',
      major: 'Major change',
      'attachment-withdrawn': 'File taken off',
      cancelled: 'Cancelled',
      superseded: 'Replaced',
      expired: 'Expired',
    },
  },
  what: {
    title: 'What is a feed?',
    text: 'A feed is a list of what is new in a form that programs read. Copy its address into a feed reader, and the reader shows you each new entry. Wian does not know who follows it.',
    format: 'Each comes in three formats with the same content. If in doubt, take RSS.',
    events:
      'When a letter is cancelled or replaced, a page has a major change or a file is taken off, feeds get a new entry whose title says so first, such as Cancelled: title of the letter.',
    twice:
      'One entry can stand in several feeds under one identifier. Some readers, such as newsboat, then show it in one of these feeds only. If you follow several, look at the list of all feeds together, or follow the feed of everything alone.',
  },
  groups: {
    general: 'General',
    kinds: 'By section',
    systems: 'By system',
    grants: 'Grants',
    offices: 'By province and district',
    officesText: 'Every province has a feed, and so has every district that a letter concerns',
  },
  copyOf: (topic, format) => `${format} address of ${topic}`,
  calendar: {
    title: 'Calendar',
    lead: 'Deadlines, periods and recurring duties, only where a letter states them. Add it once and your calendar keeps up by itself',
    all: 'All roles',
    subscribe: 'Add to calendar',
    download: 'Download calendar file',
    home: 'Add to your calendar',
    addOne: 'Add this to your calendar',
    name: (role) => (role === null ? 'Wian: dates' : `Wian: dates for ${role}`),
    description:
      'Only dates that circulars state. For finding letters: the original letter is what counts.',
    leavesOut:
      'The calendar leaves out what is past by more than a year. Alarms ring at 9:00, 7 days and 1 day before, on the Friday before where that is a Saturday or Sunday.',
    needsCheck: 'Compare with the original: ',
    kind: { deadline: 'Due', window: 'Period', begins: 'Begins', recurring: 'Recurs' },
    eventTitle: (kind, role, what) => `${kind} (${role}): ${what}`,
    from: (title) => `As the circular says: ${title}`,
    countedFrom: (date) =>
      `The letter names no first day; this calendar counts from the date of the letter (${date}). Where your office counts from another day, keep to that.`,
    countedInDoubt:
      'The date of the letter that is counted from is not certain and must be compared with the original; rounds may fall on other days.',
  },
  digest: {
    title: 'Weekly digest',
    lead: 'What was published, changed, cancelled and taken off in a week, and the dates that come. Copy the text to pass it on',
    periodTitle: (period) => `Wian: digest of ${period}`,
    section: {
      withdrawn: 'Cancelled, replaced or expired',
      files: 'Files taken off',
      major: 'Major changes',
      published: 'New',
      minor: 'Minor changes',
    },
    due: (until) => `Dates that letters state, until ${until}`,
    recorded: (day) => `On Wian ${day}`,
    nothing: 'Wian published and changed nothing in this time.',
    noDue: (until) => `No letter in Wian states a date in the time after it until ${until}.`,
    original:
      'This digest is for finding letters: the original of the issuing office is what counts.',
    forward: 'Text to pass on',
    forwardText: 'Paste it into LINE, a mail or a letter.',
    file: 'Text file',
    weeks: 'Weeks in which something happened',
    mail: {
      why: 'You get this message because this address is in the list of recipients of the digest.',
      unsubscribe: 'Unsubscribe',
    },
  },
  data: {
    title: 'Open data',
    text: 'Systems of other offices can read the same data as JSON and CSV',
    link: 'Open data and data dictionary',
  },
};
