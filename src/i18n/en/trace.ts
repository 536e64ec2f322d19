import type { TraceTexts } from '../messages.ts';

/** Texts of the page that follows a number to its circular. */
export const trace: TraceTexts = {
  title: 'Follow a letter number',
  lead: 'From the number of a covering letter or a register to the original letter and every covering letter on record.',
  label: 'Letter number or register number',
  hint: (number) =>
    `For instance ${number}, or its last part alone. Thai or Arabic digits, with or without dots and spaces; a year of the Buddhist era may follow.`,
  submit: 'Follow it',
  working: 'Looking it up',
  found: '{number} stands in {count} circular(s)',
  corrected:
    'No number matches digit by digit; its first digit, 2 or 9, was taken for the mark of a circular, as scans often misread it.',
  otherYear: 'Not found in {year}; what was found is of other years.',
  several:
    'A number is used anew every year and by every office: compare office and date with the letter at hand.',
  is: {
    letter: 'is the number of the original letter, issued by {office}',
    'covering-letter': 'is the number of a covering letter of {office}',
    citation: 'is the number by which {office} cites the letter that it passes on',
    sent: 'is the number of a letter sent by {office}, by its register',
    register: 'is the register number of {office}',
  },
  dated: 'dated {date}',
  received: 'received {date}',
  noDate: 'no date on record',
  doubtful: 'Number or date needs checking against the original',
  chain: 'The way of this circular',
  here: 'The number stands here',
  open: 'Open the page of the circular',
  more: 'The number stands in these, too',
  lost: '{number} stands in no chain on record',
  lostText:
    'This does not mean that the letter is false: the office may not have recorded it. Compare the number with the letter once more.',
  nearest: 'Numbers like it',
  search: 'Search all pages for {number}',
  unreadable: 'This is neither a letter number nor a register number',
  unreadableText: 'Type the number at the head of the letter, or that of the receipt stamp.',
  failed: 'The list of numbers cannot be opened. Try again when there is a connection.',
  noScript:
    'Following a number needs JavaScript, which is off in this browser. Open a circular from the lists by year below; its way shows every number on record.',
  byYear: 'Circulars by year',
};
