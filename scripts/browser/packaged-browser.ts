import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import type { Browser } from './find-browser.ts';

const require = createRequire(import.meta.url);
const ARCHIVES = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'];

const unpackInto = async (bin: string, folder: string): Promise<void> => {
  // The package unpacks into the temporary folder of the system, where others may have put files of these names.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    for (const archive of ARCHIVES) await inflate(join(bin, archive));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};

/** Without any font Chromium lays out no text; the one that comes with it stands in where the machine has none. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks the Chromium of the npm package into `cache` once for each version. It comes with the libraries that it
 * needs, for a machine that has none of them, and with fonts, for one without any.
 */
export const unpackBrowser = async (cache: string): Promise<Omit<Browser, 'found'>> => {
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}.partial`;
    await mkdir(partial, { recursive: true });
    await unpackInto(join(root, 'bin'), partial);
    await rename(partial, folder).catch(async (error) => {
      await rm(partial, { recursive: true });
      if (!existsSync(folder)) throw error;
    });
  }
  const fontconfig = join(folder, 'fonts.conf');
  await writeFile(fontconfig, fontSettings(folder));
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: fontconfig },
  };
};
