import type { LetterFileTexts } from '../messages.ts';

/** Texts about the letter's own file, in English. */
export const letterFile: LetterFileTexts = {
  label: 'The letter itself, not one of its attachments',
  title: 'Copy of the letter',
  sheets: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
  pages: (count) => `Read the letter page by page (${count} ${count === 1 ? 'page' : 'pages'})`,
  more: (shown, all) =>
    `Pictures of the first ${shown} of ${all} pages; the others are in the file`,
  pageOf: (page, title) => `Page ${page} of the letter ${title}`,
};
