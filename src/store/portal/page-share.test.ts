import { describe, expect, it } from 'vitest';
import { newCounter, pathsToShare, takePaths } from './page-share.ts';

const path = (pathname: string, key: string | undefined, params: string[]) => ({
  pathname,
  key,
  route: { params },
});

describe('pathsToShare', () => {
  const OF_CIRCULAR = ['year', 'id'];

  it('takes files of circulars, those of one after another', () => {
    const paths = [
      path('/circulars/2567/a', 'a', OF_CIRCULAR),
      path('/circulars/2567/b', 'b', OF_CIRCULAR),
      path('/circulars/2567/a/qr', 'a', OF_CIRCULAR),
      path('/circulars/2567/b/qr', 'b', OF_CIRCULAR),
      path('/trace/chains/2567-1', 'a b', ['circulars']),
    ];
    expect(pathsToShare(paths).map(({ pathname }) => pathname)).toEqual([
      '/circulars/2567/a',
      '/circulars/2567/a/qr',
      '/circulars/2567/b',
      '/circulars/2567/b/qr',
      '/trace/chains/2567-1',
    ]);
  });

  it.each([
    ['of many circulars', path('/q/ABC', 'a', ['path'])],
    ['of the circulars of a year', path('/circulars/2567/page/2', 'a', ['year', 'page'])],
    ['whose key does not tell all', path('/circulars/2567/a', undefined, OF_CIRCULAR)],
  ])('leaves files %s', (_, one) => {
    expect(pathsToShare([one])).toEqual([]);
  });
});

describe('takePaths', () => {
  it.each([0, 1, 16, 100])('gives each of %i paths to one of two threads', (count) => {
    const paths = Array.from({ length: count }, (_, index) => index);
    const counter = newCounter();
    const threads = [takePaths(paths, counter), takePaths(paths, counter)];
    const taken: number[] = [];
    for (let turn = 0; threads.length > 0; turn++) {
      const at = turn % threads.length;
      const next = (threads[at] as Generator<number>).next();
      if (next.done) threads.splice(at, 1);
      else taken.push(next.value);
    }
    expect(taken.sort((a, b) => a - b)).toEqual(paths);
  });
});
