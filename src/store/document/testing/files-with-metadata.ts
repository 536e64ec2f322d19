import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { madeScan } from './made-scan.ts';

const plain = () => sharp({ create: { width: 8, height: 6, channels: 3, background: '#048' } });

/** Names and places that are made up. */
export const PERSON = 'Somchai Made-Up';
export const MOBILE = '080-000-0078';

export const EXIF = {
  IFD0: { Artist: PERSON, ImageDescription: `call ${MOBILE}`, Software: 'Camera 1.0' },
  IFD2: { BodySerialNumber: '12345' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 47/1 0/1' },
};

export const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="18,47N"><dc:creator><rdf:Seq><rdf:li>${PERSON}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

const withText = (png: Uint8Array, keyword: string, text: string): Uint8Array => {
  const data = Buffer.from(`tEXt${keyword}\0${text}`, 'latin1');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length - 4);
  const end = png.length - 12;
  return Buffer.concat([png.subarray(0, end), head, data, Buffer.alloc(4), png.subarray(end)]);
};

const withComment = (gif: Uint8Array, text: string): Uint8Array => {
  const data = Buffer.from(text, 'latin1');
  const comment = Buffer.concat([
    Buffer.from([0x21, 0xfe, data.length]),
    data,
    Buffer.from([0]),
    gif.subarray(-1),
  ]);
  return Buffer.concat([gif.subarray(0, -1), comment]);
};

const jpegSegment = (marker: number, data: string): Uint8Array => {
  const bytes = Buffer.from(data, 'latin1');
  return Buffer.concat([
    Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]),
    bytes,
  ]);
};

const withSegment = (jpeg: Uint8Array, marker: number, data: string): Uint8Array =>
  Buffer.concat([jpeg.subarray(0, 2), jpegSegment(marker, data), jpeg.subarray(2)]);

const iptc = `Photoshop 3.0\u00008BIM\u0004\u0004\0\0\0\0\0\u0014\u001C\u0002\u0050\0${String.fromCharCode(PERSON.length)}${PERSON}`;

export const jpeg = () => plain().jpeg().toBuffer();
export const PICTURES = {
  'JPEG with Exif': () => plain().withExif(EXIF).jpeg().toBuffer(),
  'JPEG with XMP': () => plain().withXmp(XMP).jpeg().toBuffer(),
  'JPEG with IPTC': async () => withSegment(await jpeg(), 0xed, iptc),
  'JPEG that is turned': () =>
    plain().withExif(EXIF).withMetadata({ orientation: 6, exif: EXIF }).jpeg().toBuffer(),
  'PNG with Exif': () => plain().withExif(EXIF).png().toBuffer(),
  'PNG with a text': async () => withText(await plain().png().toBuffer(), 'Author', PERSON),
  'WebP with Exif': () => plain().withExif(EXIF).webp().toBuffer(),
  'WebP with XMP': () => plain().withXmp(XMP).webp().toBuffer(),
} as const;

/** A TIFF that has directories, but no picture. */
export const tiff = async (): Promise<Uint8Array> => {
  const { exif } = await sharp(await PICTURES['JPEG with Exif']()).metadata();
  return (exif as Buffer).subarray(6);
};

/** Pictures that name nobody, but hold a number. */
export const COMMENTS = {
  'JPEG with a comment': async () => withSegment(await jpeg(), 0xfe, `call ${MOBILE}`),
  'GIF with a comment': async () => withComment(await plain().gif().toBuffer(), `call ${MOBILE}`),
  'PNG with a description': async () =>
    withText(await plain().png().toBuffer(), 'Description', `call ${MOBILE}`),
} as const;

export const pdfOf = async (change: (document: PDFDocument) => unknown): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage().drawText('Guide 0-2241-9000');
  await change(document);
  return document.save();
};

const addXmp = (document: PDFDocument): void => {
  const stream = document.context.stream(XMP, { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
};

const addPackedXmp = (document: PDFDocument): void => {
  const stream = document.context.flateStream(XMP, { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
};

const addNote = (document: PDFDocument, writer: string, text: string): void => {
  const note = document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
  note.set(PDFName.of('T'), PDFString.of(writer));
  note.set(PDFName.of('Contents'), PDFString.of(text));
  document.getPage(0).node.addAnnot(document.context.register(note));
};

export const PDFS = {
  'PDF with an author': () => pdfOf((document) => document.setAuthor(PERSON)),
  'PDF with an author in Thai': () => pdfOf((document) => document.setAuthor('นายสมมติ')),
  'PDF with an author of an earlier version': () =>
    pdfOf(({ context }) =>
      context.register(context.obj({ Author: PDFString.of(PERSON), Producer: PDFString.of('x') })),
    ),
  'PDF that may not be changed': () =>
    pdfOf((document) => {
      document.setAuthor(PERSON);
      document.encrypt({ ownerPassword: 'owner', userPassword: '' });
    }),
  'PDF with XMP': () => pdfOf(addXmp),
  'PDF with packed XMP': () => pdfOf(addPackedXmp),
  'PDF with a note': () => pdfOf((document) => addNote(document, PERSON, 'Check this')),
  'PDF with a photograph': () =>
    pdfOf(async (document) => {
      const photograph = await document.embedJpg(await PICTURES['JPEG with Exif']());
      document.getPage(0).drawImage(photograph);
    }),
} as const;

export const note = () => pdfOf((document) => addNote(document, '', `call ${MOBILE}`));
export const title = () => pdfOf((document) => document.setTitle(`call ${MOBILE}`));

const docx = (options: { creator?: string; lastModifiedBy?: string }) =>
  Packer.toBuffer(
    new Document({
      ...options,
      sections: [{ children: [new Paragraph('Guide 0-2241-9000')] }],
    }),
  );

const archive = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

const TYPES = { '[Content_Types].xml': '<Types/>' };

export const OFFICE = {
  'DOCX with its writer': () => docx({ creator: PERSON }),
  'DOCX with who saved it': () => docx({ creator: 'Un-named', lastModifiedBy: PERSON }),
  'DOCX with a manager': async () =>
    archive({
      ...TYPES,
      'docProps/app.xml': `<Properties><Manager>${PERSON}</Manager></Properties>`,
    }),
  'DOCX with a property of its own': async () =>
    archive({
      ...TYPES,
      'docProps/custom.xml': `<Properties><property name="Owner"><vt:lpwstr>${PERSON}</vt:lpwstr></property></Properties>`,
    }),
  'DOCX with a tracked change': async () =>
    archive({ ...TYPES, 'word/document.xml': `<w:p><w:ins w:author="${PERSON}">x</w:ins></w:p>` }),
  'DOCX with a comment': async () =>
    archive({
      ...TYPES,
      'word/comments.xml': `<w:comment w:author="${PERSON}" w:initials="S">x</w:comment>`,
    }),
  'XLSX with a comment': async () =>
    archive({
      ...TYPES,
      'xl/comments1.xml': `<comments><authors><author>${PERSON}</author></authors></comments>`,
    }),
  'XLSX with revisions': async () =>
    archive({
      ...TYPES,
      'xl/revisions/userNames.xml': `<users><userInfo guid="{1}" name="${PERSON}" id="-1"/></users>`,
    }),
  'DOCX of a shared library': async () =>
    archive({
      ...TYPES,
      'customXml/item1.xml': `<p><SharedWithUsers><UserInfo><DisplayName>${PERSON}</DisplayName></UserInfo></SharedWithUsers></p>`,
    }),
  'DOCX with other prefixes': async () =>
    archive({
      ...TYPES,
      'docProps/core.xml': `<ns0:coreProperties><ns1:creator>${PERSON}</ns1:creator></ns0:coreProperties>`,
    }),
  'XLSX with threads': async () =>
    archive({
      ...TYPES,
      'xl/persons/person.xml': `<personList><person displayName="${PERSON}"/></personList>`,
    }),
  'XLSX with a folder of a user': async () =>
    archive({
      ...TYPES,
      'xl/workbook.xml':
        '<workbook><x15ac:absPath url="C:\\Users\\somchai\\Desktop\\"/></workbook>',
    }),
  'PPTX with writers of comments': async () =>
    archive({
      ...TYPES,
      'ppt/commentAuthors.xml': `<p:cmAuthorLst><p:cmAuthor name="${PERSON}" initials="S"/></p:cmAuthorLst>`,
    }),
  'ODT with its writer': async () =>
    archive({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'meta.xml': `<office:meta><meta:initial-creator>${PERSON}</meta:initial-creator></office:meta>`,
    }),
  'ODT with a comment': async () =>
    archive({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:annotation><dc:creator>${PERSON}</dc:creator><text:p>x</text:p></office:annotation>`,
    }),
  'DOCX with a photograph': async () =>
    archive({ ...TYPES, 'word/media/image1.jpeg': await PICTURES['JPEG with Exif']() }),
  'ZIP of a PDF': async () => archive({ 'a/b.pdf': await PDFS['PDF with an author']() }),
} as const;

export const NAMELESS = {
  'a DOCX of a program': () => docx({ creator: 'python-docx', lastModifiedBy: 'Un-named' }),
  'a PDF of a program': () =>
    pdfOf((document) => {
      document.setProducer('Microsoft Word');
      document.setCreator('LibreOffice 24.2');
      document.setAuthor('Canon iR-ADV C3530');
    }),
  'a JPEG': jpeg,
  'a PDF with a form': () =>
    pdfOf((document) => document.getForm().createTextField(PERSON).addToPage(document.getPage(0))),
  'a text': async () => Buffer.from('Guide'),
} as const;

export const ZIPS = {
  'the name of a file': async () => archive({ [`a/${MOBILE}.txt`]: 'x' }),
  'a text': async () => archive({ 'a.txt': `call ${MOBILE}` }),
  'a PDF': async () => archive({ 'a.pdf': await note() }),
} as const;

const holding = (name: string, bytes: Uint8Array) =>
  pdfOf((document) => document.attach(bytes, name));

/** PDFs with a file in them that has a number. */
export const EMBEDDED = {
  'a text in a PDF': () => holding('a.txt', strToU8(`call ${MOBILE}`)),
  'a PDF in a PDF': async () => holding('a.pdf', await note()),
  'a PDF in a ZIP in a PDF': async () => holding('a.zip', await ZIPS['a PDF']()),
} as const;

const SECRET = 'ลับมาก\nLetter of a class';

/** Files in which another lies that is marked as secret. */
export const SECRETS = {
  'a text in a PDF': () => holding('annex.txt', strToU8(SECRET)),
  'a text of another encoding in a PDF': () =>
    holding('annex.txt', Buffer.from(`\ufeff${SECRET}`, 'utf16le')),
  'a PDF in a PDF': async () => holding('annex.pdf', madeScan([{ text: 'TOP SECRET' }])),
  'a text in a ZIP in a PDF': () => holding('annex.zip', archive({ 'annex.txt': SECRET })),
  'a text in a ZIP': async () => archive({ 'annex.txt': SECRET }),
  'a document in a ZIP': async () =>
    archive({ 'annex.rtf': '{\\rtf1\\ansi \\u3621?\\u3633?\\u3610?\\par Letter}' }),
} as const;

/** A PDF of which only the choices of a form name classes of secrecy. */
export const choiceOfSecrecy = () =>
  pdfOf((document) => {
    const choice = document.getForm().createDropdown('class');
    choice.setOptions(['Normal', 'Secret', 'Top secret']);
    choice.addToPage(document.getPage(0));
  });
