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
