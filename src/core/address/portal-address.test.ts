import { expect, it } from 'vitest';
import { basePathOf, pathInPortal, portalAddress, underBase } from './portal-address.ts';

it.each([
  ['https://wian.example', ''],
  ['https://wian.example/', ''],
  ['https://wian.example/sub/path', '/sub/path'],
  ['https://wian.example/sub/path/', '/sub/path'],
])('basePathOf(%s) is "%s"', (site, base) => expect(basePathOf(site)).toBe(base));

it.each([
  ['', '/manuals/', '/manuals/'],
  ['/sub', '/', '/sub/'],
  ['/sub', '/manuals/?q=/a#b', '/sub/manuals/?q=/a#b'],
  // A page of the portal may be called like the base.
  ['/manuals', '/manuals/a/', '/manuals/manuals/a/'],
  ['/sub', '//other.example/', '//other.example/'],
  ['/sub', '/\\other.example/', '/\\other.example/'],
  ['/sub', 'https://other.example/', 'https://other.example/'],
  ['/sub', '#part', '#part'],
  ['/sub', 'file.pdf', 'file.pdf'],
  ['/sub', '', ''],
])('underBase("%s", %s)', (base, address, expected) =>
  expect(underBase(base, address)).toBe(expected),
);

it.each([
  ['https://wian.example', '/', 'https://wian.example/'],
  ['https://wian.example/sub/path', '/', 'https://wian.example/sub/path/'],
  ['https://wian.example/sub', '/q/K7M2XP/#p10', 'https://wian.example/sub/q/K7M2XP/#p10'],
  [
    'https://wian.example/sub',
    '/แบบ.pdf',
    'https://wian.example/sub/%E0%B9%81%E0%B8%9A%E0%B8%9A.pdf',
  ],
  ['https://wian.example/sub', 'https://other.example/a', 'https://other.example/a'],
  ['https://wian.example:443', '/feeds/offices/p50/', 'https://wian.example/feeds/offices/p50/'],
  ['https://wian.example:8443/sub', '/a/b.v1.json', 'https://wian.example:8443/sub/a/b.v1.json'],
  ['https://wian.example', '/a/../b', 'https://wian.example/b'],
  ['https://wian.example', '/a/./b/', 'https://wian.example/a/b/'],
  ['https://wian.example', '/a b', 'https://wian.example/a%20b'],
])('portalAddress(%s, %s)', (site, path, address) =>
  expect(portalAddress(new URL(site), path)).toBe(address),
);

it.each([
  ['https://wian.example', 'https://wian.example/q/K7M2XP/', '/q/K7M2XP/'],
  ['https://wian.example/sub', 'https://wian.example/sub/q/K7M2XP/', '/q/K7M2XP/'],
  ['https://wian.example/sub', 'https://wian.example/sub', '/'],
  ['https://wian.example/sub', 'https://wian.example/subway/q/', null],
  ['https://wian.example/sub', 'https://wian.example/q/K7M2XP/', null],
  ['https://wian.example/sub', 'https://other.example/sub/q/', null],
  ['https://wian.example/sub', 'no address', null],
])('pathInPortal(%s, %s) is %s', (site, address, path) =>
  expect(pathInPortal(site, address)).toBe(path),
);
