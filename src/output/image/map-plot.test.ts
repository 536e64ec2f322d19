import { expect, it } from 'vitest';
import { drawMap } from './map-plot.ts';

it('shades each shape by its group, and says in a legend what a shade means', () => {
  const svg = drawMap(
    '0 0 10 20',
    [
      { name: 'share-none', label: 'ไม่มี & 1', paths: ['M0 0h1'] },
      { name: 'share-all', label: 'ครบ 2', paths: ['M1 1h1', 'M2 2h1'] },
    ],
    ['M9 9h1'],
  );
  expect(svg).toContain('<g class="share-all"><path d="M1 1h1"/><path d="M2 2h1"/></g>');
  expect(svg).toContain('<g class="lake"><path d="M9 9h1"/></g>');
  expect(svg).toContain('>ไม่มี &amp; 1</text>');
  expect(svg.match(/<svg/g)).toHaveLength(svg.match(/<\/svg>/g)?.length ?? 0);
});
