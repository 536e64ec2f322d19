/** A cut-out of one line: grey, 0 black to 255 white, row by row. */
export interface LinePicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** One character as it was read, with its place in the cut-out in pixels. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** 0 to 100. */
  readonly confidence: number;
}

export interface LineReading {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** The least of its glyphs. */
  readonly confidence: number;
  /** Share of the ink inside words, 0 to 1. */
  readonly covered: number;
  /** Shapes of ink as high as letters in the cut-out (`countShapes()`), where they were counted. */
  readonly shapes?: number;
}

/** Reads cut-outs of lines, one after the other. */
export interface LineReader {
  read(line: LinePicture): Promise<LineReading>;
  close(): Promise<void>;
}
