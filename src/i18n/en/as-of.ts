import type { AsOfTexts } from '../messages.ts';

/** Texts of the page about the letters in force on a day. */
export const asOfPage: AsOfTexts = {
  title: 'In force on a day',
  lead: 'Choose a day and see which letters were in force, from recorded facts only. Letters of which it cannot be said are listed apart.',
  link: 'See what was in force on a day',
  label: 'Day',
  hint: 'As in 1/10/2568 or 2568-10-01: a year of the Buddhist era, in Thai or Arabic digits.',
  submit: 'Show this day',
  section: 'Section',
  topic: 'About the system',
  all: 'All',
  on: 'State on {date}',
  counts:
    'In force: {inForce} · cannot be said: {doubtful} · no longer in force: {ended} · not issued or not begun: {notYet}',
  group: {
    inForce: 'In force, as recorded',
    doubtful: 'Unknown, to be checked; counted on neither side',
    ended: 'No longer in force',
  },
  none: {
    inForce:
      'No letter is recorded as in force on this day, which does not mean that none was in force.',
    doubtful: 'None',
    ended: 'None',
  },
  doubt: {
    status: 'No letter says whether it holds',
    start: 'Not known from when it held',
    end: 'No longer in force, not known since when',
    date: 'A date is not certain',
    contradiction: 'Records contradict each other: check',
  },
  retroactive: 'Holds from before the date of the letter',
  more: 'Show {count} more',
  rest: (count) => `and ${count} more`,
  future:
    'This day is after the day of the data ({date}); letters issued since then may change it.',
  unreadable:
    '“{day}” is no day of the calendar: give day, month and year of the Buddhist era. The lists below are still of {shown}.',
  working: 'Opening the data',
  failed: 'The data cannot be opened. Try again once there is a connection.',
  noScript:
    'Choosing another day and filtering need JavaScript, which this browser has turned off. Below is the state on the day of the data.',
};
