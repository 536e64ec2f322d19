import { openScanFile } from '#store/scan/file-pages.ts';
import { pageCodes } from '#store/scan/page-codes.ts';

/** The texts of all QR codes on the pages of a PDF, as they are read from pictures of the pages at 300 dots per inch. */
export const codesOfPdf = async (pdf: Uint8Array): Promise<string[]> => {
  const file = await openScanFile(pdf);
  if (file === null) throw new Error('the PDF has a text layer, and no pictures are made of it');
  const texts: string[] = [];
  for (let number = 1; number <= file.count; number += 1) {
    const page = await file.page(number);
    if (page.kind !== 'picture') throw new Error(`page ${number} is no picture`);
    const { width, height, pixels } = page.picture;
    const grey = new Uint8Array(width * height);
    for (let at = 0; at < grey.length; at += 1) grey[at] = pixels[3 * at] as number;
    texts.push(...(await pageCodes({ width, height, pixels: grey })).map(({ text }) => text));
  }
  await file.close();
  return texts;
};
