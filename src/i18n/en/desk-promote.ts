import type { DeskTexts } from '../desk-texts.ts';

/** Texts about making a thread a question of the portal, in English. */
export const promote: DeskTexts['promote'] = {
  title: 'Make it a question of this site',
  lead: 'The draft below is made from the question and the answer that was chosen, without names and with a link to the thread as its source. It is not published until an editor has written on and removed the line that says it is a draft.',
  file: (path) => `File: ${path}`,
  text: 'Text of the draft',
  pictures: 'Pictures of the answer, which lie beside the draft:',
  write: 'Write the draft',
  download: 'Download the draft',
  back: 'Back to the thread',
  done: (path) => `The draft was written to ${path}.`,
  taken: (path) =>
    `There is a file ${path} already, which is not replaced. Write on in it, or remove it first.`,
  noContent:
    'The machine that this board runs on has no folder of contents (content/) that it may write to. Download the draft and put it where contents are kept.',
  failed:
    'The file cannot be written now, and nothing was. Try again, or download the draft and put it there yourself.',
  noAnswer: 'No answer of this thread was chosen yet, so it cannot become a question of the site.',
};
