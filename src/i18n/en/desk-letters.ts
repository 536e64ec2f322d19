/** Texts about taking in letters at the desk and publishing them. */
export const letters = {
  privacy:
    'Letters that you take in and pages that you publish: the portal is without your name, but the name that others see stands in the history of the contents (git), and other editors see who sent and published what; files of letters that you send are kept for 30 days, or until somebody deletes them',
  title: 'Letters in',
  lead: 'Send the file of a letter (PDF, DOCX, scan or photo). It is read for you; you check only what is in doubt, write a summary, look at the preview, and publish.',
  refusedRole: 'Only editors and administrators take letters in and publish. Nothing was done.',
  file: 'File of the letter',
  fileHelp:
    'Several are allowed: photos page by page, or a letter with its covering letter. 200 MB together, without JavaScript 60 MB; files are deleted after 30 days. Never send a letter that has a class of secrecy.',
  send: 'Have it read',
  sending: 'Sending the files',
  failed: 'The files could not be sent. Try again.',
  noFile: 'Choose the file of a letter.',
  empty:
    'This file holds nothing, so none was taken. Copy or scan it again, and choose it once more.',
  large:
    'The files are larger than 200 MB together. Send one letter at a time, or scan it less finely.',
  kind: 'The file has to be PDF, DOCX, TXT, JPEG, PNG, TIFF or WebP. Open another, as DOC, in its program and save it as DOCX or PDF.',
  name: "The name of the file may hold no mobile number, private address or citizen's number, and at most 150 characters: it is published as the source.",
  yours: 'Letters that were sent',
  by: (name: string): string => `sent by ${name}`,
  states: {
    open: 'not published yet',
    refused: 'could not be read, see why',
    draft: 'draft',
    published: 'published',
  },
  isPublished: 'Published. What stands below is what its page says; to change it, publish again.',
  missing: 'There is no such letter any more; it may be older than 30 days. Send it again.',
  reading: 'The letter is being read. This page opens itself anew every 2 seconds.',
  reload: 'Open this page again',
  refusedFile: 'This file cannot be taken:',
  partly: 'Some of it cannot be taken',
  notes: 'Good to know',
  redactions: (count: number): string =>
    `Personal data was found in ${count} places and taken out of the text that was read.`,
  chains: 'This file has letters of several matters',
  chain: (at: number): string => `Matter ${at}`,
  open: (count: number): string =>
    count === 0
      ? 'Nothing to check'
      : count === 1
        ? '1 field to check'
        : `${count} fields to check`,
  openLead:
    'Compare with the picture, then choose the right value, correct it, or leave the doubt for the page to show.',
  original: 'Original letter',
  covering: 'Covering letter',
  fields: {
    issuer: 'Issued by',
    number: 'Number',
    date: 'Date',
    subject: 'Subject',
    to: 'To',
    urgency: 'Urgency',
    references: 'Reference',
    cancels: 'Cancelled letter',
    attachments: 'Attachment',
    signatory: 'Signed by',
  },
  parts: { number: 'number', date: 'date', name: 'name', post: 'post', onBehalfOf: 'on behalf of' },
  urgencies: {
    normal: 'none (normal)',
    urgent: 'urgent',
    'very-urgent': 'very urgent',
    'most-urgent': 'most urgent',
  },
  nothing: 'cannot be read',
  readAs: (text: string): string => `Read as “${text}”`,
  use: (value: string): string => `Right: ${value}`,
  impossible: (part: string): string =>
    `No Thai word is spelled “${part}”: compare it with the picture`,
  other: 'Correct to',
  keep: 'Still in doubt: the page says so',
  shownAt: (name: string): string => `Where ${name} was read`,
  wholePage: 'See the whole page',
  clear: (count: number): string => `${count} fields that were read clearly (can be changed)`,
  wrong: {
    number: 'Write the whole number: มท 0808.4/ว 1234',
    date: 'Write the whole date: 2026-04-30 or 30 เมษายน 2569',
    day: 'Write a whole date, as 30 เมษายน 2569, or how it recurs, as ภายในวันที่ 5 ของทุกเดือน.',
    office: (near: string): string =>
      `No office has this name.${near === '' ? '' : ` Is it ${near}?`}`,
    text: 'Write a text.',
    urgency: 'Choose an urgency.',
    personal:
      "It holds a mobile number, a private address or a citizen's number, which is never published.",
    title: 'Write a title, or check the subject above, which is still in doubt.',
    summary: 'Write a summary of one sentence before you publish.',
    what: 'Write what is to be done, or take the day out.',
  },
  faults: 'Not saved yet. Please see to this:',
  page: 'What the page says',
  pageTitle: 'Title of the page',
  titleHelp: 'Leave it empty to have the subject of the letter.',
  summary: 'Summary: one sentence in plain words',
  summaryHelp: 'Who has to know what. It is used in lists, results of searches and feeds.',
  sample: 'Made up for trying things out; the page says so',
  actions: 'Who has to do what, by when',
  actionsLead:
    'Below are the days that the letter states. Write what is to be done to have them on the page and in calendars; what stays empty is not shown.',
  stated: (words: string): string => `The letter says “${words}”`,
  anotherAction: 'Something else to be done',
  role: 'Who',
  what: 'What is to be done',
  day: 'By',
  recurs:
    'It is done again in each round, as the letter says. Calendars have the rounds whose days are certain.',
  recursDayHelp: 'Leave it empty for each round, or write one day for what is done once.',
  dayHelp:
    'May be left empty where the letter states no day. What recurs is written in the words of the letter: ภายในวันที่ 5 ของทุกเดือน.',
  doubtful: 'The day is still in doubt: the page says so',
  files: 'Files of attachments',
  filesLead:
    'What a file says of who made it is taken out, and its SHA-256 reckoned. Files with personal data or a class of secrecy are refused.',
  attached: (name: string, kb: number, sha256: string): string =>
    `There already: ${name} (${kb} kB) SHA-256 ${sha256}`,
  attach: (title: string): string => `File of “${title}”`,
  attachOther: 'Another file, which the letter does not list',
  attachTitle: 'Name of this file',
  detach: (name: string): string => `Take ${name} away`,
  save: 'Save for now',
  preview: 'Preview',
  publish: 'Publish',
  draft: 'Keep as a draft',
  saved: 'Saved. Not published yet.',
  drafted: 'Kept as a draft. It is not on the portal.',
  changedBy:
    'Somebody else changed this letter while you had the page open. What you typed is below; these differ:',
  changedAgain: 'Look at it and press the same button again to use yours.',
  known: 'The portal has this letter already',
  knownLead: 'Choose the fields that take the new reading. Others stay as they are.',
  knownSame: 'All fields say the same.',
  there: 'There',
  here: 'Read now',
  merge: 'Take these fields, and publish',
  changedSince:
    'Somebody has changed the page in the content since, so nothing was done. Open this page again.',
  written: 'It is in the content of the portal',
  onPortal: 'Open its page',
  undo: (what: string): string => `Take back: ${what}`,
  undone: 'Taken back.',
  did: {
    'take-letter': 'write the draft',
    'replace-letter': 'correct what was written',
    'merge-letter': 'take fields of the new reading',
    publish: 'publish',
    undo: 'take back',
  },
  history: 'What was done with this letter',
  unfit:
    'It is kept as a draft, and not published: the check refuses it. Correct it, and publish again.',
  noKept: 'The file of the letter is not kept beside its page:',
  withoutFile: 'Publish without the file of the letter',
  add: 'Add a file of the same matter',
  addLead:
    'Such as the covering letter of a province. All files are read again together, and it is joined with its original.',
  addFile: 'File to add',
  addSend: 'Add and read again',
  again: 'Read the files again',
  remove: 'Delete the files that were sent',
  removed: 'The files that were sent are deleted. What was published stays.',
  pages: 'Pictures of the pages',
  pageAlt: (at: number): string => `Page ${at} of the letter`,
  text: 'The text that was read',
  previewTitle: 'Preview',
  previewing: 'The preview is being made. This page opens itself anew every 2 seconds.',
  previewNote:
    'A preview, not published yet. Files and pictures of the letter can be opened once it is.',
  previewChange:
    'A preview of what was changed. The page that is published stays as it is until you publish again.',
  previewBack: 'Back, to change or publish it',
  previewMissing:
    'There is no preview yet, as the portal was not built by this version. Build it once first.',
  back: 'Back to all letters',
};

/** Texts about building the portal at the desk. */
export const publishing = {
  title: 'Publishing',
  lead: 'The portal is built one build at a time, only what changed. Where the check refuses something the portal stays as it was.',
  states: {
    waiting: 'waiting',
    building: 'being built',
    live: 'live',
    failed: 'failed; the portal is as it was',
  },
  phases: {
    check: 'checking the content',
    pages: 'making the pages',
    cards: 'drawing pictures of links',
    search: 'indexing for search',
    offline: 'listing what is kept offline',
  },
  liveSince: (time: string, seconds: number): string =>
    `Live since ${time} (in ${seconds} seconds)`,
  why: 'The portal is as it was, because:',
  build: 'Build the portal now',
  asked: 'It is in the queue. This page opens itself anew every 2 seconds.',
  page: 'Open the page',
  letter: 'Back to the letter',
  none: 'Nothing was built from here yet.',
  newest: 'Newest',
  by: (name: string): string => `asked for by ${name}`,
  gone: 'somebody who left',
  byItself: 'built by itself, as movements were recorded',
  behind: (count: number): string =>
    `${count} ${count === 1 ? 'change' : 'changes'} of movements ${count === 1 ? 'is' : 'are'} recorded and not on the portal yet.`,
  dueAt: (time: string): string => `The portal is built by itself, at ${time} at the soonest.`,
};
