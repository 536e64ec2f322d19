import { portal } from './made-up-portal.ts';

/** Stands for "wian:circulars" in tests of view models. */
export const readCirculars = () => portal.circulars;
