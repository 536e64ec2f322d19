import type { StickMessages } from '../messages.ts';

/** Texts of a portal that was copied to a stick. */
export const stick: StickMessages = {
  note: 'Copy for use without internet',
  noteLink: 'what is in it',
  notHere: 'not in this copy:',
  lost: 'Files of this copy cannot be read: {files}. Plug the stick in firmly and try again. If that does not help, files are missing or damaged: make the copy anew.',
  unread:
    'The data of this copy cannot be read: the files in question are named at the top of this page.',
  title: 'What is in this copy',
  lead: 'This copy of Wian can be read and searched without internet or any other program: double-click index.html.',
  dataOf: 'Data as of {date}',
  madeFrom: 'Copied from',
  newer:
    'Letters issued after that day are not in it. Compare with the website, when you have internet, before you rely on it.',
  contents: 'What is in it',
  circulars: '{count} circulars',
  pages: '{count} pages',
  sections: {
    circulars: 'Circulars',
    manuals: 'Manuals',
    faq: 'Questions and answers',
    changelog: 'Changes of systems',
    news: 'News',
    laws: 'Laws and instructions',
    forms: 'Forms',
    board: 'Board',
    offices: 'Provinces and districts',
    grants: 'Grants',
    finance: 'Revenue and expenditure',
  },
  without: 'What is not in it',
  withoutOnline: 'Feeds, parts for other websites and data for machines work only on the website.',
  withoutSections: 'Sections that were not chosen:',
  withoutOffice: 'Only circulars and pages of {office}',
  withoutList: 'This office has {all} circulars, of which the newest {count} are here',
  withoutFiles:
    '{count} attachments of the oldest circulars are not here, as they did not fit the size that was asked for',
  limits: 'What differs from the website',
  limitsText:
    'Some browsers remember things, such as your office or what you ticked, for each page by itself. In Chrome and Edge other files opened on the same machine can read what is remembered.',
  check: 'Check whether all is there',
  checkLead:
    'A browser can see whether pages, pictures and search data still open. It cannot see whether they were changed, and it cannot check attachments. For every file there are SHA-256 checksums in {list}: npm run -s stick -- verify, or sha256sum -c.',
  checkStart: 'Check now',
  checkStop: 'Stop',
  checkNeedsScript: 'The check needs JavaScript.',
  checking: '{done} of {all} files checked',
  checkDone:
    '{all} files checked, none is missing or damaged. A browser cannot check {unknown} files',
  checkBad: '{count} files are missing or damaged: copy it anew',
  unfinished: 'Copying was not finished, or the list of files is missing: copy it anew',
};
