import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHORT_CODE_ALPHABET, SHORT_CODE_LENGTH } from '#core/short-link/short-code.ts';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { FIGURE_TABLES, RESOURCES, TABLES } from '#output/open-data/resources.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { SHORT_CODES } from '#store/content/short-codes.ts';
import { EXIT } from '../scripts/lib/command.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const contract = read('docs/contract.md');

/** Columns of a register as the contract states them. */
const columnsOf = (file: string): string[] | undefined =>
  contract
    .split('\n')
    .find((line) => line.startsWith(`${file}: `))
    ?.slice(file.length + 2)
    .split(',');

// What fails here breaks what others rely on: it needs a new major version, not a new expectation.
describe('the contract', () => {
  it('states the columns of ledgers', () => {
    expect(contract).toContain(`\n${MOVEMENT_COLUMNS.join(',')}\n`);
  });

  it.each([SHORT_CODES, ATTACHMENT_NUMBERS].map(({ file, columns }) => [file, columns] as const))(
    'states the columns of %s',
    (file, columns) => expect(columnsOf(file)).toEqual(columns),
  );

  it.each(['content/circulars/permanent-ids.csv', 'content/moved-addresses.csv'])(
    'states the columns of %s as the file has them',
    (file) => expect(columnsOf(file)).toEqual(read(file).split('\n')[0]?.split(',')),
  );

  it('states the form of short codes', () => {
    expect(contract).toContain(`\`${SHORT_CODE_ALPHABET}\``);
    expect(SHORT_CODE_LENGTH).toBe(6);
  });

  it('has the open data where version 1 has them', () => {
    const paths = [RESOURCES, TABLES, FIGURE_TABLES].flatMap(Object.values).map(({ path }) => path);
    expect(paths).toEqual([
      '/api/v1/index.json',
      '/api/v1/circulars/{year}/page-{page}.json',
      '/api/v1/circulars/{year}/{id}.json',
      '/api/v1/tracking/{year}/{id}.json',
      '/api/v1/documents/{kind}.json',
      '/api/v1/offices.json',
      '/api/v1/changes/{month}.json',
      '/api/v1/figures.json',
      '/api/v1/grants/{fiscalYear}/{province}.json',
      '/api/v1/finance/{fiscalYear}/{province}.json',
      '/api/v1/feeds.json',
      '/api/v1/circulars.csv',
      '/api/v1/documents.csv',
      '/api/v1/offices.csv',
      '/api/v1/grants/{fiscalYear}/{province}.csv',
      '/api/v1/finance/{fiscalYear}/{province}.csv',
    ]);
  });

  it('states the exit codes of commands', () => {
    for (const code of Object.values(EXIT)) expect(contract).toMatch(new RegExp(`\\b${code} `));
  });

  it('speaks of the version that the package has', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(version).toMatch(/^1\./);
    expect(read('CHANGELOG.md')).toContain(`## ${version}`);
  });
});
