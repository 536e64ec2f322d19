import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { portal } from './portal.ts';

/** Paths of the files of the built portal below a folder, with an ending: `/feeds/all/rss.xml`. */
export const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(join(portal.folder, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort();

/** File of the built portal for a path or address of it. */
export const fileOf = (address: string): string => {
  const path = decodeURI(new URL(address, 'http://portal/').pathname);
  return join(portal.folder, path.endsWith('/') ? `${path}index.html` : path);
};

export const textOf = (address: string): string => readFileSync(fileOf(address), 'utf8');
export const jsonOf = (address: string) => JSON.parse(textOf(address));
export const isThere = (address: string): boolean => existsSync(fileOf(address));
export const sizeOf = (address: string): number => statSync(fileOf(address)).size;

/** Address at which the portal was built to stand, without a slash at its end. */
export const SITE: string = new URL(jsonOf('/api/v1/index.json').openapi).origin;

/** Whether a program is on this machine; where it is not, says loudly what is passed over. */
export const hasProgram = (name: string, passedOver: string): boolean => {
  const there = spawnSync(name, ['--version']).error === undefined;
  if (!there)
    console.warn(
      `!!! ${name} is not on this machine (Debian: apt-get install ${name}): ${passedOver}`,
    );
  return there;
};
