import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '#core/check/content.ts';
import { attachmentHeaders } from '#store/portal/attachment-headers.ts';

const shipped = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../docs/hosting', name), 'utf8');
const KINDS = RECORD_KINDS.toSorted().join('|');
const [{ 'content-security-policy': policy = '' }] = [attachmentHeaders('/news/a/a.txt')];

describe.each(['nginx.conf', 'Caddyfile', 'htaccess'])('%s', (name) => {
  const text = shipped(name);
  const [, endings = ''] = /\\\.\((?:\?i:)?(htm\|[a-z|]+)\)/.exec(text) ?? [];

  it('names every folder with files beside pages', () => {
    expect(
      text.match(/\((?:\?:)?changelog\|[a-z|]+\)/g)?.map((group) => group.replace('?:', '')),
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
