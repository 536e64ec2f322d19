import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { ProblemError } from '#core/problem.ts';
import { textWithin } from '../document-text.ts';
import {
  COMMENTS,
  EMBEDDED,
  NAMELESS,
  note,
  OFFICE,
  PDFS,
  PERSON,
  PICTURES,
  pdfOf,
  tiff,
  title,
  ZIPS,
} from '../testing/files-with-metadata.ts';
import { cleanFile } from './clean-file.ts';
import { metadataOf } from './metadata-of.ts';

const naming = async (bytes: Uint8Array) =>
  (await metadataOf(bytes, 'a')).naming.map(({ names, property }) => `${names}: ${property}`);
const personal = async (bytes: Uint8Array) =>
  (await metadataOf(bytes, 'a')).parts
    .filter(({ text }) => findPersonalData(text).length > 0)
    .map(({ place }) => place);

const all = Object.entries({ ...PICTURES, ...PDFS, ...OFFICE });

describe('metadataOf', () => {
  it('finds whom, where and with what', async () => {
    const found: Record<string, string[]> = {};
    for (const [name, make] of all) found[name] = await naming(await make());
    expect(found).toMatchSnapshot();
    for (const names of Object.values(found)) expect(names).not.toEqual([]);
  });

  it('reads a TIFF', async () => {
    expect(await naming(await tiff())).toEqual([
      'person: Exif Artist',
      'place: Exif GPS',
      'device: Exif BodySerialNumber',
    ]);
  });

  it.each(Object.entries(NAMELESS))('finds nobody in %s', async (_, make) => {
    expect(await naming(await make())).toEqual([]);
  });

  it.each([
    ...Object.entries(COMMENTS),
    ['PDF with a note', note],
    ['PDF with a title', title],
    ['JPEG with Exif', PICTURES['JPEG with Exif']],
    ...Object.entries(ZIPS),
    ...Object.entries(EMBEDDED),
  ])('gives the text of %s', async (_, make) => {
    const places = await personal(await make());
    expect(places).toHaveLength(1);
    expect(places[0]).toMatch(/^(?:comment|property|Exif|names of|a\.)/);
  });
});

it('refuses a PDF with a file in it that cannot be unpacked', async () => {
  const whole = Buffer.from(await EMBEDDED['a text in a PDF']());
  const head = /\/EmbeddedFile\b[\s\S]*?>>\s*stream\r?\n/.exec(whole.toString('latin1'));
  const start = (head?.index ?? 0) + (head?.[0].length ?? 0);
  whole.fill(0xff, start, start + 12);
  await expect(metadataOf(whole, 'a.pdf')).rejects.toMatchObject({
    problems: [{ file: 'a.pdf', what: 'the file a.txt within the PDF cannot be read' }],
  });
});

it('meets damaged files with a problem, and with no other error', async () => {
  const files = await Promise.all(
    [
      ...Object.values(PICTURES),
      ...Object.values(COMMENTS),
      PDFS['PDF with packed XMP'],
      PDFS['PDF with a note'],
      OFFICE['DOCX with a photograph'],
      ZIPS['a text'],
      tiff,
    ].map((make) => make()),
  );
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (file, changes, cut) => {
        const bytes = Uint8Array.from(file);
        for (const [place, value] of changes) bytes[Math.floor(place * bytes.length)] = value;
        const given = cut
          ? bytes.subarray(0, Math.ceil((changes[0]?.[0] ?? 0) * bytes.length))
          : bytes;
        await metadataOf(given, 'a').catch((error) => expect(error).toBeInstanceOf(ProblemError));
      },
    ),
    { numRuns: 200 },
  );
});

describe('cleanFile', () => {
  it.each(all)('takes it out of a %s', async (_, make) => {
    const bytes = await make();
    const clean = await cleanFile(bytes, 'a');
    expect(await naming(clean)).toEqual([]);
    expect(Buffer.from(clean).includes(PERSON)).toBe(false);
    const textOf = async (file: Uint8Array) =>
      (await textWithin(file, 'a'))?.replace(/Somchai Made-Up|Un-named|Author|C:.*/g, '');
    expect(await textOf(clean)).toBe(await textOf(bytes));
    expect(await cleanFile(clean, 'a')).toBe(clean);
    expect(Buffer.compare(await cleanFile(bytes, 'a'), clean)).toBe(0);
  });

  it.each(Object.entries(NAMELESS))('leaves %s as it is', async (_, make) => {
    const bytes = await make();
    expect(await cleanFile(bytes, 'a')).toBe(bytes);
  });

  it.each(Object.entries(PICTURES))('keeps what is drawn in a %s', async (name, make) => {
    const bytes = await make();
    const pixels = (of: Uint8Array) => sharp(of).autoOrient().raw().toBuffer();
    const [before, after] = [await pixels(bytes), await pixels(await cleanFile(bytes, 'a'))];
    expect(after.length).toBe(before.length);
    if (!name.includes('turned')) expect(after.equals(before)).toBe(true);
  });

  it('refuses a signed PDF and a file of another kind', async () => {
    const signed = await pdfOf((document) => {
      document.setAuthor(PERSON);
      document.context.register(document.context.obj({ ByteRange: [0, 1, 2, 3] }));
    });
    await expect(cleanFile(signed, 'a')).rejects.toThrow('the PDF is signed');
    const text = Buffer.from('text');
    expect(await cleanFile(text, 'a')).toBe(text);
  });
});
