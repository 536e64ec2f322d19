import { escapeMarkup } from '../text/escape.ts';

const MAIN = /<main\b[^>]*>/;
const DAY = /data-page-day>([^<]*)</;

/** What a page itself says of the day of its data ("ข้อมูล ณ …"), as HTML; null where it says nothing. */
export const dayOfPage = (html: string): string | null => DAY.exec(html)?.[1] ?? null;

/**
 * A page with a note at the top of its main part. The page's own day comes after the note, as it was shown when the page was
 * stored; a page without a main part (one that only redirects) stays as it is.
 */
export const withNote = (html: string, note: string, withDay: boolean): string => {
  const day = withDay ? dayOfPage(html) : null;
  const text = escapeMarkup(note) + (day === null ? '' : ` <b>${day}</b>`);
  return html.replace(
    MAIN,
    (main) => `${main}<p class="kept-note wrap" data-kept-note role="status">${text}</p>`,
  );
};
