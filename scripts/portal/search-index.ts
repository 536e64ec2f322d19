import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

const stopOn = (errors: readonly string[]): void => {
  if (errors.length > 0) throw new Error(`Pagefind could not index: ${errors.join('; ')}`);
};

/** Indexes the pages of a built portal, and puts the index into its pagefind/ folder. */
export const indexForSearch = async (folder: string): Promise<void> => {
  try {
    const { index, errors } = await createIndex();
    stopOn(errors);
    if (!index) throw new Error('Pagefind gave no index.');
    stopOn((await index.addDirectory({ path: folder })).errors);
    stopOn((await index.writeFiles({ outputPath: join(folder, 'pagefind') })).errors);
  } finally {
    await close();
  }
};
