import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Figures } from '#core/figures/figures.ts';
import type { Registry } from '#core/office/registry.ts';
import { readFigures as read } from '#store/figures/read-figures.ts';
import type { Files } from '../check/good-content.ts';
import { portal } from './made-up-portal.ts';

/** Figures of a set of files: to write and read them for each page that asks takes longer than the page. */
const known = new WeakMap<Files, Figures>();

const readAnew = (files: Files, registry: Registry): Figures => {
  const root = mkdtempSync(join(tmpdir(), 'wian-figures-'));
  try {
    for (const [path, text] of files) {
      if (!/^content\/(?:grants|finance)\//.test(path)) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return read(root, registry);
  } finally {
    rmSync(root, { recursive: true });
  }
};

/** Stands for "wian:figures" in tests of view models: the files of grants and finance that the portal has. */
export const readFigures = (registry: Registry): Figures => {
  const figures = known.get(portal.files) ?? readAnew(portal.files, registry);
  known.set(portal.files, figures);
  return figures;
};
