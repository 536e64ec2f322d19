import type { Circular } from '#core/letter/circular.ts';
import {
  LETTER_FILE_ANCHOR,
  letterFileOf,
  PAGE_PICTURE_SIZE,
  pagePictureName,
  picturedPages,
} from '#core/letter/letter-file.ts';
import { withdrawalText } from '../history.ts';
import { messages } from '../i18n.ts';
import { viewFieldPictures } from './cut-outs.ts';

const t = messages.letterFile;

/** The letter's own file as the page of its circular shows it. `folder` is the address of the page. */
export const viewLetterFile = (circular: Circular, folder: string) => {
  const { letterFile } = circular;
  const own = letterFileOf(circular);
  if (letterFile === undefined || own === null) return null;
  const { file, size = 0, sha256 = '', sheets = 0 } = letterFile;
  const withdrawn = withdrawalText(own);
  if (file === undefined) return { anchor: LETTER_FILE_ANCHOR, withdrawn, file: null };
  const shown = picturedPages(letterFile);
  return {
    anchor: LETTER_FILE_ANCHOR,
    withdrawn,
    file: {
      href: folder + file,
      about: [messages.link.files.type.pdf, messages.format.size(size), t.sheets(sheets)].join(
        ' · ',
      ),
      sha256,
      more: shown < sheets ? t.more(shown, sheets) : null,
      fields: viewFieldPictures(circular, folder),
      summary: t.pages(shown),
      pictures: Array.from({ length: shown }, (_, index) => ({
        src: folder + pagePictureName(file, index + 1),
        alt: t.pageOf(messages.format.printed(String(index + 1)), circular.title),
        ...PAGE_PICTURE_SIZE,
      })),
    },
  };
};

export type LetterFileView = NonNullable<ReturnType<typeof viewLetterFile>>;
