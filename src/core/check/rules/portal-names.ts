import type { FieldPath } from '#core/field-path.ts';
import { pagePictureName, picturedPages } from '#core/letter/letter-file.ts';
import { ARCHIVE_NAME, MANIFEST_NAME } from '#core/letter/manifest.ts';
import type { Problem } from '#core/problem.ts';
import {
  type AttachmentFields,
  type Content,
  type ContentRecord,
  problemAt,
  type Rule,
  type SourceFile,
} from '../content.ts';
import { LIMITS, printBytes } from '../limits.ts';

interface Listed {
  readonly source: SourceFile;
  readonly field: FieldPath;
  readonly attachment: AttachmentFields;
}

const listed = (source: SourceFile, list: FieldPath, attachments: readonly unknown[]): Listed[] =>
  attachments.flatMap((attachment, index) =>
    attachment === undefined ? [] : [{ source, field: [...list, index], attachment }],
  ) as Listed[];

const listedBy = ({ source, fields, coveringLetters }: ContentRecord): Listed[] => [
  ...(fields.letterFile ? [{ source, field: ['letterFile'], attachment: fields.letterFile }] : []),
  ...listed(source, ['attachments'], fields.attachments ?? []),
  ...(coveringLetters === null
    ? []
    : coveringLetters.letters.flatMap((letter, index) =>
        listed(coveringLetters.source, [index, 'attachments'], letter?.attachments ?? []),
      )),
];

/** Names that routes give to pages and files beside that of a circular: `qr` of `/circulars/*\/*\/qr/`. */
const namesOfRoutes = (pages: readonly string[]): string[] =>
  pages.flatMap((page) => /^\/circulars\/\*\/\*\/([^/*]+)\/?$/.exec(page)?.[1] ?? []);

/** What the portal puts beside a page, in lower case. */
const namesOfPortal = (record: ContentRecord, ofRoutes: readonly string[]): Set<string> => {
  const names = ['index.html'];
  if (record.kind === 'circulars') {
    const { file } = record.fields.letterFile ?? {};
    const pictures = file === undefined ? 0 : picturedPages(record.fields.letterFile ?? {});
    names.push(ARCHIVE_NAME, MANIFEST_NAME, ...ofRoutes);
    for (let page = 1; page <= pictures; page += 1)
      names.push(pagePictureName(file as string, page));
  }
  return new Set(names.map((name) => name.toLowerCase()));
};

const isTaken = ({ source, field, attachment }: Listed): Problem =>
  problemAt(
    source,
    [...field, ...(attachment.file === undefined ? ['withdrawn', 'file'] : ['file'])],
    {
      what: `the portal itself puts "${attachment.file ?? attachment.withdrawn?.file}" beside this page`,
      why: 'One would hide the other.',
      fix: 'Give the file another name.',
    },
  );

const isWithdrawnTwin = ({ source, field, attachment }: Listed): Problem =>
  problemAt(source, [...field, 'file'], {
    what: `"${attachment.file}" differs only in case from the name of a file that was withdrawn`,
    why: 'At that address a page says that the file was taken off, and some systems take both for one.',
    fix: 'Give the file another name.',
  });

function* checkNames(record: ContentRecord, ofRoutes: readonly string[]): Iterable<Problem> {
  const all = listedBy(record);
  if (all.length === 0) return;
  const taken = namesOfPortal(record, ofRoutes);
  const withdrawn = new Map(
    all.flatMap(({ attachment: { withdrawn: one } }) =>
      one?.file === undefined ? [] : [[one.file.toLowerCase(), one.file] as const],
    ),
  );
  for (const one of all) {
    const { file, withdrawn: off } = one.attachment;
    if (taken.has((file ?? off?.file ?? '').toLowerCase())) yield isTaken(one);
    const twin = file === undefined ? undefined : withdrawn.get(file.toLowerCase());
    if (twin !== undefined && twin !== file) yield isWithdrawnTwin(one);
  }
}

function* checkAmount(record: ContentRecord): Iterable<Problem> {
  const all = listedBy(record);
  if (all.length > LIMITS.attachmentCount) {
    yield problemAt(record.source, ['attachments'], {
      what: `the page has ${all.length} attachments`,
      why: `A page has ${LIMITS.attachmentCount} at most: see docs/limits.md.`,
      fix: 'Put what belongs together into one file.',
    });
  }
  const named = new Set(all.map(({ attachment }) => attachment.file));
  const bytes = record.beside
    .filter(({ name }) => named.has(name))
    .reduce((sum, { size }) => sum + size, 0);
  if (bytes > LIMITS.attachmentsOfPage) {
    yield problemAt(record.source, ['attachments'], {
      what: `the attachments of the page have ${printBytes(bytes)} together`,
      why: `Readers get them as one archive, of ${printBytes(LIMITS.attachmentsOfPage)} at most: see docs/limits.md.`,
      fix: 'Make files smaller, or say under "missing" where readers get one.',
    });
  }
}

/** No attachment has the name of what the portal puts beside its page, and all of them make an archive. */
export const portalNames: Rule = function* ({ records, pages }: Content) {
  const ofRoutes = namesOfRoutes(pages);
  for (const record of records) {
    yield* checkNames(record, ofRoutes);
    yield* checkAmount(record);
  }
};
