import { describe, expect, it } from 'vitest';
import { namedAssets, storedFirst } from './stored-first.ts';

describe('a page that is shown before the portal is asked', () => {
  const page =
    '<!doctype html><html lang="th"><body><main id="main"><h1>ค้น</h1></main></body></html>';

  it('says so to its scripts, and has the note of a copy hidden', () => {
    expect(storedFirst(page, 'สำเนา', 'เก็บไว้เมื่อ 1 มกราคม 2569')).toBe(
      '<!doctype html><html data-stored-first lang="th"><body><main id="main"><p class="kept-note wrap" data-kept-note hidden role="status">สำเนา <b>เก็บไว้เมื่อ 1 มกราคม 2569</b></p><h1>ค้น</h1></main></body></html>',
    );
  });

  it('needs every script and style that it names, wherever', () => {
    const html =
      '<link href="/sub/_astro/Base.q8M9.css"><meta content="{&quot;worker&quot;:&quot;/sub/_astro/worker-4_5.js&quot;}"><script src="/sub/_astro/a.b.js"></script><a href="/_astro/font.woff2"><script src="/sub/_astro/a.b.js">';
    expect(namedAssets(html)).toEqual([
      '_astro/Base.q8M9.css',
      '_astro/worker-4_5.js',
      '_astro/a.b.js',
    ]);
  });
});
