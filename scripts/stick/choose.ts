import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Choice, type OfficeChoice, SECTIONS } from '#core/stick/choice.ts';
import { UsageError } from '../lib/command.ts';
import type { BuiltPortal } from './portal.ts';

/** What a file of /my/ says of a province or district; see src/site/my/area.ts. */
interface Area {
  readonly id: string;
  readonly name: string;
  readonly offices: readonly (readonly [id: string, type: string, name: string])[];
  readonly circulars: readonly { readonly href: string; readonly not?: readonly string[] }[];
  readonly all: number;
}

/** An office for which a stick is made. */
export interface ChosenOffice extends OfficeChoice {
  readonly name: string;
  /** Circulars that came to it; those that its page lists may be fewer. */
  readonly all: number;
}

const readArea = (path: string): Area => JSON.parse(readFileSync(path, 'utf8')) as Area;

const findArea = (folder: string, id: string): Area | null => {
  const own = join(folder, `${id}.json`);
  if (existsSync(own)) return readArea(own);
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (!text.includes(`["${id}",`)) continue;
    const area = JSON.parse(text) as Area;
    if (area.offices.some(([one]) => one === id)) return area;
  }
  return null;
};

/** The office of an id ("p48", "d4801", "a480050") with what /my/ lists for it. Throws a UsageError where there is none. */
export const chooseOffice = ({ folder, site }: BuiltPortal, id: string): ChosenOffice => {
  const data = join(folder, 'my/data');
  const area = /^[a-z]\w{1,19}$/.test(id) && existsSync(data) ? findArea(data, id) : null;
  if (area === null) {
    throw new UsageError(
      `--office is "${id}", which no office of this portal has as its id. It is in the address of the page of the office at ${site}/my/: ?office=ID.`,
    );
  }
  const base = new URL(site).pathname.replace(/\/$/, '');
  const circulars = area.circulars
    .filter(({ not }) => !not?.includes(id))
    .map(({ href }) => href.slice(base.length + 1).replace(/\/$/, ''));
  const name = area.id === id ? area.name : area.offices.find(([one]) => one === id)?.[2];
  return {
    id,
    name: name ?? id,
    all: area.circulars.length < area.all ? area.all : circulars.length,
    ids: new Set([id, area.id, `p${area.id.slice(1, 3)}`]),
    circulars: new Set(circulars),
  };
};

/** The sections of `--section`, which may be given several times or with commas; null where none was. */
export const chooseSections = (given: readonly string[]): Choice['sections'] => {
  const names = given.flatMap((one) => one.split(',')).map((one) => one.trim());
  if (names.length === 0) return null;
  for (const name of names) {
    if (!(SECTIONS as readonly string[]).includes(name))
      throw new UsageError(`--section is "${name}": give one of ${SECTIONS.join(', ')}.`);
  }
  return new Set(names);
};
