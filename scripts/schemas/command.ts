import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceFile } from '#store/files/replace-file.ts';
import { type Command, EXIT } from '../lib/command.ts';
import { EDITED, jsonSchemaOf } from './json-schema.ts';

/** Where the schemas are written; .vscode/settings.json names it. */
export const SCHEMA_FOLDER = '.cache/schemas';

const pathOf = (name: string): string => `${SCHEMA_FOLDER}/${name}.json`;

/** Writes the JSON Schema of every YAML file and front matter, and gives their paths. */
export const writeSchemas = (root: string): string[] => {
  mkdirSync(join(root, SCHEMA_FOLDER), { recursive: true });
  return Object.keys(EDITED).map((name) => {
    const path = pathOf(name);
    replaceFile(join(root, path), `${JSON.stringify(jsonSchemaOf(name).schema, null, 2)}\n`);
    return path;
  });
};

/** `npm run schemas` */
export const schemas: Command = {
  help: `
npm run schemas [-- --dry-run]

Writes a JSON Schema of every YAML file of content/ and of the front matter of every kind of page to ${SCHEMA_FOLDER}/, with
descriptions in Thai, for editors that complete and explain fields: see docs/writing-content.md. npm run new writes them too.
`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean' } } });
    if (values['dry-run']) {
      for (const name of Object.keys(EDITED)) io.out(`would write ${pathOf(name)}`);
      return EXIT.ok;
    }
    for (const path of writeSchemas(io.cwd)) io.out(`wrote ${path}`);
    return EXIT.ok;
  },
};
