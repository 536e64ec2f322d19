import { expect, it } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';

const machine = (given: Partial<Machine>, programs: readonly string[] = []): Machine => ({
  env: { PATH: '/a:/b' },
  platform: 'linux',
  arch: 'x64',
  isExecutable: async (path) => programs.includes(path),
  unpack: async () => ({ executablePath: 'unpacked', env: { LD_LIBRARY_PATH: 'libs' } }),
  ...given,
});

it.each<[string, Machine, string]>([
  [
    'the one that CHROME_PATH names',
    machine({ env: { PATH: '/a', CHROME_PATH: '/c' } }, ['/a/chromium', '/c']),
    '/c',
  ],
  ['the first on the path', machine({}, ['/b/chromium', '/a/google-chrome']), '/a/google-chrome'],
  [
    'one in its usual place',
    machine({ platform: 'darwin' }, ['/Applications/Chromium.app/Contents/MacOS/Chromium']),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  ['the packaged one', machine({}), 'unpacked'],
  [
    'the packaged one where it is asked for',
    machine({ env: { PATH: '/a', WIAN_TEST_BROWSER: 'packaged', CHROME_PATH: '/c' } }, [
      '/a/chromium',
      '/c',
    ]),
    'unpacked',
  ],
])('finds %s', async (_, given, path) => {
  expect((await findBrowser(given)).executablePath).toBe(path);
});

it('says so where CHROME_PATH leads nowhere', async () => {
  await expect(findBrowser(machine({ env: { CHROME_PATH: '/c' } }))).rejects.toThrow(
    'CHROME_PATH is "/c", which is no program.\nGive the path of Chromium or Chrome, or leave CHROME_PATH out to have one found.',
  );
});

it.each([
  ['linux', 'arm64'],
  ['darwin', 'x64'],
] as const)('says what to do where there is none (%s %s)', async (platform, arch) => {
  await expect(findBrowser(machine({ platform, arch }))).rejects.toThrow(
    'The tests look at the built portal in a browser, and there is none on this machine.\nInstall Chromium or Chrome, or set CHROME_PATH to where it lies; then run npm test again.',
  );
});
