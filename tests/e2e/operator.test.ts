import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATOR_FILE } from '#core/operator/operator.ts';
import { htmlOf, portal, VARIED_PAGES } from './portal.ts';

// That of a copy with an operator is seen in withdrawn.test.ts, which builds one.
const isRun = existsSync(join(import.meta.dirname, '../..', OPERATOR_FILE));
const NOBODY = 'ไม่มีหน่วยงานหรือผู้ใดดูแลเวียนชุดนี้';
/** The text of a page, without the marks that keep words whole. */
const textOf = (path: string): string => htmlOf(path).replaceAll(/<[^>]*>/g, '');

describe.runIf(!isRun)('a copy that nobody runs', () => {
  it('says so on every page, and offers nobody to write to', () => {
    const silent = VARIED_PAGES.filter((path) => !textOf(path).includes(NOBODY));
    expect(silent).toEqual([]);
    expect(VARIED_PAGES.filter((path) => /href="mailto:[^"?]+\?/.test(htmlOf(path)))).toEqual([]);
    expect(textOf('/about/')).toContain('ก่อนทำตามสิ่งที่อ่านที่นี่');
  });

  it('names nobody in feeds and open data', () => {
    const read = (path: string) => readFileSync(join(portal.folder, path), 'utf8');
    expect(read('feeds/all/rss.xml')).not.toContain('managingEditor');
    expect(JSON.parse(read('api/v1/openapi.json')).info).not.toHaveProperty('contact');
  });
});
