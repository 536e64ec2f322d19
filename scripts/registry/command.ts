import { parseArgs } from 'node:util';
import { AUTHORITY_LIST_COLUMNS } from '#core/office/authority-list.ts';
import { findOffices, nearestOffices } from '#core/office/find.ts';
import type { Office } from '#core/office/office.ts';
import { fullOfficeName, type Registry } from '#core/office/registry.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { REGISTRY_FILES, readRegistry } from '#store/registry/read-registry.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { readAsOf, requireOffice } from '../track/context.ts';
import { importList } from './import-list.ts';

const NEAREST = 5;

const describe = (registry: Registry, office: Office) => {
  const inside = registry.within.get(office.id) ?? [];
  return {
    ...office,
    ...(office.until !== undefined ? { successor: office.successor ?? null } : {}),
    former: (office.former ?? []).map(({ type, from, until, ...state }) => ({
      name: fullOfficeName(registry, { type, ...state }),
      type,
      from: from ?? null,
      until: until ?? null,
    })),
    fullName: fullOfficeName(registry, office),
    within: Object.fromEntries(
      [...Map.groupBy(inside, ({ type }) => type)].map(([type, all]) => [type, all.length]),
    ),
  };
};

const officeLine = (registry: Registry, one: Office): string => {
  const then = one.successor ? `then ${one.successor}` : 'no successor known';
  const notes = [
    ...(one.until ? [`until ${one.until}, ${then}`] : []),
    ...(one.former ?? []).map(
      (before) => `until ${before.until} ${before.type} ${fullOfficeName(registry, before)}`,
    ),
  ];
  return `${one.id.padEnd(10)} ${one.type.padEnd(26)} ${fullOfficeName(registry, one)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
};

const find = (text: string, registry: Registry, json: boolean, io: CommandIo): number => {
  const hits = findOffices(registry, text);
  const isExact = hits.length > 0;
  const shown = isExact ? hits : nearestOffices(registry, text, NEAREST);
  if (json) {
    const offices = shown.map((one) => describe(registry, one));
    io.out(JSON.stringify({ exact: isExact, offices }, null, 2));
  } else {
    if (!isExact) {
      const near = shown.length > 0 ? 'the nearest:' : 'none is near it';
      io.out(`no office has "${text}" in its name; ${near}`);
    }
    for (const one of shown) io.out(officeLine(registry, one));
  }
  return isExact ? EXIT.ok : EXIT.failed;
};

const show = (asked: string, registry: Registry, json: boolean, io: CommandIo): number => {
  const office = registry.byId.get(requireOffice({ registry }, asked)) as Office;
  const described = describe(registry, office);
  if (json) io.out(JSON.stringify(described, null, 2));
  else {
    for (const [field, value] of Object.entries(described)) {
      if (field === 'former') {
        for (const { name, type, from, until } of described.former)
          io.out(`${field.padEnd(10)} ${name} (${type}, ${from ? `${from} ` : ''}to ${until})`);
        continue;
      }
      if (field === 'successor' && value === null) {
        io.out(`${field.padEnd(10)} none known (registry import --successor ${office.id}=ID)`);
        continue;
      }
      const text = Array.isArray(value)
        ? value.join(' ')
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
              .map(([type, count]) => `${type} ${count}`)
              .join(', ')
          : (value ?? '');
      if (text !== '') io.out(`${field.padEnd(10)} ${text}`);
    }
  }
  return EXIT.ok;
};

export const registryCommand: Command = {
  help: `
npm run registry -- import FILE.csv [--to PATH] [--as-of YYYY-MM-DD] [--allow-gone] [--successor ID=ID]
                           [--dry-run] [--json]
npm run registry -- find TEXT [--json]
npm run registry -- show OFFICE [--json]

import  takes a full list of local authorities, checks it against the provinces and districts of the registry, shows
        what is new, renamed, upgraded, moved and gone, and writes it to ${REGISTRY_FILES.local},
        which git ignores. Those gone end the day before --as-of (default today), and stay on record. What an authority
        was called before, its type and its districts stay with their last day; a first list makes no history.
        Columns: ${AUTHORITY_LIST_COLUMNS.join(', ')}.
find    offices by name, part of a name, English name or id; the nearest where there is none (exit code 1)
show    one office, by id or full name, with all that is known of it

  --to          another file than the one that the portal reads
  --successor   of one that is gone: its id, and the id of the authority that took its place (a500953=a500954); may be
                given several times, also with a later import
  --allow-gone  ends authorities that the list lacks, even if they are more than one in twenty
  --dry-run     shows what would change, writes nothing

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
        'allow-gone': { type: 'boolean', default: false },
        to: { type: 'string' },
        successor: { type: 'string', multiple: true },
        'as-of': { type: 'string' },
      },
    });
    const [name = '', ...rest] = positionals;
    const what = rest.join(' ');
    if (!['import', 'find', 'show'].includes(name)) {
      throw new UsageError(
        `${name ? `"${name}" is not a command.` : 'Which command?'} There are: import FILE, find TEXT, show OFFICE.`,
      );
    }
    if (what.trim() === '')
      throw new UsageError(`${name} what? Give import FILE, find TEXT or show OFFICE.`);
    if (name !== 'import') {
      const registry = await readRegistry(io.cwd);
      return (name === 'find' ? find : show)(what, registry, values.json, io);
    }
    const options = {
      json: values.json,
      dryRun: values['dry-run'],
      allowGone: values['allow-gone'],
      to: values.to,
      successors: values.successor ?? [],
      asOf: readAsOf(values['as-of'], io),
    };
    const run = async () => importList(what, await readRegistry(io.cwd), options, io);
    return options.dryRun ? run() : whileLockedFor(io.cwd, run);
  },
};
