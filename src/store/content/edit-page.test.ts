import { describe, expect, it } from 'vitest';
import { editPage, fieldAtLine, newPageText, shownBody } from './edit-page.ts';

const HOW = { order: ['title', 'summary', 'system'], isFinal: false };
const PAGE = `---
# ร่าง
draft: true
title:  ก   # คำถาม
# ใส่หมวด แล้วลบบรรทัดนี้
topic: ฉบับร่าง
# เลือก แล้วลบบรรทัดนี้
roles: [user]
---


เนื้อความ  

`;

describe('editing a page', () => {
  it('leaves a page that nothing is changed of as it is', () => {
    expect(editPage(PAGE, 'a.mdx', { fields: {} }, HOW)).toBe(PAGE);
    const same = { fields: { title: 'ก', sources: null }, body: shownBody(PAGE) };
    expect(editPage(PAGE, 'a.mdx', same, HOW)).toBe(PAGE);
    const windows = PAGE.replaceAll('\n', '\r\n');
    expect(editPage(windows, 'a.mdx', same, HOW)).toBe(windows);
  });

  it('takes the remark that asks for a field away with it, and all of them when it is final', () => {
    const edited = editPage(PAGE, 'a.mdx', { fields: { topic: 'หมวด' } }, HOW);
    expect(edited).toBe(
      PAGE.replace('# ใส่หมวด แล้วลบบรรทัดนี้\n', '').replace('topic: ฉบับร่าง', 'topic: หมวด'),
    );
    const final = editPage(PAGE, 'a.mdx', { fields: { draft: null } }, { ...HOW, isFinal: true });
    expect(final).not.toContain('แล้วลบบรรทัดนี้');
    expect(final).not.toContain('draft');
    expect(final).toContain('roles: [user]\n---\n\n\nเนื้อความ  \n\n');
  });

  it('writes another body, in the line ends of the file', () => {
    const windows = PAGE.replaceAll('\n', '\r\n');
    const edited = editPage(windows, 'a.mdx', { fields: {}, body: '\nหนึ่ง\r\nสอง\n' }, HOW);
    expect(edited.endsWith('---\r\n\r\nหนึ่ง\r\nสอง\r\n')).toBe(true);
    expect(editPage('---\ntitle: a\n---', 'a.mdx', { fields: {}, body: 'ข' }, HOW)).toBe(
      '---\ntitle: a\n---\n\nข\n',
    );
  });

  it('makes a new page, with or without a body', () => {
    expect(newPageText({ title: 'ก', published: '2026-11-30' }, '')).toBe(
      '---\ntitle: ก\npublished: "2026-11-30"\n---\n',
    );
    expect(newPageText({ title: 'ก' }, 'ข\n\n')).toBe('---\ntitle: ก\n---\n\nข\n');
  });

  it('throws where the front matter cannot be read', () => {
    expect(() => editPage('---\na: [\n---\n', 'a.mdx', { fields: {} }, HOW)).toThrow('a.mdx');
  });

  it.each([
    [1, null],
    [3, 'draft'],
    [5, 'title'],
    [8, 'roles'],
    [9, null],
    [12, null],
  ])('knows which field line %i belongs to', (line, field) => {
    expect(fieldAtLine(PAGE, line)).toBe(field);
  });
});
