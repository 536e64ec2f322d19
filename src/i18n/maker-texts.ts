import type { Messages } from './messages.ts';

/**
 * The texts that the maker of codes needs once it is opened: what its buttons do, by kind, and what it says. They are part of its
 * script and not of each page. In `saved` stands U+FFFC for the name of a file, in `tooSmall` 0 for the millimetres.
 */
export const makerTexts = ({ link: { footer: t } }: Messages) => ({
  buttons: {
    copy: t.copy,
    png: t.png,
    svg: t.svg,
    sheet: t.sheet,
    poster: t.poster,
    screen: t.screen,
  },
  saved: t.saved('\uFFFC'),
  copied: t.copied,
  cannotCopy: t.cannotCopy,
  tooSmall: t.tooSmall(0),
  tooLarge: t.tooLarge,
  failed: t.failed,
});

export type MakerTexts = ReturnType<typeof makerTexts>;
