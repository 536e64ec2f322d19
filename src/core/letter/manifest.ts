import type { Attachment } from './letter.ts';

/** Name of the archive of all attachments beside a circular's page, and of the list within it. */
export const ARCHIVE_NAME = 'attachments.zip';
export const MANIFEST_NAME = 'manifest.csv';

const COLUMNS = 'no,title,file,bytes,sha256,date,version,replaced_by,missing';

const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const whyMissing = ({ missing, withdrawn }: Attachment): string | undefined =>
  withdrawn
    ? ['withdrawn', withdrawn.date, withdrawn.reason, withdrawn.note].filter(Boolean).join(' ')
    : missing;

/**
 * What stands in the archive of a circular's attachments, as CSV (RFC 4180, UTF-8 with the mark that spreadsheets
 * look for): the letter's own file, which has no number, and every attachment that the letter names, also those of which the portal has no file, and why.
 */
export const attachmentManifest = (
  attachments: readonly Attachment[],
  letterFile: Attachment | null = null,
): string => {
  const numbered: (readonly [Attachment, number | undefined])[] = [
    ...(letterFile ? [[letterFile, undefined] as const] : []),
    ...attachments.map((one, index) => [one, index + 1] as const),
  ];
  const rows = numbered.map(([one, number]) =>
    [
      number,
      one.title,
      one.file,
      one.size,
      one.sha256,
      one.date,
      one.version,
      one.replacedBy,
      whyMissing(one),
    ]
      .map(cell)
      .join(','),
  );
  return `\uFEFF${[COLUMNS, ...rows].join('\r\n')}\r\n`;
};
