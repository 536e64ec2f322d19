import { expect, it } from 'vitest';
import { findFirefox } from './firefox.ts';

const find = (env: Record<string, string>, ...programs: string[]) =>
  findFirefox({ env, isExecutable: async (path) => programs.includes(path) });

it.each([
  ['the one named', { FIREFOX_PATH: '/f', PATH: '/a' }, ['/f', '/a/firefox'], '/f'],
  ['one on the search path', { PATH: '/a:/b' }, ['/b/firefox'], '/b/firefox'],
  [
    'the one with long support first',
    { PATH: '/a:/b' },
    ['/a/firefox', '/b/firefox-esr'],
    '/b/firefox-esr',
  ],
  ['none where none is', { PATH: '/a::' }, [], null],
  ['none without a search path', {}, [], null],
])('finds %s', async (_, env, programs, found) => {
  expect(await find(env, ...programs)).toBe(found);
});

it('says so where the one named is no program', async () => {
  await expect(find({ FIREFOX_PATH: '/f' }, '/a/firefox')).rejects.toThrow('FIREFOX_PATH is "/f"');
});
