import { type Zippable, zipSync } from 'fflate';
import { DocumentProblem } from '../document-problem.ts';
import { openZip } from '../zip.ts';

const MOST_BYTES = 256 * 1024 * 1024;

const SIGNED = {
  what: 'the document is signed',
  why: 'Its signature would no longer hold for a file without its metadata.',
  fix: 'Write "keepMetadata: true" beside "file" where its signer agrees; or save a copy without the signature.',
};

type Change = readonly [part: RegExp, pattern: RegExp, by: string];

const element = (names: string): RegExp =>
  new RegExp(`(<((?:[a-z0-9]+:)?(?:${names}))(?:\\s[^<>]*)?>)[^<]*(</\\2>)`, 'g');

const EMPTIED = '$1$3';
/** Stands for whoever wrote a comment or changed something. */
const ANYBODY = 'Author';

/** What is changed in parts of documents of Word, Excel, PowerPoint and OpenDocument. */
const CHANGES: readonly Change[] = [
  [/^docProps\/core\.xml$/, element('creator|lastModifiedBy'), EMPTIED],
  [/^docProps\/app\.xml$/, element('Manager|Company|HyperlinkBase'), EMPTIED],
  [/^docProps\/custom\.xml$/, /<(?:[a-z0-9]+:)?property\b[\s\S]*?<\/(?:[a-z0-9]+:)?property>/g, ''],
  [/(?:^|\/)meta\.xml$/, element('initial-creator|creator|printed-by'), EMPTIED],
  [/(?:^|\/)meta\.xml$/, element('user-defined'), ''],
  [/(?:^|\/)(?:content|styles)\.xml$/, element('creator'), `$1${ANYBODY}$3`],
  [/comments[^/]*\.xml$/, element('author'), `$1${ANYBODY}$3`],
  [/^word\/.*\.xml$/, /(\sw\d*:(?:author|userId))="[^"]*"/g, `$1="${ANYBODY}"`],
  [/^word\/.*\.xml$/, /(\sw\d*:initials)="[^"]*"/g, '$1="A"'],
  [/persons?\/[^/]*\.xml$/i, /(\s(?:displayName|userId))="[^"]*"/g, `$1="${ANYBODY}"`],
  [/(?:commentAuthors|authors)[^/]*\.xml$/, /(\s(?:name|userId))="[^"]*"/g, `$1="${ANYBODY}"`],
  [/(?:commentAuthors|authors)[^/]*\.xml$/, /(\sinitials)="[^"]*"/g, '$1="A"'],
  [/^customXml\//, element('DisplayName'), EMPTIED],
  [/^xl\/revisions\//, /(<userInfo\b[^<>]*?\sname)="[^"]*"/g, `$1="${ANYBODY}"`],
  [/\.xml$/, /(\s(?:userName|lastEditedBy))="[^"]*"/g, `$1="${ANYBODY}"`],
  [/workbook\.xml$/, /<x15ac:absPath\b[^<>]*\/>/g, ''],
  [
    /\.rels$/,
    /(\sTarget)="(?:file:\/\/\/?)?[^"]*[\\/](?:Users|home|Documents and Settings)[\\/][^"]*?([^"\\/]+)"/gi,
    '$1="file:///$2"',
  ],
];

const changed = (name: string, xml: string): string =>
  CHANGES.reduce(
    (text, [part, pattern, by]) => (part.test(name) ? text.replace(pattern, by) : text),
    xml,
  );

const HELD_COMPRESSED = /\.(?:jpe?g|png|gif|webp|pdf|zip|docx|xlsx|pptx)$/i;

/**
 * A document of Word, Excel, PowerPoint or OpenDocument without the names of who wrote, changed or remarked on it;
 * `cleanMember` cleans what lies within, such as photographs.
 */
export const cleanOffice = async (
  bytes: Uint8Array,
  cleanMember: (name: string, bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const zip = openZip(bytes, MOST_BYTES);
  if (zip.names.some((name) => /_xmlsignatures\/|documentsignatures\.xml$/.test(name))) {
    throw new DocumentProblem(SIGNED);
  }
  const files: Zippable = {};
  for (const name of zip.names) {
    if (name.endsWith('/')) continue;
    const member = zip.read(name) as Uint8Array;
    const kept = /\.(?:xml|rels)$/i.test(name)
      ? new TextEncoder().encode(changed(name, new TextDecoder().decode(member)))
      : await cleanMember(name, member);
    const isStored = name === 'mimetype' || HELD_COMPRESSED.test(name);
    files[name] = [kept, { level: isStored ? 0 : 6 }];
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
};
