import { extensionOf } from '#core/check/file-kind.ts';

/** What a file is by its bytes. */
type Kind =
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'tiff'
  | 'rtf'
  | 'web'
  | 'program'
  | 'other';

const MAGIC: readonly (readonly [string, Kind])[] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['\u00D0\u00CF\u0011\u00E0', 'ole'],
  ['\u00FF\u00D8\u00FF', 'jpeg'],
  ['\u0089PNG', 'png'],
  ['GIF8', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['{\\rtf', 'rtf'],
  ['MZ', 'program'],
  ['\u007FELF', 'program'],
  ['#!', 'program'],
  ['\u00CF\u00FA\u00ED\u00FE', 'program'],
  ['\u00CA\u00FE\u00BA\u00BE', 'program'],
  ['L\0\0\0\u0001\u0014\u0002\0', 'program'],
  ['FWS', 'program'],
  ['CWS', 'program'],
];

/** Beginnings by which browsers take bytes for a web page (WHATWG MIME Sniffing), and XML that is drawn or transformed. */
const WEB =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|iframe|svg|style|title|meta|table|object|embed|\?xml-stylesheet|\?xml\b[\s\S]{0,2000}?<(?:svg|html|\?xml-stylesheet|[a-z]+:(?:svg|html|stylesheet)))[\s>:/?]/i;

const SNIFFED = 4096;

const textOf = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, SNIFFED);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder().decode(head);
};

const kindOf = (bytes: Uint8Array): Kind => {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  const known = MAGIC.find(([magic]) => head.startsWith(magic));
  if (known) return known[1];
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  return WEB.test(textOf(bytes)) ? 'web' : 'other';
};

const KINDS_OF: Readonly<Record<string, readonly Kind[]>> = {
  pdf: ['pdf'],
  docx: ['zip'],
  xlsx: ['zip'],
  pptx: ['zip'],
  odt: ['zip'],
  ods: ['zip'],
  odp: ['zip'],
  zip: ['zip'],
  epub: ['zip'],
  doc: ['ole', 'rtf'],
  xls: ['ole'],
  ppt: ['ole'],
  rtf: ['rtf'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  png: ['png'],
  gif: ['gif'],
  webp: ['webp'],
  tif: ['tiff'],
  tiff: ['tiff'],
};

const NAMES: Readonly<Record<Kind, string>> = {
  pdf: 'it is a PDF',
  zip: 'it is a ZIP archive or a newer office document',
  ole: 'it is an older office document, or one with a password',
  jpeg: 'it is a JPEG',
  png: 'it is a PNG',
  gif: 'it is a GIF',
  webp: 'it is a WebP',
  tiff: 'it is a TIFF',
  rtf: 'it is a Rich Text document',
  web: 'it is a web page inside',
  program: 'it is a program inside',
  other: 'its content says otherwise',
};

const END_OF_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
const MOST_AFTER = 65_557;

/** Whether a file can be opened as an archive from its end, whatever it begins with. */
const endsAsZip = (bytes: Uint8Array): boolean => {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - MOST_AFTER)));
  const at = tail.lastIndexOf(END_OF_ZIP);
  return at >= 0 && at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length;
};

/** Streams of macros in older office documents. */
const OLE_MACROS = Buffer.from('_VBA_PROJECT', 'utf16le');
const PARTS_WITH_MACROS = /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\/./i;

/**
 * What a file is besides what its name says; undefined where both agree, or where nothing is known of the name. `members` are
 * the names of the files within, where it is an archive.
 */
export const disguiseOf = (
  path: string,
  bytes: Uint8Array,
  members: readonly string[] = [],
): string | undefined => {
  const kind = kindOf(bytes);
  const expected = KINDS_OF[extensionOf(path)];
  if (kind === 'web' || kind === 'program') return NAMES[kind];
  if (expected === undefined) return undefined;
  if (!expected.includes(kind)) return NAMES[kind];
  if (kind !== 'zip' && kind !== 'ole' && endsAsZip(bytes)) return 'it is a ZIP archive as well';
  const hasMacros =
    kind === 'ole'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(OLE_MACROS)
      : members.some((name) => PARTS_WITH_MACROS.test(name));
  return hasMacros && extensionOf(path) !== 'zip' ? 'it holds macros' : undefined;
};
