import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LineFont } from './fonts.ts';
import { callTool } from './tools.ts';

/** Brings fonts from the npm registry into a folder of their own, once; returns the folder that holds `@fontsource`. */
export const installFonts = async (folder: string, fonts: readonly LineFont[]): Promise<string> => {
  const modules = join(folder, 'node_modules');
  const isMissing = fonts.some(
    ({ name }) => !existsSync(join(modules, '@fontsource', name, 'files')),
  );
  if (isMissing) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true}\n');
    // All at once: what an install does not name is taken out by it.
    const packages = fonts.map(({ name, version }) => `@fontsource/${name}@${version}`);
    await callTool(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...packages],
      folder,
    );
  }
  return modules;
};
