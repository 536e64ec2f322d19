import { join } from 'node:path';
import type { Figures } from '#core/figures/figures.ts';
import type { Registry } from '#core/office/registry.ts';
import { readFigures as read } from '#store/figures/read-figures.ts';

/** Stands for "wian:figures" in tests of view models: a portal without grants and finance. */
export const readFigures = (registry: Registry): Figures =>
  read(join(import.meta.dirname, 'no-content'), registry);
