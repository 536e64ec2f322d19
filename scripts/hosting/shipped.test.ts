import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RECORD_KINDS } from '#core/check/content.ts';
import { attachmentHeaders } from '#store/portal/attachment-headers.ts';
import { mediaType } from '#store/portal/static-files.ts';

const shipped = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../docs/hosting', name), 'utf8');
const KINDS = RECORD_KINDS.toSorted().join('|');
const [{ 'content-security-policy': policy = '' }] = [attachmentHeaders('/news/a/a.txt')];

describe.each(['nginx.conf', 'Caddyfile', 'htaccess'])('%s', (name) => {
  const text = shipped(name);
  const [, endings = ''] = /\\\.\((?:\?i:)?(htm\|[a-z|]+)\)/.exec(text) ?? [];

  it('names every folder with files beside pages', () => {
    expect(
      text.match(/\((?:\?:)?board\|[a-z|]+\)/g)?.map((group) => group.replace('?:', '')),
    ).toEqual([`(${KINDS})`, `(${KINDS})`]);
  });

  it('gives them the policy that npm start gives them', () => {
    expect(policy).not.toBe('');
    expect(text).toContain(policy);
  });

  it('lets no kind be opened that npm start sends as an attachment', () => {
    const isAttachment = (ending: string) =>
      'content-disposition' in attachmentHeaders(`/news/a/a.${ending}`);
    expect(endings.split('|').length).toBeGreaterThan(10);
    expect(endings.split('|').filter((ending) => !isAttachment(ending))).toEqual([]);
    // Pages are named index.html by these servers, and the check refuses HTML beside a page.
    for (const ending of ['svg', 'svgz', 'xml', 'xsl', 'js', 'mjs', 'htm', 'xhtml', 'mht', 'swf']) {
      expect(endings.split('|')).toContain(ending);
    }
  });
});

describe('nginx.conf', () => {
  const [, block = ''] = /\n {2}types \{([^}]*)\}/.exec(shipped('nginx.conf')) ?? [];
  const rows = block.split(';').flatMap((row) => {
    const [type, ...endings] = row.trim().split(/\s+/);
    return endings.map((ending) => [ending, type] as const);
  });

  it('knows the kinds of files that a portal has', () => {
    expect(rows.map(([ending]) => ending)).toEqual(
      expect.arrayContaining(['html', 'css', 'js', 'json', 'xml', 'ics', 'woff2', 'pdf', 'docx']),
    );
  });

  it.each(rows.filter(([ending]) => ending !== 'woff'))(
    'serves .%s as npm start does',
    (ending, type) => {
      expect(mediaType(`a.${ending}`).split(';')[0]).toBe(type);
    },
  );
});

it('builds for GitHub Pages with actions that are named by their commits', () => {
  const file = join(import.meta.dirname, '../../.github/workflows/pages.yml');
  const workflow = readFileSync(file, 'utf8');
  expect(Object.keys(parse(workflow).jobs)).toEqual(['build', 'publish']);
  const uses = workflow.match(/uses: .*/g) ?? [];
  expect(uses.length).toBeGreaterThanOrEqual(5);
  expect(uses.filter((use) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+$/.test(use))).toEqual(
    [],
  );
});
