import { join } from 'node:path';
import { basePathOf } from '#core/address/portal-address.ts';
import { readText } from '#store/files/read-file.ts';

const CANONICAL = /<link rel="canonical" href="([^"]*)"/;

/**
 * The path under which a built portal expects to be served, as the address of its home page says: `/sub/path`, or `''`
 * for the root and for a folder that is no portal.
 */
export const readPortalBase = async (folder: string): Promise<string> => {
  const home = await readText(join(folder, 'index.html')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
    throw error;
  });
  const address = CANONICAL.exec(home)?.[1];
  return address !== undefined && URL.canParse(address) ? basePathOf(address) : '';
};
