import { portal } from './made-up-portal.ts';

/** Stands for "wian:circulars" in tests of view models. */
export const readCirculars = () => portal.circulars;

let revision = 0;

/** Another each time: a test may change the portal whenever it likes. */
export const contentRevision = () => revision++;
