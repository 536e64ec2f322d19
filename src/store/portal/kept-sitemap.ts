import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../files/cache-file.ts';

/** A map of the site as it was written. */
interface KeptSitemap {
  readonly key: string;
  /** Texts of its files by name. */
  readonly files: Readonly<Record<string, string>>;
}

const isOfSitemap = (name: string): boolean => /^sitemap-.*\.xml$/.test(name);

/**
 * Writes the map of the site at `site` with the addresses in `listed` into `folder`: as `path` keeps it, where site, addresses and
 * `code`, which says what makes it, are the same; else anew. Astro's integration is loaded only then.
 */
export const writeKeptSitemap = async (
  path: string,
  code: string,
  site: string,
  listed: ReadonlySet<string>,
  folder: string,
): Promise<void> => {
  const key = hash('sha256', [code, site, ...listed].join('\n'), 'base64url');
  const text = readSealed(path)?.toString('utf8');
  const kept = text === undefined ? null : (JSON.parse(text) as KeptSitemap);
  if (kept?.key === key) {
    for (const [name, of] of Object.entries(kept.files)) writeFileSync(join(folder, name), of);
    return;
  }
  const { writeSitemap } = await import('#astro/sitemap.ts');
  await writeSitemap(site, listed, folder);
  const files = Object.fromEntries(
    readdirSync(folder)
      .filter(isOfSitemap)
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  writeSealed(path, Buffer.from(JSON.stringify({ key, files } satisfies KeptSitemap)));
};
