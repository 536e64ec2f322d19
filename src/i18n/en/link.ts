import type { LinkTexts } from '../messages.ts';

/** Texts about QR codes, short addresses, and files to check. */
export const link: LinkTexts = {
  code: {
    title: 'QR code and short address',
    open: 'Scan the QR code, or type the short address',
    image: (address) => `QR code leading to ${address}`,
    use: 'Put it into a covering letter, or print it',
    permanent: 'This address never changes and is never used for another letter',
  },

  onPaper: {
    open: 'Scan or type this address for the latest page of the letter and its files',
    leftOut: (parts) => `Not printed here, but on the page behind the QR code: ${parts.join(', ')}`,
  },

  forward: {
    title: (title) => `To ${title}`,
    going: 'Taking you to the page of the letter',
    go: 'Go to the page of the letter',
    withdrawn: 'Do not follow this letter',
    by: 'according to',
    read: 'Read the former letter',
    attachment: (number) => `Attachment ${number}`,
    moved: (why) => `This page has moved: ${why}`,
  },

  enter: {
    title: 'Type the code at the foot of the letter',
    lead: 'The code of 6 characters ends the short address under the QR code; small letters will do',
    noScript: (start) =>
      `This field needs JavaScript, which is off in this browser. Type the address instead: ${start} and the code of 6 characters, all in capitals`,
    capitals: (start) =>
      `If you typed a short address from a letter: JavaScript is off in this browser, so the code after ${start} must be all in capitals`,
    label: 'Code of 6 characters',
    submit: 'Open the letter',
    wrong: {
      length: (count) => `A code has 6 characters; this has ${count}`,
      character: (character) => `No code has the character “${character}”: look at the paper again`,
      check:
        'At least one character of this code is wrong, or two are exchanged: look at the paper again',
      unknown: 'This is written like a code, but no letter here has it',
      attachment: (number) =>
        `The letter with this code is here, but it has no attachment ${number}`,
      foreign: 'This is no short address of this portal',
    },
    failed: (code) => `The code ${code} leads nowhere`,
    search: 'You can search by the number or the subject of the letter instead',
  },

  passedOn: {
    title: 'Passed on to you by',
    number: 'No.',
    date: 'dated',
    noLetter: 'No covering letter of this office is recorded for this letter',
    contact: 'How to reach this office',
    noContact:
      'No way to reach this office is recorded here; its telephone number stands at the foot of its covering letter',
    note: 'The office came with the link that you opened; nothing is sent anywhere',
  },

  footer: {
    title: 'QR code for a covering letter',
    lead: 'Choose your office, then download or copy the picture to the foot of your covering letter. All of it happens on your machine; nothing is sent anywhere',
    leadsHereAlone:
      'Do not use this QR code yet: the address of this copy of Wian opens on this machine alone. Whoever runs it has to set WIAN_SITE_URL and build it again',
    province: 'Province',
    office: 'Office that passes it on',
    none: 'No office',
    choose: 'Choose a province',
    what: 'The code leads to',
    circular: 'the page of the circular',
    size: 'Size on paper (mm)',
    sizeHint: 'Width of the code with its white border; 20 mm survive copying well',
    preview: 'The picture',
    png: 'Download PNG (300 dpi)',
    screen: 'Download PNG for screens',
    svg: 'Download SVG',
    sheet: 'Download A4 sheet (labels)',
    poster: 'Download A4 sheet (one large)',
    copy: 'Copy the picture',
    copied: 'Copied: paste it into your word processor',
    cannotCopy: 'This browser cannot copy pictures: download it instead',
    linkLabel: 'The link that this code opens',
    saved: (name) => `Saved ${name}`,
    tooSmall: (mm) => `Too small for telephones to read: use ${mm} mm or more`,
    tooLarge: 'Too large for A4',
    failed: 'The picture could not be made: try again when you are connected',
    noScript:
      'Choosing an office needs JavaScript. The code below works without: print this page and cut it out',
    back: 'Back to the page of the letter',
  },

  files: {
    number: (number) => `Attachment ${number}`,
    type: {
      pdf: 'PDF document',
      doc: 'Word document',
      docx: 'Word document',
      odt: 'Text document',
      xls: 'Excel spreadsheet',
      xlsx: 'Excel spreadsheet',
      ods: 'Spreadsheet',
      csv: 'CSV table',
      ppt: 'PowerPoint slides',
      pptx: 'PowerPoint slides',
      zip: 'ZIP archive',
      jpg: 'Picture',
      jpeg: 'Picture',
      png: 'Picture',
      txt: 'Text',
    },
    otherType: (ending) => `${ending} file`,
    replacedBy: 'Replaced by',
    kept: 'Kept for comparison only: do not use this file',
    all: 'Download all files as ZIP',
    verify: 'Check whether your copy is the same',
  },

  verify: {
    title: 'Is my copy the right one?',
    lead: 'Drop the file that you got: the portal says whether it is current, an older version, taken off, or unknown',
    private:
      'The file never leaves your machine. Your browser computes its SHA-256 and fetches only the list of those that begin with the same two digits',
    file: 'Choose a file, or drop it here',
    picture: 'Take or choose a picture of a QR code',
    number: 'Or type a letter number, a code of 6 characters, or a SHA-256',
    submit: 'Check',
    working: 'Checking',
    current: 'This is the current file',
    replaced: 'This is an older version: another file takes its place',
    takenOff: 'Wian published this file and has taken it off',
    onlyHash: 'Wian does not keep the file, only its SHA-256, to tell those who have it.',
    use: 'Use this file instead',
    unknown: 'This file is not known',
    unknownText:
      'No file here is the same byte for byte. It may have been changed, converted or scanned again, or the portal may not have it; that does not make it false',
    belongsTo: 'belongs to',
    withdrawn: (status) => `This letter: ${status}`,
    found: 'The letter with this number or code',
    foundDoubtful: 'A letter may have this number: cite none before you have seen the original',
    dateDoubt: (readings) =>
      readings === ''
        ? 'Date of the letter not confirmed: check with the original'
        : `Date of the letter to be checked with the original, read as ${readings}`,
    several: 'Several letters may have this number: compare date and office',
    notFound: 'No letter here has this number or code',
    numberIs: 'No. {number}',
    notNumber: 'This is neither a letter number, nor a code of 6 characters, nor a SHA-256',
    notNumberText:
      'Type a letter number whole or its running number alone (such as 2007), the 6 characters at the end of the short address under a QR code, or the 64 of a SHA-256',
    noCode: 'There is no QR code to be seen in this picture: take it nearer and sharper',
    foreign: 'This QR code is not of this portal',
    foreignText: 'Its address is',
    failed: 'The check failed: try again when you are connected',
    sha256: 'SHA-256 of the file',
    noScript:
      'This page needs JavaScript to compute on your machine. You can compare the SHA-256 yourself with the list of attachments of each letter',
    search: 'Search the portal',
  },
};
