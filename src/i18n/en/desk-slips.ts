import type { DeskTexts } from '../desk-texts.ts';

/** Texts about slips by which offices acknowledge circulars without a password, in English. */
export const slips: DeskTexts['slips'] = {
  title: 'Slips',
  link: 'Print slips',
  lead: 'By such a slip an office acknowledges a circular without a password: it scans it, or types its code. A slip is good for one circular and one office.',
  count: (count) => `${count} offices can get a slip each; 12 are on a sheet of A4`,
  none: 'This circular comes to no office below this one.',
  days: 'Days for which they are good',
  daysHelp: '1 to 365, today is the first',
  onlyMissing: 'Only offices that have not acknowledged it',
  renew: 'New ones for offices with a good slip too; the former one is of no use any more',
  print: 'Make slips (PDF)',
  printed: 'The slips were made; the file is among the downloads of your browser.',
  once: 'The codes are on the slips alone; they are kept in a form that cannot be read back. Where the file is lost, print new ones in their place. Whoever has a slip can acknowledge in the name of its office, so send it to that office alone.',
  loopback:
    'The address of this portal can be opened on this machine alone, so slips from here are of no use elsewhere. Whoever runs it has to set WIAN_SITE_URL first.',
  live: 'Slips that are good',
  noLive: 'No slip is good at present.',
  slip: (id, office, until) => `Slip ${id}, ${office}, good until ${until}`,
  more: (count) => `and ${count} more`,
  revoke: 'Revoke',
  revokeOf: (id) => `Revoke slip ${id}`,
  revokeAll: (count) => `Revoke all ${count}`,
  revoked: (count) => `${count} slips were revoked and acknowledge nothing any more.`,
  wrongDays: 'The number of days has to be from 1 to 365.',
  nobody: 'Every office has acknowledged it, so there is no slip to print.',
  allHave:
    'Each of these offices has a good slip. Where slips are lost, choose new ones in their place, and press again.',
  tooMany:
    'Too many slips are good; with more, codes could be guessed too easily. Revoke those that nobody needs first.',
  atOnce:
    'At most 1,000 slips are made at once. Open this circular at a province or district, and print for one after the other.',
  byOffice: (id) => `the office itself, by slip ${id}`,
  sheet: {
    title: 'Acknowledgement',
    sample: 'Sample data, no real letter',
    letter: (number) => number,
    dated: (day) => `of ${day}`,
    how: 'Scan it, or type this code at',
    until: (day) => `Good until ${day}`,
    no: (id) => `Slip ${id}`,
  },
  ack: {
    title: 'Acknowledge a letter',
    lead: 'Type the code of 8 characters on your slip. You need not sign up or sign in.',
    code: 'Code on the slip',
    codeHelp: 'As in ABCD-2345, small letters or capitals',
    open: 'Open the slip',
    nothing:
      'This slip cannot be used. The code or address may not be the one on the slip, or the slip has expired or was revoked. Please look at it again, or ask the office that sent it for another.',
    closed:
      'Too many codes that cannot be used were typed today, so codes are not taken until tomorrow. Scanning the slip works as before.',
    office: 'Office that acknowledges',
    circular: 'Letter',
    number: "Number in the office's register",
    date: 'Day on which it was registered',
    send: 'Acknowledge',
    correct: 'Correct it',
    thanks: 'Thank you. It was recorded, and the portal shows it when it is next published.',
    corrected: 'Thank you. The correction was recorded; what it corrects stays in the history.',
    recorded: 'What is recorded',
    ifWrong:
      'If that is wrong, fill in both fields anew. The former record stays, and no longer counts.',
    byOfficer:
      'An officer recorded or corrected this, so it cannot be changed by a slip. If it is wrong, please tell the office that sent you the slip.',
    published:
      'Number and day will be published. This slip is for the office above alone: if it is not yours, leave the form.',
    until: (day) => `This slip is good until ${day}`,
    noNumber: 'Fill in the number in the register.',
    noDate: 'Fill in the day on which it was registered.',
  },
};
