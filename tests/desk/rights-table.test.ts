import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mayDo, PERMISSIONS, type Permission, ROLES } from '#core/board/role.ts';
import {
  CONTENT_ACTIONS,
  type ContentAction,
  mayWrite,
  OFFICE_ACTIONS,
  OFFICE_RIGHTS,
  type OfficeAction,
} from '#core/desk/rights.ts';

const PERMISSION_TEXTS: Readonly<Record<Permission, string>> = {
  write: 'write posts on the board',
  report: 'report a post',
  'skip-queue': 'post without waiting in the queue',
  moderate: 'see to the queue and reports, lock, move, merge, remove',
  promote: 'draft a question of the portal from a thread',
  'grant-office': 'make officers of offices',
  'grant-role': 'grant every other role, and take roles away',
};
const OFFICE_TEXTS: Readonly<Record<OfficeAction, string>> = {
  see: 'see at the desk what is expected of an office',
  record: 'record movements of an office',
  correct: 'correct movements of an office',
  undo: 'take back what was recorded of an office at the desk',
  'import-register': 'take over the register of an office',
  'print-slips': 'print and revoke slips by which an office acknowledges',
};
const CONTENT_TEXTS: Readonly<Record<ContentAction, string>> = {
  'take-letters': 'take letters in, and answer what is in doubt of them',
  'write-pages': 'write drafts of pages, and see how they will look',
  publish: 'publish, withdraw and cancel pages, take that back, and have the portal built',
};
const REACH_TEXTS = { none: 'no', 'own-and-below': 'own and below', all: 'all' } as const;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const table = (): string =>
  row(['action', ...ROLES]) +
  `|${'---|'.repeat(ROLES.length + 1)}\n` +
  PERMISSIONS.map((one) =>
    row([
      PERMISSION_TEXTS[one],
      ...ROLES.map((role) => (mayDo([{ role, office: null }], one) ? 'yes' : 'no')),
    ]),
  ).join('') +
  OFFICE_ACTIONS.map((one) =>
    row([OFFICE_TEXTS[one], ...ROLES.map((role) => REACH_TEXTS[OFFICE_RIGHTS[role][one]])]),
  ).join('') +
  CONTENT_ACTIONS.map((one) =>
    row([
      CONTENT_TEXTS[one],
      ...ROLES.map((role) => (mayWrite([{ role, office: null }], one) ? 'yes' : 'no')),
    ]),
  ).join('');

it('the table of docs/desk-work.md is what the code decides', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/desk-work.md'), 'utf8');
  const [shown = ''] = /^\| action \|[\s\S]*?\n(?!\|)/m.exec(text) ?? [];
  expect(shown.trimEnd()).toBe(table().trimEnd());
});
