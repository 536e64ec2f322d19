import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../src');
const COMPONENTS = join(SOURCE, 'components');
const textOf = (path: string): string => readFileSync(path, 'utf8');

/** Sheets beside that of every page: a component whose styles are in one brings it to the pages that it is on. */
const SHEETS = ['letter', 'tools', 'board'] as const;

const foldersIn = (sheet: string): string[] =>
  [...textOf(join(SOURCE, `styles/${sheet}.css`)).matchAll(/components\/([\w-]+)\//g)].map(
    ([, folder]) => folder as string,
  );

const parts = SHEETS.flatMap((sheet) =>
  foldersIn(sheet).map((folder) => ({
    sheet,
    folder,
    files: readdirSync(join(COMPONENTS, folder)),
  })),
);

it.each(parts)('each part of $folder brings a sheet with its styles', ({ folder, files }) => {
  const sheets = SHEETS.filter((sheet) => foldersIn(sheet).includes(folder));
  for (const file of files.filter((name) => name.endsWith('.astro'))) {
    const text = textOf(join(COMPONENTS, folder, file));
    expect(
      sheets.some((sheet) => text.includes(`styles/${sheet}.css`)),
      file,
    ).toBe(true);
  }
});

it('has the styles of each component in a sheet', () => {
  const styled = readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  const sheets = ['site', ...SHEETS].map((sheet) => textOf(join(SOURCE, `styles/${sheet}.css`)));
  for (const name of styled) {
    const isImported = sheets.some((text) =>
      text.includes(`components/${name.replaceAll('\\', '/')}`),
    );
    expect(isImported, name).toBe(true);
  }
});
