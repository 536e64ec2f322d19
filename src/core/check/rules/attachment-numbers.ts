import { formatFieldPath } from '#core/field-path.ts';
import {
  attachmentNumberProblems,
  type PlacedAttachmentList,
} from '#core/short-link/attachment-register.ts';
import type { ContentRecord, Rule } from '../content.ts';

const listOf = ({ path, source, fields }: ContentRecord): PlacedAttachmentList => ({
  circular: path.slice('circulars/'.length),
  files: (fields.attachments ?? []).map((one) => one?.file ?? one?.withdrawn?.file ?? null),
  placeOf: (index) => {
    const field = index === undefined ? ['attachments'] : ['attachments', index];
    return { file: source.file, ...source.place(field), field: formatFieldPath(field) };
  },
});

/** The number of an attachment in a printed short address leads to the same file for good. */
export const attachmentNumbers: Rule = (content) => {
  if (!content.attachmentNumbers) return [];
  const published = content.records.filter(
    ({ kind, fields, unread }) =>
      kind === 'circulars' && !fields.draft && !unread?.has('attachments'),
  );
  return attachmentNumberProblems(
    content.attachmentNumbers,
    published.map(listOf),
    content.committedAttachmentNumbers,
  );
};
