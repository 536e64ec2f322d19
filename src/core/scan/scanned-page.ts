import type { PageSide } from './cut-edges.ts';
import type { Box } from './picture.ts';
import type { LayerKind } from './prepared-page.ts';

/** A part of a line that readings don't agree on, or that the reader was not sure of. */
export interface ScanDoubt {
  /** Places in the text of the line (UTF-16), `to` behind the last. */
  readonly from: number;
  readonly to: number;
  /** What each reading has there, the first one first; none where it is personal data. */
  readonly readings: readonly string[];
  readonly isDigit: boolean;
  /** Set where it is not the readings that differ: what was read, and what it may have been meant to be, are then its readings. */
  readonly rule?: 'word' | 'prefix' | 'dot';
}

/** One line of a scanned page. */
export interface ScannedLine {
  readonly layer: LayerKind;
  /** Number of its row on the page, from 0; the pieces of a row share it. */
  readonly row: number;
  /** Where it stands, in pixels of the page. */
  readonly box: Box;
  /** As the first reader read it, personal data taken out. */
  readonly text: string;
  /** Of its least sure character, 0 to 100. */
  readonly confidence: number;
  readonly doubts: readonly ScanDoubt[];
  /** Set where it runs out of the picture: what is missing of it nobody knows. */
  readonly runsOut?: true;
}

/** A QR code that stands on a page. */
export interface PageCode {
  readonly text: string;
  readonly box: Box;
}

/** A page as it was read. All places are pixels of the page upright. */
export interface ScannedPage {
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise by which the picture had to be turned. */
  readonly turns: number;
  /** Degrees by which it lay askew. */
  readonly skew: number;
  /** Sides at which it is cut off; such lines have `runsOut`. */
  readonly cut: readonly PageSide[];
  readonly lines: readonly ScannedLine[];
  readonly codes: readonly PageCode[];
  /** Where personal data stands: to be blacked out before anybody sees the page. */
  readonly personal: readonly Box[];
  /** How many numbers and addresses were taken out of its lines. */
  readonly redactions: number;
}

/** What a page of a file came to. `number` counts from 1. */
export type FilePage = { readonly number: number } & (
  | { readonly kind: 'scan'; readonly page: ScannedPage }
  /** A page with a text layer, or one without any letters. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly what: string; readonly why?: string; readonly fix: string }
);
