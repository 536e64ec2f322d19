import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { policyOf } from './policy.ts';

const SCRIPT = "document.documentElement.dataset.script = 'on';";

const directives = (script: string): Map<string, string[]> =>
  new Map(
    policyOf([script])
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  );

it('lets a page run the script that all pages have, by the digest of its exact text', () => {
  const digest = createHash('sha256').update(SCRIPT).digest('base64');
  expect(directives(SCRIPT).get('script-src')).toContain(`'sha256-${digest}'`);
  expect(directives(`${SCRIPT} `).get('script-src')).not.toContain(`'sha256-${digest}'`);
});

it('lets a page run no other script within it, load from no other site, and be framed in no plug-in', () => {
  const found = directives(SCRIPT);
  const all = [...found.values()].flat();
  expect(all.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(found.get('default-src')).toEqual(["'self'"]);
  expect(found.get('object-src')).toEqual(["'none'"]);
  expect(found.get('base-uri')).toEqual(["'self'"]);
});
