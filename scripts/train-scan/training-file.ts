/** One line of a training file of Tesseract (`.lstmf`): its picture as PNG, and its text as the model spells it. */
export interface TrainingLine {
  readonly png: Buffer;
  readonly text: string;
}

const int = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const bytes = (value: Buffer): Buffer => Buffer.concat([int(value.length), value]);
const text = (value: string): Buffer => bytes(Buffer.from(value, 'utf8'));

/**
 * Bytes of a training file, as `DocumentData::SaveDocument` of Tesseract 5 writes it: the number of lines; for each a byte
 * 1, its name, its page, picture, language, text, no boxes, no texts of boxes, and a byte 0 for "not vertical".
 */
export const trainingFile = (lines: readonly TrainingLine[]): Buffer =>
  Buffer.concat([
    int(lines.length),
    ...lines.map((line, at) =>
      Buffer.concat([
        Buffer.from([1]),
        text(`line-${at}.png`),
        int(at),
        bytes(line.png),
        text('tha'),
        text(line.text),
        int(0),
        int(0),
        Buffer.from([0]),
      ]),
    ),
  ]);
