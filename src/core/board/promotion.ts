/** Code in Markdown, in which nothing is escaped. */
const CODE = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)/;

/**
 * A post as the body of a page: what MDX would take for code is escaped, so that it reads as it did on the board. HTML and
 * code outside of code marks stay text.
 */
export const postAsBody = (post: string): string =>
  post
    .split(CODE)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replaceAll(/(?<!\\)([{}<])/g, '\\$1')
            .replaceAll(/^(\s*)i(mport\b)/gm, '$1&#105;$2')
            .replaceAll(/^(\s*)e(xport\b)/gm, '$1&#101;$2'),
    )
    .join('');

/** A picture of an answer, as a file beside the page that is made of it. */
export interface PromotedPicture {
  /** The id under which the desk keeps it. */
  readonly id: string;
  /** The name of the file. */
  readonly name: string;
  readonly alt: string;
}

/** What would end the words of a link or picture in Markdown, or be taken for code in MDX, as blanks. */
export const asLinkWords = (text: string): string => text.replaceAll(/[[\]\\{}<\n\r]/g, ' ');

/** Pictures of an answer in the order in which it shows them, with names for their files. */
export const promotedPictures = (
  pictures: readonly { readonly id: string; readonly alt: string }[],
): PromotedPicture[] =>
  pictures.map(({ id, alt }, at) => ({ id, alt, name: `picture-${at + 1}.webp` }));

/** Pictures as the body of a page shows them, each in a paragraph of its own. */
export const picturesAsBody = (pictures: readonly PromotedPicture[]): string =>
  pictures.map(({ alt, name }) => `\n![${asLinkWords(alt)}](${name})\n`).join('');
