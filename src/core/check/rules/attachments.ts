import type { FieldPath } from '#core/field-path.ts';
import { withdrawnExample } from '#core/letter/letter.ts';
import { didYouMean } from '#core/nearest.ts';
import type { Problem } from '#core/problem.ts';
import {
  type AttachmentFields,
  type ContentRecord,
  problemAt,
  type Rule,
  type SourceFile,
  type StoredFile,
} from '../content.ts';

interface Listed {
  readonly source: SourceFile;
  readonly field: FieldPath;
  readonly attachment: AttachmentFields;
}

type Fields = readonly (AttachmentFields | undefined)[] | undefined;

const listed = (source: SourceFile, list: FieldPath, attachments: Fields): Listed[] =>
  (attachments ?? []).flatMap((attachment, index) =>
    attachment === undefined ? [] : [{ source, field: [...list, index], attachment }],
  );

const listedBy = ({ source, fields, coveringLetters }: ContentRecord): Listed[] => [
  ...(fields.letterFile ? [{ source, field: ['letterFile'], attachment: fields.letterFile }] : []),
  ...listed(source, ['attachments'], fields.attachments),
  ...(coveringLetters?.letters ?? []).flatMap((letter, index) =>
    listed(
      (coveringLetters as { source: SourceFile }).source,
      [index, 'attachments'],
      letter?.attachments,
    ),
  ),
];

const missing = ({ source, field, attachment }: Listed, strays: readonly string[]): Problem => {
  const meant = didYouMean(attachment.file ?? '', strays);
  const withdrawn = withdrawnExample(attachment.file);
  return problemAt(source, [...field, 'file'], {
    what: `there is no file "${attachment.file}" beside the page`,
    why: 'A reader who follows the link would get nothing.',
    fix:
      field[0] === 'letterFile'
        ? `${meant}Put the file there, or remove "letterFile"; where it was taken off, write ${withdrawn} instead of "file", "size" and "sheets", and keep "sha256".`
        : `${meant}Put the file there; where it was taken off, write ${withdrawn} instead of "file" and "size", and keep "sha256"; where the portal never had it, write "missing: <why>" instead of all three.`,
  });
};

const AS_STORED = 'Readers compare size and SHA-256 with their own copy of the file.';

function* compare({ source, field, attachment }: Listed, stored: StoredFile): Iterable<Problem> {
  if (stored.isRefused) return;
  if (attachment.size !== undefined && attachment.size !== stored.size) {
    yield problemAt(source, [...field, 'size'], {
      what: `"${stored.name}" has ${stored.size} bytes, not ${attachment.size}`,
      why: AS_STORED,
      fix: `Put back the right file, or write "size: ${stored.size}" if this one is right.`,
    });
  }
  if (attachment.sha256 !== undefined && attachment.sha256 !== stored.sha256) {
    yield problemAt(source, [...field, 'sha256'], {
      what: `"${stored.name}" has another SHA-256 than the one written here`,
      why: AS_STORED,
      fix: `Put back the right file, or write "sha256: ${stored.sha256}" if this one is right.`,
    });
  }
}

const noSuccessor = ({ source, field, attachment }: Listed, files: readonly string[]): Problem =>
  problemAt(source, [...field, 'replacedBy'], {
    what: `no attachment of this record has the file "${attachment.replacedBy}"`,
    why: 'Readers of a replaced attachment are led to the one that takes its place.',
    fix: `${didYouMean(attachment.replacedBy ?? '', files)}Write the file name of another attachment of the same record.`,
  });

const stray = (record: ContentRecord, { name }: StoredFile): Problem => ({
  file: `content/${record.path}/${name}`,
  what: 'no attachment names this file',
  why: 'It would be published without a title, and nobody would find it.',
  fix: `Name it in ${record.source.file} under "attachments", or remove it.`,
});

const stillThere = ({ source, field, attachment }: Listed): Problem =>
  problemAt(source, [...field, 'withdrawn', 'file'], {
    what: `"${attachment.withdrawn?.file}" was withdrawn, but still lies beside the page`,
    why: 'Whoever has the repository would still have the file.',
    fix: 'Remove the file. Where it holds personal data, take it out of the history of the repository too.',
  });

const isNamedInBody = ({ body }: ContentRecord, { name }: StoredFile): boolean =>
  (body?.links ?? []).some(({ url }) => url.replace(/^\.\//, '') === name);

/** Every attachment and the letter's own file are beside their page with the size and digest that are written, and nothing else is. */
export const attachments: Rule = function* ({ records }) {
  for (const record of records) {
    const all = listedBy(record);
    const stored = new Map(record.beside.map((file) => [file.name, file]));
    const named = new Set<string | undefined>(all.map(({ attachment }) => attachment.file));
    const withdrawn = new Set(all.map(({ attachment }) => attachment.withdrawn?.file));
    const strays = [...stored.keys()].filter((name) => !named.has(name));
    for (const one of all) {
      const { file, replacedBy, withdrawn } = one.attachment;
      if (withdrawn?.file !== undefined && stored.has(withdrawn.file)) yield stillThere(one);
      const there = file === undefined ? undefined : stored.get(file);
      if (there) yield* compare(one, there);
      else if (file !== undefined) yield missing(one, strays);
      if (replacedBy !== undefined && (replacedBy === file || !named.has(replacedBy))) {
        const others = [...named].filter((name) => name !== undefined && name !== file);
        yield noSuccessor(one, others as string[]);
      }
    }
    if (record.unread?.size) continue;
    for (const file of record.beside) {
      const isListed = named.has(file.name) || withdrawn.has(file.name) || file.isRefused;
      if (!isListed && !isNamedInBody(record, file)) yield stray(record, file);
    }
  }
};
