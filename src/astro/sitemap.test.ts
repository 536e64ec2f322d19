import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeSitemap } from './sitemap.ts';

it('lists every page that may be listed, under the path of the portal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wian-sitemap-'));
  try {
    const site = 'https://www.example.go.th/wian';
    await writeSitemap(site, new Set([`${site}/b/`, `${site}/`, `${site}/a/`]), folder);
    expect(readdirSync(folder).sort()).toEqual(['sitemap-0.xml', 'sitemap-index.xml']);
    const list = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
    const addresses = [...list.matchAll(/<loc>([^<]*)</g)].map((match) => match[1]);
    expect(addresses).toEqual([`${site}/`, `${site}/a/`, `${site}/b/`]);
    expect(readFileSync(join(folder, 'sitemap-index.xml'), 'utf8')).toContain(
      `<loc>${site}/sitemap-0.xml</loc>`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('says where Astro’s integration has nothing to list', async () => {
  await expect(writeSitemap('https://a.example', new Set(), tmpdir())).rejects.toThrow('No pages');
});
