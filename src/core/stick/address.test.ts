import { describe, expect, it } from 'vitest';
import { onlinePath, readAddress, relativeAddress, wayUp } from './address.ts';

describe('an address on a page', () => {
  it.each([
    ['/', 'index.html', ''],
    ['/faq/', 'faq/index.html', ''],
    ['/search/?q=a%20b&x=1#r', 'search/index.html', '?q=a%20b&x=1#r'],
    ['/faq', 'faq', ''],
    ['letter.pdf', 'circulars/2567/a/letter.pdf', ''],
    ['./letter.pdf#page=2', 'circulars/2567/a/letter.pdf', '#page=2'],
    ['../b/', 'circulars/2567/b/index.html', ''],
    ['..', 'circulars/2567/index.html', ''],
    ['../../../../../x.pdf', 'x.pdf', ''],
    ['/a%20b/%E0%B8%81.pdf', 'a b/ก.pdf', ''],
    ['/100%.pdf', '100%.pdf', ''],
    ['qr/', 'circulars/2567/a/qr/index.html', ''],
  ])('%s is the file %s', (address, file, suffix) => {
    const page = 'circulars/2567/a/index.html';
    expect(readAddress(address, page, '')).toEqual({ kind: 'file', file, suffix });
  });

  it.each(['', '#a', '?q=1', 'https://a.example/', 'mailto:a@b.c', '//host/a', 'webcal://a/b.ics'])(
    '%j stays as it is',
    (address) => expect(readAddress(address, 'index.html', '')).toEqual({ kind: 'as-is' }),
  );

  it.each([
    ['/sub/path/', 'index.html'],
    ['/sub/path', 'index.html'],
    ['/sub/path/faq/', 'faq/index.html'],
  ])('%s lies in the portal under /sub/path', (address, file) =>
    expect(readAddress(address, 'a/index.html', '/sub/path')).toMatchObject({ kind: 'file', file }),
  );

  it.each(['/', '/sub/pathology/', '/other/'])('%s lies beside it', (address) =>
    expect(readAddress(address, 'a/index.html', '/sub/path')).toEqual({ kind: 'host' }),
  );
});

it.each([
  ['index.html', ''],
  ['faq/index.html', '../'],
  ['circulars/2567/a/index.html', '../../../'],
])('the way up from %s is "%s"', (page, up) => expect(wayUp(page)).toBe(up));

it('writes a path as an address', () =>
  expect(relativeAddress('a b/ก#1?.pdf')).toBe('a%20b/%E0%B8%81%231%3F.pdf'));

it.each([
  ['index.html', '/'],
  ['faq/index.html', '/faq/'],
  ['faq/a.pdf', '/faq/a.pdf'],
])('%s is online at %s', (file, path) => expect(onlinePath(file)).toBe(path));
