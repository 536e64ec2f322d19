/** Shape of a page of a made-up PDF: points wide and high, and what stands on it. */
export interface MadePage {
  readonly width?: number;
  readonly height?: number;
  /** Degrees clockwise by which it is shown turned. */
  readonly rotate?: 0 | 90 | 180 | 270;
  /** A line of text in ASCII; a page without one is a picture, as of a scan. */
  readonly text?: string;
  /** A picture that is drawn over the whole page. */
  readonly picture?: MadePicture;
}

/** Pixels in greys, row by row; or any picture as a filter of PDF packs it, with what its dictionary says beside the size. */
export type MadePicture = { readonly width: number; readonly height: number } & (
  | { readonly grey: Uint8Array }
  | { readonly packed: Uint8Array; readonly dictionary: string }
);

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const stream = (dictionary: string, data: Uint8Array): Buffer =>
  Buffer.concat([
    latin1(`<<${dictionary}/Length ${data.length}>> stream\n`),
    data,
    latin1('\nendstream'),
  ]);

const drawing = ({ width = 595, height = 842, text, picture }: MadePage): string =>
  [
    picture ? `q ${width} 0 0 ${height} 0 0 cm /P Do Q` : '',
    text === undefined ? '' : `BT /F 12 Tf 72 ${height - 120} Td (${text}) Tj ET`,
  ].join('\n');

const imageOf = (picture: MadePicture): Buffer => {
  const size = `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}`;
  return 'grey' in picture
    ? stream(`${size}/ColorSpace/DeviceGray/BitsPerComponent 8`, picture.grey)
    : stream(`${size}${picture.dictionary}`, picture.packed);
};

/** A PDF of made-up pages: with a text layer, or with pictures alone, as a scanner makes them. */
export const madeScan = (pages: readonly MadePage[]): Uint8Array => {
  const objects: Buffer[] = [];
  const place = (index: number): number => 4 + index * 3;
  objects.push(latin1('<</Type/Catalog/Pages 2 0 R>>'));
  const kids = pages.map((_, index) => `${place(index)} 0 R`).join(' ');
  objects.push(latin1(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`));
  objects.push(latin1('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'));
  for (const [index, page] of pages.entries()) {
    const { width = 595, height = 842, rotate, picture } = page;
    const [content, image] = [place(index) + 1, place(index) + 2];
    const resources = `<</Font<</F 3 0 R>>${picture ? `/XObject<</P ${image} 0 R>>` : ''}>>`;
    objects.push(
      latin1(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${rotate === undefined ? '' : `/Rotate ${rotate}`}/Contents ${content} 0 R/Resources${resources}>>`,
      ),
    );
    objects.push(stream('', latin1(drawing(page))));
    objects.push(imageOf(picture ?? { width: 1, height: 1, grey: new Uint8Array(1) }));
  }
  const body = objects.map((object, index) =>
    Buffer.concat([latin1(`${index + 1} 0 obj\n`), object, latin1('\nendobj\n')]),
  );
  const trailer = latin1(`trailer <</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`);
  return new Uint8Array(Buffer.concat([latin1('%PDF-1.4\n'), ...body, trailer]));
};
