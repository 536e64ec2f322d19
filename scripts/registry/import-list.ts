import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { LIMITS, printBytes } from '#core/check/limits.ts';
import {
  AUTHORITY_LIST_COLUMNS,
  type AuthorityChange,
  checkAuthorityList,
  compareAuthorities,
  type ListChanges,
  type ListedAuthority,
  sharedNames,
} from '#core/office/authority-list.ts';
import { laterThan, mergeAuthorities } from '#core/office/merge-list.ts';
import { AUTHORITY_TYPES, type Office } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import { ProblemError } from '#core/problem.ts';
import { readTable } from '#store/csv/table.ts';
import { decodeText } from '#store/document/decode-text.ts';
import { CONTENT, refuseLinks } from '#store/files/content-file.ts';
import { readTextNow } from '#store/files/read-file.ts';
import { readSteady } from '#store/files/steady-file.ts';
import { REGISTRY_FILES } from '#store/registry/read-registry.ts';
import { officesText, writeOffices } from '#store/registry/write-registry.ts';
import { type CommandIo, EXIT } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';

export interface ImportOptions {
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly allowGone: boolean;
  readonly to: string | undefined;
  readonly asOf: string;
  /** Ids of offices that took the place of ended ones: `a500953=a500954`. */
  readonly successors: readonly string[];
}

/** A list without one in so many of the present authorities is taken for a part of a list. */
const GONE_ONE_IN = 20;
const SHOWN = 40;

/** Refuses a file that is no list of authorities, before it is read: all of Thailand's take some 2 MB. */
const refuseSize = (file: string, size: number): void => {
  if (size <= LIMITS.table) return;
  throw new ProblemError([
    {
      file,
      what: `the list has ${printBytes(size)}, more than ${printBytes(LIMITS.table)}`,
      fix: 'Give a list of authorities alone, as CSV.',
    },
  ]);
};

const readList = async (file: string, cwd: string): Promise<readonly ListedAuthority[]> => {
  const path = resolve(cwd, file);
  refuseSize(file, statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const bytes = await readSteady(path, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    throw new ProblemError([
      {
        file,
        what: error.code === 'ENOENT' ? 'there is no such file' : 'it is a folder',
        fix: 'Give the path of a list of authorities as CSV.',
      },
    ]);
  });
  // An empty file is reported as such by what reads the table.
  const text = bytes.length === 0 ? '' : decodeText(bytes)?.text;
  if (text === undefined) {
    throw new ProblemError([
      {
        file,
        what: 'it is no text in UTF-8, UTF-16 or Windows-874',
        fix: 'Save the list as CSV in UTF-8, then import that.',
      },
    ]);
  }
  const rows = readTable(text, file, AUTHORITY_LIST_COLUMNS);
  if (rows.length > 0) return rows as readonly unknown[] as readonly ListedAuthority[];
  throw new ProblemError([
    {
      file,
      what: 'the list has no rows',
      fix: 'Give a full list: an empty one would end every authority.',
    },
  ]);
};

const refusePart = (file: string, { gone }: ListChanges, registry: Registry): void => {
  const present = registry.offices.filter(
    ({ level, until }) => level === 'authority' && until === undefined,
  );
  if (gone.length * GONE_ONE_IN <= present.length) return;
  throw new ProblemError([
    {
      file,
      what: `${gone.length} of ${present.length} authorities of the registry are not in the list`,
      why: 'A list is taken as complete: those that it lacks would be ended.',
      fix: 'Give a full list; if they are gone indeed, run it again with --allow-gone.',
    },
  ]);
};

/** Refuses a list that is older than what the registry says already: what is newer would be lost. */
const refuseOlder = (file: string, later: readonly Office[], asOf: string): void => {
  const [first] = later;
  if (!first) return;
  throw new ProblemError([
    {
      file,
      what: `the registry has ${first.id} as "${first.name}" since ${first.from}, which is after ${asOf}`,
      why: 'A list that is older would take the place of what is newer.',
      fix: 'Give the day of the list with --as-of, or a newer list.',
    },
  ]);
};

/** The successors that were given, by the office that ended. Throws a ProblemError where one of the two cannot be that. */
const readSuccessors = (
  given: readonly string[],
  listed: readonly Office[],
  { gone }: ListChanges,
  registry: Registry,
): Map<string, string> => {
  const ids = new Set(listed.map(({ id }) => id));
  const endsNow = new Set(gone.map(({ id }) => id));
  return new Map(
    given.map((pair) => {
      const [ended = '', successor = ''] = pair.split('=').map((id) => id.trim());
      const isEnded =
        endsNow.has(ended) || (registry.byId.get(ended)?.until !== undefined && !ids.has(ended));
      if (isEnded && ids.has(successor)) return [ended, successor] as const;
      throw new ProblemError([
        {
          file: null,
          field: `--successor ${pair}`,
          what: isEnded
            ? `the list has no authority ${successor}`
            : `${ended} is no authority that has ended or ends by this list`,
          fix: 'Write the id of the one that ended, "=", and the id of the one that took its place: a500953=a500954.',
        },
      ]);
    }),
  );
};

const changeLines = (
  { renamed, upgraded, moved, gone }: ListChanges,
  successors: ReadonlyMap<string, string>,
): string[] => {
  const lines = [
    ...renamed.map(({ from, to }) => `  renamed   ${to.id}: ${from.name} -> ${to.name}`),
    ...upgraded.map(({ from, to }) => `  upgraded  ${from.id} ${from.name} -> ${to.id} ${to.name}`),
    ...moved.map(
      ({ from, to }) =>
        `  moved     ${to.id} ${to.name}: ${from.districts.join(' ') || from.province} -> ${to.districts.join(' ') || to.province}`,
    ),
    ...gone.map(
      ({ id, name }) =>
        `  gone      ${id} ${name}, ${successors.has(id) ? `then ${successors.get(id)}` : `no successor known (--successor ${id}=ID)`}`,
    ),
  ];
  const rest = lines.length - SHOWN;
  return rest > 0 ? [...lines.slice(0, SHOWN), `  and ${rest} more (--json)`] : lines;
};

const pair = ({ from, to }: AuthorityChange) => ({
  from: `${from.id} ${from.name}`,
  to: `${to.id} ${to.name}`,
});

/** Takes over a full list of authorities: checks it, prints what it changes, and writes it unless that is nothing. */
export const importList = async (
  file: string,
  registry: Registry,
  options: ImportOptions,
  io: CommandIo,
): Promise<number> => {
  const rows = await readList(file, io.cwd);
  const { offices, problems, notes } = checkAuthorityList(rows, registry, file, 'local-list');
  if (problems.length > 0) throw new ProblemError(problems);
  const changes = compareAuthorities(offices, registry);
  if (!options.allowGone) refusePart(file, changes, registry);
  const target = options.to ?? REGISTRY_FILES.local;
  const path = resolve(io.cwd, target);
  const inProject = relative(io.cwd, path).replaceAll(sep, '/');
  if (inProject.startsWith(`${CONTENT}/`)) refuseLinks(io.cwd, inProject);
  const isFirst = !existsSync(resolve(io.cwd, REGISTRY_FILES.local));
  if (!isFirst) refuseOlder(file, laterThan(offices, registry, options.asOf), options.asOf);
  const successors = readSuccessors(options.successors, offices, changes, registry);
  const text = officesText(
    mergeAuthorities(offices, changes, registry, options.asOf, { isFirst, successors }),
    target,
  );
  const isNew = !existsSync(path) || readTextNow(path) !== text;
  const written = !options.dryRun && writeOffices(path, text);
  const countOf = (type: Office['type']): number =>
    offices.filter((one) => one.type === type).length;
  const types = Object.fromEntries(AUTHORITY_TYPES.map((type) => [type, countOf(type)]));
  const shared = sharedNames(offices);
  const { added, renamed, upgraded, moved, gone } = changes;
  if (options.json) {
    const report = {
      file,
      authorities: offices.length,
      types,
      sharedNames: shared,
      notes,
      added: added.map(({ id }) => id),
      renamed: renamed.map(pair),
      upgraded: upgraded.map(pair),
      moved: moved.map(({ from, to }) => ({ id: to.id, from: from.districts, to: to.districts })),
      gone: gone.map(({ id }) => id),
      successors: Object.fromEntries(successors),
      changes: isNew,
      written: written ? target : null,
    };
    io.out(JSON.stringify(report, null, 2));
    return EXIT.ok;
  }
  for (const note of notes) io.out(`note: ${languageOf(io.env).print(note)}`);
  const counts = Object.entries(types).map(([type, count]) => `${type} ${count}`);
  io.out(`${offices.length} authorities: ${counts.join(', ')}`);
  if (shared.names > 0) {
    io.out(
      `${shared.names} full names are shared by ${shared.authorities} authorities (${shared.withinProvince} names repeat inside one province): name them by id`,
    );
  }
  for (const line of changeLines(changes, successors)) io.out(line);
  io.out(
    `new ${added.length}, renamed ${renamed.length}, upgraded ${upgraded.length}, moved ${moved.length}, gone ${gone.length}`,
  );
  io.out(
    written
      ? `written: ${target}`
      : isNew
        ? `nothing was written; it would be ${target}`
        : `nothing has changed: ${target} stays as it is`,
  );
  return EXIT.ok;
};
