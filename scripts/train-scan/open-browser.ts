import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, isExecutable } from '../browser/find-browser.ts';
import { unpackBrowser } from '../browser/packaged-browser.ts';
import type { CommandIo } from '../lib/command.ts';

/** Starts the browser that draws lines: one of the machine, or that of npm, which is unpacked into `work`. */
export const openBrowser = async (work: string, env: CommandIo['env']) => {
  const browser = await findBrowser({
    env,
    platform: process.platform,
    arch: process.arch,
    isExecutable,
    unpack: () => unpackBrowser(join(work, 'browser')),
  });
  return chromium.launch({
    executablePath: browser.executablePath,
    env: { ...process.env, ...browser.env } as Record<string, string>,
    args: ['--no-sandbox'],
  });
};
