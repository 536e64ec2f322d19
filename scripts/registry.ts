import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '#core/nearest.ts';
import {
  AUTHORITY_LIST_COLUMNS,
  checkAuthorityList,
  compareAuthorities,
  type ListedAuthority,
  mergeAuthorities,
} from '#core/office/authority-list.ts';
import { AUTHORITY_TYPES, type Office } from '#core/office/office.ts';
import { fullOfficeName, type Registry } from '#core/office/registry.ts';
import { formatProblem, ProblemError } from '#core/problem.ts';
import { OFFICE_COLUMNS } from '#schema/office.ts';
import { csvLine, readTable } from '#store/csv/table.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { REGISTRY_FILES, readOffices, readRegistry } from '#store/registry/read-registry.ts';
import { type Command, type CommandIo, EXIT, runAsProcess, UsageError } from './lib/command.ts';
import { readAsOf } from './track/context.ts';

const officeLine = (one: Office): string =>
  csvLine([
    one.id,
    one.type,
    one.name,
    one.nameEn ?? '',
    one.province ?? '',
    one.districts.join(' '),
    one.prefix ?? '',
    one.from ?? '',
    one.until ?? '',
    one.successor ?? '',
    one.source,
  ]);

interface Options {
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly to: string | undefined;
  readonly asOf: string;
}

const importList = async (
  file: string,
  registry: Registry,
  options: Options,
  io: CommandIo,
): Promise<number> => {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new ProblemError([
        {
          file,
          what: 'there is no such file',
          mend: 'Give the path of a list of authorities as CSV.',
        },
      ]);
    },
  );
  const rows = readTable(
    text,
    file,
    AUTHORITY_LIST_COLUMNS,
  ) as readonly unknown[] as readonly ListedAuthority[];
  if (rows.length === 0)
    throw new ProblemError([
      {
        file,
        what: 'the list has no rows',
        mend: 'Give a full list: an empty one would end every authority.',
      },
    ]);
  const { offices, problems, notes } = checkAuthorityList(rows, registry, file, 'local-list');
  if (problems.length > 0) throw new ProblemError(problems);
  const changes = compareAuthorities(offices, registry);
  const merged = mergeAuthorities(offices, changes, options.asOf);
  const target = options.to ?? REGISTRY_FILES.local;
  const content = `${OFFICE_COLUMNS.join(',')}\n${merged.map((one) => `${officeLine(one)}\n`).join('')}`;
  readOffices(content, target);
  if (!options.dryRun) {
    const path = resolve(io.cwd, target);
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, content);
  }
  const types = Object.fromEntries(
    AUTHORITY_TYPES.map((type) => [type, offices.filter((one) => one.type === type).length]),
  );
  if (options.json) {
    const { added, gone, renamed, upgraded } = changes;
    const pair = ({ from, to }: { from: Office; to: Office }) => ({
      from: `${from.id} ${from.name}`,
      to: `${to.id} ${to.name}`,
    });
    io.out(
      JSON.stringify(
        {
          file,
          authorities: offices.length,
          types,
          notes,
          added: added.map(({ id }) => id),
          renamed: renamed.map(pair),
          upgraded: upgraded.map(pair),
          gone: gone.map(({ id }) => id),
          written: options.dryRun ? null : target,
        },
        null,
        2,
      ),
    );
    return EXIT.ok;
  }
  for (const note of notes) io.out(`note: ${formatProblem(note)}`);
  io.out(
    `${offices.length} authorities: ${Object.entries(types)
      .map(([type, count]) => `${type} ${count}`)
      .join(', ')}`,
  );
  for (const { from, to } of changes.renamed)
    io.out(`  renamed   ${to.id}: ${from.name} -> ${to.name}`);
  for (const { from, to } of changes.upgraded)
    io.out(`  upgraded  ${from.id} ${from.name} -> ${to.id} ${to.name}`);
  for (const { id, name } of changes.gone) io.out(`  gone      ${id} ${name}`);
  io.out(
    `new ${changes.added.length}, renamed ${changes.renamed.length}, upgraded ${changes.upgraded.length}, gone ${changes.gone.length}`,
  );
  io.out(options.dryRun ? 'nothing was written' : `written: ${target}`);
  return EXIT.ok;
};

const describe = (registry: Registry, office: Office) => {
  const inside = registry.within.get(office.id) ?? [];
  return {
    ...office,
    fullName: fullOfficeName(registry, office),
    within: Object.fromEntries(
      [...Map.groupBy(inside, ({ type }) => type)].map(([type, all]) => [type, all.length]),
    ),
  };
};

const find = (text: string, registry: Registry, { json }: Options, io: CommandIo): number => {
  const plain = (one: string): string => one.toLowerCase().replace(/\s/g, '');
  const wanted = plain(text);
  const hits = registry.offices.filter((one) =>
    [one.id, one.name, one.nameEn ?? '', fullOfficeName(registry, one)].some((name) =>
      plain(name).includes(wanted),
    ),
  );
  const offers =
    hits.length > 0
      ? []
      : nearest(
          text,
          registry.offices.map((one) => ({
            spellings: [
              one.name,
              one.name.replace(/^(?:จังหวัด|อำเภอ|เขต)/, ''),
              one.nameEn ?? one.name,
            ],
            offer: one.id,
          })),
          5,
        );
  const shown =
    hits.length > 0 ? hits : offers.flatMap(({ offer }) => registry.byId.get(offer) ?? []);
  if (json)
    io.out(
      JSON.stringify(
        { exact: hits.length > 0, offices: shown.map((one) => describe(registry, one)) },
        null,
        2,
      ),
    );
  else {
    if (hits.length === 0)
      io.out(
        shown.length > 0
          ? `no office of that name; the nearest:`
          : 'no office of that name, and none near it',
      );
    for (const one of shown)
      io.out(
        `${one.id.padEnd(10)} ${one.type.padEnd(24)} ${fullOfficeName(registry, one)}${one.until ? ` (until ${one.until})` : ''}`,
      );
  }
  return hits.length > 0 ? EXIT.ok : EXIT.failed;
};

const show = (id: string, registry: Registry, { json }: Options, io: CommandIo): number => {
  const office = registry.byId.get(id);
  if (!office) {
    const offers = nearest(
      id,
      registry.offices.map((one) => ({ spellings: [one.id, one.name], offer: one.id })),
    );
    throw new ProblemError([
      {
        file: null,
        field: id,
        what: 'no office has that id',
        mend: `Give one of these: ${offers.map(({ offer }) => offer).join(', ')}.`,
      },
    ]);
  }
  const told = describe(registry, office);
  if (json) io.out(JSON.stringify(told, null, 2));
  else
    for (const [field, value] of Object.entries(told))
      io.out(`${field.padEnd(10)} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return EXIT.ok;
};

const command: Command = {
  help: `
npm run registry -- import FILE.csv [--to PATH] [--as-of YYYY-MM-DD] [--dry-run] [--json]
npm run registry -- find TEXT [--json]
npm run registry -- show ID [--json]

import  takes a full list of local authorities (columns ${AUTHORITY_LIST_COLUMNS.join(', ')}), checks it,
        shows what is new, renamed, upgraded and gone, and writes it to ${REGISTRY_FILES.local}, which
        git ignores. Those gone end the day before --as-of (default today).
find    offices by name, part of a name, English name or id; the nearest where there is none (exit code 1)
show    one office with all that is known of it

  npm run registry -- import local-authorities.csv --dry-run
  npm run registry -- find ฝาง
  npm run registry -- show d5009
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        to: { type: 'string' },
        'as-of': { type: 'string' },
      },
    });
    const [name, ...rest] = positionals;
    const what = rest.join(' ');
    if (!['import', 'find', 'show'].includes(name ?? '') || what === '')
      throw new UsageError('Give import FILE, find TEXT or show ID.');
    const registry = await readRegistry(io.cwd);
    const options = {
      json: values.json,
      dryRun: values['dry-run'],
      to: values.to,
      asOf: readAsOf(values['as-of'], io),
    };
    if (name === 'import') return importList(what, registry, options, io);
    return name === 'find' ? find(what, registry, options, io) : show(what, registry, options, io);
  },
};

await runAsProcess(command);
