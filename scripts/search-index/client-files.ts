import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of Pagefind's own interfaces, which pages load from the bundle. */
export interface ClientFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const CLIENT = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)$/;

const filesIn = async (folder: string): Promise<ClientFile[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const clients = names.filter((name) => CLIENT.test(name)).sort();
  return Promise.all(
    clients.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
  );
};

/** The interfaces that the installed Pagefind puts into every bundle. */
const ofPackage = async (): Promise<ClientFile[]> => {
  const { createIndex, close } = await import('pagefind');
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind gave no index: ${errors.join('; ')}`);
    await index.addCustomRecord({ url: '/', content: 'x', language: 'en' });
    const { files } = await index.getFiles();
    return files
      .filter(({ path }) => CLIENT.test(path))
      .map(({ path, content }) => ({ name: path, bytes: content }));
  } finally {
    await close();
  }
};

/**
 * Pagefind's own interfaces for a bundle: those that lie in the bundle already, which the site may be made for, and of the
 * others those of the installed Pagefind.
 */
export const clientFiles = async (bundle: string): Promise<ClientFile[]> => {
  const here = await filesIn(bundle);
  const names = new Set(here.map(({ name }) => name));
  const others = (await ofPackage()).filter(({ name }) => !names.has(name));
  return [...here, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
};
