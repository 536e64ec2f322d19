import {
  ATTACHMENT_NUMBERS_FILE,
  planAttachmentNumbers,
  type RegisteredAttachment,
} from '#core/short-link/attachment-register.ts';
import { readCircularRecords } from '#store/ledger/tracked.ts';
import { type AppendOnlyRegister, loadRegisterRows } from './append-only.ts';

/** The register of the numbers of attachments. */
export const ATTACHMENT_NUMBERS: AppendOnlyRegister<'circular' | 'attachment' | 'file' | 'minted'> =
  {
    file: ATTACHMENT_NUMBERS_FILE,
    columns: ['circular', 'attachment', 'file', 'minted'],
  };

/** Rows that the register lacks: of the attachments of published circulars. Throws where a circular cannot be read. */
export const missingAttachmentNumbers = async (
  root: string,
  today: string,
): Promise<RegisteredAttachment[]> => {
  const lists = (await readCircularRecords(root)).map(({ id, circular }) => ({
    circular: id,
    files: circular.attachments.map(({ file, withdrawn }) => file ?? withdrawn?.file ?? null),
  }));
  return planAttachmentNumbers(await loadRegisterRows(root, ATTACHMENT_NUMBERS), lists, today);
};
