import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { disguiseOf } from './disguise.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const zip = Buffer.from(zipSync({ 'a.txt': bytes('a') }));
const PDF = '%PDF-1.7\n%%EOF\n';

describe('disguiseOf', () => {
  it.each([
    ['a.pdf', bytes('<!DOCTYPE html><p>x')],
    ['a.pdf', bytes(`<html>\n${PDF}`)],
    ['a.pdf', bytes(' \n<!-- x --><script>x</script>')],
    ['a.pdf', Buffer.from('\uFEFF<html>', 'utf16le')],
    ['a.pdf', Buffer.from('\uFEFF<html>')],
    ['a.pdf', bytes('MZ\u0090')],
    ['a.pdf', bytes('#!/bin/sh')],
    ['a.pdf', zip],
    ['a.pdf', bytes('x')],
    ['a.pdf', Buffer.concat([bytes(PDF), zip])],
    ['a.png', Buffer.concat([bytes('\u0089PNG\r\n'), zip])],
    ['a.png', bytes('\u00FF\u00D8\u00FF')],
    ['a.jpg', bytes('<svg xmlns="x">')],
    ['a.jpg', bytes('<?xml version="1.0"?>\n<svg xmlns="x">')],
    ['a.csv', bytes('<html>')],
    ['a.txt', bytes('<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>')],
    ['a.xls', bytes('<html xmlns:x="urn"><table>')],
    ['a.xls', bytes('<table border=1>')],
    ['a.docx', bytes('\u00D0\u00CF\u0011\u00E0')],
    [
      'a.doc',
      Buffer.concat([bytes('\u00D0\u00CF\u0011\u00E0'), Buffer.from('_VBA_PROJECT', 'utf16le')]),
    ],
    ['a.zip', bytes('MZ')],
    ['a.bin', bytes('\u007FELF')],
    ['a.gif', bytes('GIF')],
  ])('%s of %j', (path, content) => expect(disguiseOf(path, content)).toEqual(expect.any(String)));

  it.each([
    ['a.docx', 'word/vbaProject.bin'],
    ['a.xlsx', 'xl/vbaProject.bin'],
    ['a.odt', 'Basic/Standard/Module1.xml'],
    ['a.ods', 'Scripts/python/a.py'],
  ])('%s with %s', (path, member) =>
    expect(disguiseOf(path, zip, [member])).toBe('it holds macros'),
  );

  it.each([
    ['a.pdf', bytes(PDF)],
    ['a.PDF', bytes(PDF)],
    ['a.zip', zip],
    ['a.docx', zip],
    ['a.doc', bytes('{\\rtf1')],
    ['a.doc', bytes('\u00D0\u00CF\u0011\u00E0')],
    ['a.jpeg', bytes('\u00FF\u00D8\u00FF\u00E0')],
    ['a.gif', bytes('GIF89a')],
    ['a.webp', bytes('RIFF\0\0\0\0WEBP')],
    ['a.csv', bytes('id,name\n1,<b>')],
    ['a.txt', bytes('x <html>')],
    ['a.mp4', bytes('\0\0\0\u0018ftyp')],
    ['a.zip', Buffer.from(zipSync({ 'Basic/a.xml': bytes('a') }))],
  ])('finds none in %s of %j', (path, content) =>
    expect(disguiseOf(path, content)).toBeUndefined(),
  );
});
