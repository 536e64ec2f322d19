import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { BOUNDS } from './bounds.ts';
import { pdfFile, scannedPageReadings } from './pdf-file.ts';
import { pdfText } from './pdf-text.ts';
import { withPdfium } from './pdfium.ts';
import { madeScan } from './testing/made-scan.ts';

const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `The text of page ${at + 1}`);
const made = (count: number): Uint8Array => madeScan(texts(count).map((text) => ({ text })));

describe('pdfFile', () => {
  it('reads page after page, also where more are read than are held at once', async () => {
    const file = pdfFile(made(40));
    expect(await scannedPageReadings(file)).toEqual(texts(40).map((text) => ({ text })));
    await file.close();
  });

  it('may be used for as long as it is wanted, and again once it was closed', async () => {
    const file = pdfFile(made(3));
    const count = () => file.use(({ call }, document) => call.FPDF_GetPageCount(document));
    for (let time = 0; time < 40; time++) expect(await count()).toBe(3);
    await file.close();
    await file.close();
    expect(await count()).toBe(3);
    await file.close();
  });

  it('lets other files be read in between, and goes on where PDFium broke off', async () => {
    const file = pdfFile(made(2));
    const count = () => file.use(({ call }, document) => call.FPDF_GetPageCount(document));
    expect(await count()).toBe(2);
    expect(await pdfText(made(1))).toBe('The text of page 1');
    expect(await count()).toBe(2);
    const endless = withPdfium(
      () => {
        for (;;);
      },
      { ...BOUNDS, seconds: 0.02 },
    );
    await expect(endless).rejects.toThrow('was not read within');
    expect(await count()).toBe(2);
    await file.close();
  });

  it('takes no memory for bytes that are not asked for', async () => {
    const bytes = new Uint8Array(Buffer.concat([made(2), Buffer.alloc(24 * 2 ** 20, ' ')]));
    const file = pdfFile(bytes);
    const before = await withPdfium(({ memory }) => memory.HEAPU8.length);
    const after = await file.use(({ memory }) => memory.HEAPU8.length);
    expect(after - before).toBeLessThan(8 * 2 ** 20);
    await file.close();
  });

  it('says that a file is locked with a password, or is none', async () => {
    const document = await PDFDocument.create();
    document.addPage([200, 200]);
    document.encrypt({ userPassword: 'ตัวอย่าง', ownerPassword: 'ตัวอย่าง' });
    const locked = pdfFile(await document.save());
    const use = () => locked.use(() => 0);
    await expect(use()).rejects.toMatchObject({ isLocked: true });
    await expect(use()).rejects.toMatchObject({ isLocked: true });
    await locked.close();
    await expect(pdfFile(new Uint8Array(9)).use(() => 0)).rejects.toMatchObject({
      isLocked: false,
    });
  });
});
