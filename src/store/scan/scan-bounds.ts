const MEBIBYTE = 1024 * 1024;

/**
 * What a scan may take to be read; docs/scans.md states the same figures. One page is in memory at a time: as a picture of at
 * most `pagePixels`, whatever the file holds.
 */
export const SCAN_BOUNDS = {
  /** Bytes of a file of scans on the disk. */
  fileBytes: 256 * MEBIBYTE,
  /** Pixels of a picture that is opened at all; it is read strip by strip and made smaller. */
  picturePixels: 600_000_000,
  /** Pixels of one that can be unpacked as a whole alone (progressive, interlaced, WebP, TIFF): A3 at 600 dots per inch. */
  wholePixels: 80_000_000,
  /** Pixels of its shorter side at least: A4 at 50 dots per inch, of which no letter could be made out. */
  leastSide: 410,
  /** Pixels of a page as it is read: A3 at 300 dots per inch. */
  pagePixels: 17_500_000,
  /** Pages that are read of one file. */
  pages: 1_000,
} as const;

/** Bounds by name, in the units of {@link SCAN_BOUNDS}; tests pass smaller ones. */
export type ScanBounds = { readonly [Name in keyof typeof SCAN_BOUNDS]: number };
