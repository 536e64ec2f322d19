import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** Licences that ask no more than that they are named with the text. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'PSF-2.0',
  'Python-2.0',
]);

/** Packages under other licences, and why each may be used all the same. */
const ARGUED: readonly (readonly [names: RegExp, licences: readonly string[], why: string])[] = [
  [
    /^@img\/sharp-(?:libvips|wasm32|win32)/,
    [
      'LGPL-3.0-or-later',
      'Apache-2.0 AND LGPL-3.0-or-later',
      'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    ],
    'libvips, a library of its own that sharp loads and anybody may replace; it runs at build time, and no part of it is published',
  ],
  [
    /^lightningcss/,
    ['MPL-2.0'],
    'used unchanged at build time, by Vite; only files of it that we changed would have to be given away',
  ],
  [
    /^@svg-maps\/thailand$/,
    ['CC-BY-4.0'],
    'outlines of provinces; the page with the map names their maker and licence',
  ],
  [
    /^@fontsource(?:-variable)?\//,
    ['OFL-1.1'],
    'fonts that pages may carry, under their own name and unchanged',
  ],
];

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

const production = Object.entries(json('package-lock.json').packages as Record<string, Locked>)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, locked]) => ({ path, name: nameOf(path), ...locked }));

/** `(MIT OR CC0-1.0)` lets everyone choose one of them; of more involved terms each is argued for above. */
const choicesOf = (licence: string): string[] =>
  licence.includes(' AND ') ? [licence] : licence.replace(/^\((.*)\)$/, '$1').split(' OR ');

const isPermitted = (name: string, licence: string | undefined): boolean =>
  licence !== undefined &&
  (choicesOf(licence).some((choice) => PERMISSIVE.has(choice)) ||
    ARGUED.some(([names, licences]) => names.test(name) && licences.includes(licence)));

/** What the package itself says, where it is installed: those for other systems are not. */
const saidOf = (path: string): string | null => {
  try {
    const { license } = json(`${path}/package.json`);
    return typeof license === 'string' ? license : (license?.type ?? '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

it('uses nothing in production whose licence is not permitted', () => {
  expect(production.length).toBeGreaterThan(100);
  const refused = production.filter(({ name, license }) => !isPermitted(name, license));
  expect(refused.map(({ path, license }) => `${path}: ${license ?? 'no licence'}`)).toEqual([]);
});

it('is given the licences that the packages themselves state', () => {
  const other = production.flatMap(({ path, license }) => {
    const said = saidOf(path);
    return said === null || said === license ? [] : [`${path}: ${said}, not ${license}`];
  });
  expect(other).toEqual([]);
});

it('argues for no package that is not used', () => {
  const unused = ARGUED.filter(([names]) => !production.some(({ name }) => names.test(name)));
  expect(unused.map(([names]) => String(names))).toEqual([]);
});

it.each([
  ['left-pad', 'GPL-3.0-only'],
  ['left-pad', undefined],
  ['left-pad', 'LGPL-3.0-or-later'],
  ['lightningcss', 'AGPL-3.0-only'],
])('would refuse %s under %s', (name, licence) => expect(isPermitted(name, licence)).toBe(false));
