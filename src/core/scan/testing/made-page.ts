import type { FilePage, ScannedPage } from '../scanned-page.ts';

/** A page of A4 at 300 dots per inch that was read to nothing but what is given. */
export const madePage = (number: number, more: Partial<ScannedPage>): FilePage => ({
  number,
  kind: 'scan',
  page: {
    width: 2480,
    height: 3508,
    turns: 0,
    skew: 0,
    cut: [],
    lines: [],
    codes: [],
    personal: [],
    redactions: 0,
    ...more,
  },
});
