import { describe, expect, it } from 'vitest';
import { circularOf, countOf, feedPath, webAddress } from './embed-address.ts';

describe('feedPath', () => {
  it.each([
    [null, null, 'feeds/circulars/feed.json'],
    ['news', null, 'feeds/news/feed.json'],
    [' News ', null, 'feeds/news/feed.json'],
    ['', '', 'feeds/circulars/feed.json'],
    [null, 'p50', 'feeds/offices/p50/feed.json'],
    ['news', 'd4701', 'feeds/offices/d4701/feed.json'],
    ['../api', null, null],
    ['all/../../x', null, null],
    [null, 'p50?x=1', null],
    ['ข่าว', null, null],
  ])('of section %j and office %j is %j', (section, office, path) => {
    expect(feedPath({ section, office })).toBe(path);
  });
});

describe('circularOf', () => {
  it.each([
    ['2568/dla-0899-9-w12-0402', '2568/dla-0899-9-w12-0402'],
    ['/circulars/2568/dla-0899-9-w12-0402/', '2568/dla-0899-9-w12-0402'],
    [' https://wian.made-up.go.th/circulars/2568/dla-x-wx-0402/ ', '2568/dla-x-wx-0402'],
    ['https://made-up.go.th/sub/circulars/2568/dla-x-wx-0402/?utm=1#p50', '2568/dla-x-wx-0402'],
    ['https://made-up.go.th/circulars/2568/', null],
    ['https://made-up.go.th/q/K7M2XP/', null],
    ['2568/../../x', null],
    ['68/x', null],
    ['', null],
    [null, null],
  ])('reads %j as %j', (text, circular) => {
    expect(circularOf(text)).toBe(circular);
  });
});

it.each([
  [null, 5],
  ['', 5],
  ['3', 3],
  ['7.9', 7],
  ['0', 5],
  ['-2', 5],
  ['999', 20],
  ['สาม', 5],
])('%j entries are %i', (text, count) => {
  expect(countOf(text)).toBe(count);
});

it.each([
  ['https://made-up.go.th/', true],
  ['HTTP://made-up.go.th/', true],
  ['javascript:alert(1)', false],
  ['//made-up.go.th/', false],
  [undefined, false],
])('%j may be linked to: %s', (text, may) => {
  expect(webAddress(text)).toBe(may ? text : null);
});
