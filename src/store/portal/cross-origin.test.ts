import { expect, it } from 'vitest';
import { crossOriginHeaders } from './cross-origin.ts';

const DENY = { 'x-frame-options': 'DENY' };
const READABLE = { ...DENY, 'access-control-allow-origin': '*' };

it.each([
  ['/feeds/circulars/feed.json', READABLE],
  ['/feeds/offices/p50/atom.xml', READABLE],
  ['/api/v1/circulars/2568/dla-x-wx-0402.json', READABLE],
  ['/api/v1/offices.csv', READABLE],
  ['/embed.js', READABLE],
  ['/', DENY],
  ['/api/', DENY],
  ['/embed/', DENY],
  ['/feeds/', DENY],
  ['/circulars/2568/x/feeds/a.json', DENY],
  ['/trace/1.json', DENY],
  ['/search-index/0123456789ab/x.json', DENY],
  ['/embed/circular/', {}],
  ['/embed/circular/index.html', {}],
  ['/embed/circular/x/', DENY],
])('%s: %j', (path, headers) => {
  expect(crossOriginHeaders(path)).toEqual(headers);
});
