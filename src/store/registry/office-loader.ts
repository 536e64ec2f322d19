import type { Loader } from 'astro/loaders';
import { wholeLoader } from '../content/whole-loader.ts';
import { REGISTRY_FILES, readKeptRegistry } from './read-registry.ts';

const FILES = Object.values(REGISTRY_FILES);

/**
 * Loads every office of the registry: those committed, and over them the list of authorities that this portal
 * imported, where it has one. What `readKeptRegistry` refuses stops the build.
 */
export const officeLoader = (): Loader =>
  wholeLoader('offices', FILES, async (root) =>
    (await readKeptRegistry(root)).offices.map((office) => [office.id, office] as const),
  );

/** Loads how many offices there are by area and type, as sources count them. */
export const officeTotalLoader = (): Loader =>
  wholeLoader('office totals', FILES, async (root) =>
    (await readKeptRegistry(root)).totals.map(
      (total) => [`${total.area} ${total.type}`, total] as const,
    ),
  );
