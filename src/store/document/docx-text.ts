import mammoth from 'mammoth';

/** The text of a Word document (.docx), a line for every paragraph. Rejects where it is none. */
export const docxText = async (bytes: Uint8Array): Promise<string> => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.replace(/\n\n/g, '\n');
};
