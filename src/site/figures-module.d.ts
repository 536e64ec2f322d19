declare module 'wian:figures' {
  import type { Figures } from '#core/figures/figures.ts';
  import type { Registry } from '#core/office/registry.ts';

  /** Reads content/grants and content/finance. */
  export const readFigures: (registry: Registry) => Figures;
}
