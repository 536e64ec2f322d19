import { AS_OF } from './made-up-portal.ts';

/** Stands for "astro:env/server" in tests of view models. */
export const WIAN_LANG = 'th';
export const WIAN_AS_OF = AS_OF;
