import type { ThreadTexts } from '../messages.ts';

/** Texts of threads of the board as pages of the portal, in English. */
export const thread: ThreadTexts = {
  question: 'Question',
  answers: (count) => (count === 1 ? '1 answer' : `${count} answers`),
  solved: 'Answered',
  accepted: 'Answer chosen by who asked',
  official: 'Official answer',
  officer: (office) => `Officer of ${office}`,
  former: 'Former member',
  edited: (when) => `Changed ${when}`,
  about: 'About the page',
  copy: 'Taken from the board. Answers are the opinions of their writers unless marked as official.',
  page: (number, all) => `Page ${number} of ${all}`,
  left: (count) => `${count} more answers are on the board alone`,
  changed: (count) => (count === 1 ? '1 new answer' : `${count} new answers`),
  withdrawn: 'This thread was taken off',
  withdrawnOn: (date) => `A moderator took this thread off, recorded on ${date}`,
  numbered: (number) => `Thread ${number}`,
  sections: {
    system: 'Using the systems',
    accounts: 'Accounts and identification',
    finance: 'Finance and accounting',
    letters: 'Circulars and regulations',
    portal: 'This website',
  },
};
