import type { LetterFileTexts } from '../messages.ts';

/** Texts about the letter's own file, in English. */
export const letterFile: LetterFileTexts = {
  label: 'The letter itself, not one of its attachments',
  title: 'Copy of the letter',
  sheets: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
  pages: (count) => `Read the letter page by page (${count} ${count === 1 ? 'page' : 'pages'})`,
  more: (shown, all) =>
    `Pictures of the first ${shown} of ${all} pages; the others are in the file`,
  cutOuts: {
    field: {
      number: 'Number',
      date: 'Date',
      subject: 'Subject',
      urgency: 'Urgency',
      issuer: 'Issuing office',
      to: 'Addressee',
      references: 'Reference',
      attachments: 'Attachment',
      cancels: 'Letter that is cancelled',
      deadlines: 'Deadline',
      signatory: 'Signatory',
      stamps: 'Receipt stamp',
    },
    nth: (name, nth) => `${name} ${nth}`,
    alt: (name, page) => `Part of page ${page} of the letter's copy: ${name}`,
    caption: (page) => `From page ${page} of the letter's copy`,
    summary: (count) =>
      `Compare each field with the letter (${count} ${count === 1 ? 'picture' : 'pictures'})`,
  },
  pageOf: (page, title) => `Page ${page} of the letter ${title}`,
};
