import type { DeskTexts } from '../desk-texts.ts';

/** Texts about taking over registers at the desk, in English. */
export const registers: DeskTexts['registers'] = {
  title: 'Take over a register',
  lead: 'Send the register of letters received or sent that the office keeps (CSV, XLSX, ODS). It is matched to circulars for you to look at; nothing is recorded until you say so.',
  office: 'Register of',
  kind: 'Which register',
  kinds: { auto: 'as its headings say', received: 'letters received', sent: 'letters sent' },
  file: 'File',
  fileHelp: 'At most 100 MB, or 30 MB where JavaScript is off. The file is deleted after 7 days.',
  send: 'Send the file to be looked at',
  sending: 'Sending the file',
  failed: 'The file could not be sent. Try again.',
  yours: 'Registers you have sent',
  noFile: 'Choose the file of the register.',
  empty:
    'This file holds nothing, so none was taken. Copy or scan it again, and choose it once more.',
  large: 'The file is too large. Split the register into several files.',
  name: "The name of the file may hold no mobile number, private address or citizen's number, and 150 characters at most, as it is published as the source of records.",
  missing: 'This register is no longer here; it may have been deleted after 7 days. Send it again.',
  reading: 'The register is being read. This page opens anew every 2 seconds.',
  steps: {
    reading: (done) => `${done.toLocaleString('en')} rows read`,
    sorting: (done, of) =>
      `${done.toLocaleString('en')} of ${(of ?? done).toLocaleString('en')} rows matched`,
    recording: (done, of) =>
      `${done.toLocaleString('en')} of ${(of ?? done).toLocaleString('en')} circulars recorded`,
  },
  reload: 'Open the page anew',
  refusedFile: 'This file cannot be used, because',
  would: (count) => `${count} would be recorded; nothing was yet`,
  did: (count) => `${count} were recorded`,
  counts: {
    matched: 'matched',
    recorded: 'on record already',
    doubtful: 'doubtful',
    unknown: 'unknown',
    refused: 'refused as secret or perhaps secret; nothing of these rows was copied',
  },
  matched: 'Matched',
  doubtful: 'Doubtful',
  doubtfulLead:
    'Look at the reason of each row. Tick those that you found right to have them recorded; the others go to the file of what is left.',
  take: (place) => `Record row ${place}`,
  notTakeable: 'It cannot be recorded here: correct the register, or record it by itself.',
  row: (place) => `row ${place}`,
  unknown: 'Unknown',
  rows: (count) => `${count} rows`,
  more: (count) => `and ${count} more rows`,
  hiddenRows: (count) =>
    `Entries in rows that the spreadsheet hides or filters out, read as the others: ${count}`,
  skipped: 'Sheets that were not read',
  apply: 'Record',
  again: 'Look at the file again',
  rest: 'The rows that are left (CSV)',
  remove: 'Delete this file',
  removed: 'The file was deleted. What was recorded stays.',
  undoHelp: 'What was recorded in error is taken back at the page of its circular.',
  backToMovements: 'Record one by one',
};
