import { escapeMarkup } from '../text/escape.ts';

const MAIN = /<main\b[^>]*>/;

/**
 * A page with a note at the top of its main part, with `day` in bold behind it where it is known. A page without a main part
 * (one that only redirects) stays as it is.
 */
export const withNote = (
  html: string,
  note: string,
  day: string | null,
  { isHidden = false }: { readonly isHidden?: boolean } = {},
): string => {
  const hidden = isHidden ? ' hidden' : '';
  const text = escapeMarkup(note) + (day === null ? '' : ` <b>${escapeMarkup(day)}</b>`);
  return html.replace(
    MAIN,
    (main) => `${main}<p class="kept-note wrap" data-kept-note${hidden} role="status">${text}</p>`,
  );
};
