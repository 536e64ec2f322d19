import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installFonts } from './font-folder.ts';
import type { LineFont } from './fonts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-fonts-'));
  await mkdir(join(folder, 'bin'));
  // Like npm it takes out what an install does not name.
  await writeFile(
    join(folder, 'bin/npm'),
    `#!/bin/sh
rm -rf node_modules
for one in "$@"; do
  case "$one" in @fontsource/*) mkdir -p "node_modules/\${one%@*}/files" ;; esac
done
`,
  );
  await chmod(join(folder, 'bin/npm'), 0o755);
  vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${process.env.PATH}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const font = (name: string): LineFont => ({
  name,
  version: '1.0.0',
  look: 'looped',
  share: 1,
  weights: [400],
});

it('keeps the fonts that are there when others are missing', async () => {
  const work = join(folder, 'fonts');
  await installFonts(work, [font('sarabun')]);
  const modules = await installFonts(work, [font('sarabun'), font('mitr')]);
  expect((await readdir(join(modules, '@fontsource'))).sort()).toEqual(['mitr', 'sarabun']);
});
