import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** A Chromium that can be started, and what it needs for that. */
export interface Browser {
  readonly executablePath: string;
  /** Environment of its own, besides that of the tests. */
  readonly env: Readonly<Record<string, string>>;
  /** How it was found, for people. */
  readonly found: string;
}

/** What finding a browser needs to know of the machine; tests pass fakes. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly isExecutable: (path: string) => Promise<boolean>;
  /** Unpacks the Chromium that comes as an npm package. */
  readonly unpack: () => Promise<Omit<Browser, 'found'>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const candidates = ({ env, platform }: Machine): string[] => [
  ...(env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ...(USUAL_PLACES[platform] ?? []),
];

/**
 * Finds a Chromium: the one that CHROME_PATH names, else one installed on the machine, else (Linux on x64) the one
 * that comes with `npm ci`. WIAN_TEST_BROWSER=packaged passes over the first two.
 */
export const findBrowser = async (machine: Machine): Promise<Browser> => {
  const { env, platform, arch } = machine;
  const onlyPackaged = env.WIAN_TEST_BROWSER === 'packaged';
  if (env.CHROME_PATH && !onlyPackaged) {
    if (await machine.isExecutable(env.CHROME_PATH)) {
      return { executablePath: env.CHROME_PATH, env: {}, found: 'CHROME_PATH' };
    }
    throw new Error(
      `CHROME_PATH is "${env.CHROME_PATH}", which is no program.\n` +
        'Give the path of Chromium or Chrome, or leave CHROME_PATH out to have one found.',
    );
  }
  for (const path of onlyPackaged ? [] : candidates(machine)) {
    if (await machine.isExecutable(path)) {
      return { executablePath: path, env: {}, found: 'installed on this machine' };
    }
  }
  if (platform === 'linux' && arch === 'x64') {
    return { ...(await machine.unpack()), found: 'the npm package @sparticuz/chromium' };
  }
  throw new Error(
    'The tests look at the built portal in a browser, and there is none on this machine.\n' +
      'Install Chromium or Chrome, or set CHROME_PATH to where it lies; then run npm test again.',
  );
};

/** Whether a path names a program that may be run. */
export const isExecutable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
