import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { naming } from '#store/files/read-file.ts';

/** Bytes of a file that tell what it is. */
export const SAMPLE_BYTES = 1 << 20;

/** The first bytes of a file. */
export const sampleOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw naming(path, error);
  } finally {
    await handle.close();
  }
};

/** UTF-8 or Windows-874, by the bytes: text that is no UTF-8 and has Thai letters in the upper half. */
export const encodingOf = (
  sample: Buffer,
  isCut: boolean,
): 'utf-8' | 'windows-874' | 'utf-16le' => {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (isUtf8(sample)) return 'utf-8';
  // A character cut in two at the end of the sample is no fault of the file.
  const cut = isCut && [1, 2, 3].some((less) => isUtf8(sample.subarray(0, sample.length - less)));
  return cut ? 'utf-8' : 'windows-874';
};
