import { appendRegisterRows } from '#store/content/append-only.ts';
import { ATTACHMENT_NUMBERS, missingAttachmentNumbers } from '#store/content/attachment-numbers.ts';
import { appendShortCodes, missingShortCodes } from '#store/content/short-codes.ts';

/** The short codes of circulars, and the numbers of attachments, that the registers of a project lack; `today` is an ISO date. */
export const missingNumbers = async (root: string, today: string) => ({
  codes: await missingShortCodes(root, today),
  numbers: await missingAttachmentNumbers(root, today),
});

/** Mints what the registers lack and adds it to them. Call it under the lock of the content. */
export const mintNumbers = async (root: string, today: string) => {
  const missing = await missingNumbers(root, today);
  const { codes, numbers } = missing;
  if (codes.length > 0) await appendShortCodes(root, codes);
  if (numbers.length > 0) await appendRegisterRows(root, ATTACHMENT_NUMBERS, numbers);
  return missing;
};
