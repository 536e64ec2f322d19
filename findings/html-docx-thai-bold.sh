#!/bin/sh
# html-to-docx 1.8.0 makes Word documents in which no Thai text is bold or italic, and none has its font or its size.
#
# Word counts Thai among the complex scripts (ECMA-376 Part 1, 17.3.2.26). Of these it takes the weight from <w:bCs>, the slope
# from <w:iCs>, the size from <w:szCs> and the font from the attribute w:cs; <w:b>, <w:i>, <w:sz> and w:ascii are for Latin
# text alone (17.3.2.1, .2, .16, .17, .38, .39). The library writes only the Latin ones for <b>, <i>, font-size and font-family:
# a page with "TH Sarabun New, 16 pt" and a bold deadline has its Thai in the theme's font for complex scripts, in the size of
# the styles, and plain, while its Latin words and digits are as asked. So does the fork @turbodocx/html-to-docx 1.23.1. docx
# 9.15.2 writes both for `bold: true`. Good engineers would test with English, in which nothing is wrong, and expect <b> to be
# bold in all scripts. Make documents with docx, or add the four to each w:rPr of the XML. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 docx@9.15.2 jszip@3.10.1 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import turbo from '@turbodocx/html-to-docx';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import htmlToDocx from 'html-to-docx';
import JSZip from 'jszip';

const html =
  '<p style="font-family: \'TH Sarabun New\'; font-size: 16pt">ให้ส่ง <b>ภายใน ๑๕ วัน</b> และ <i>โดยด่วน</i></p>';
const FONT = 'TH Sarabun New';
const word = new Document({
  sections: [{ children: [new Paragraph({ children: [
    new TextRun({ text: 'ภายใน ๑๕ วัน', bold: true, size: 32, font: FONT }),
    new TextRun({ text: 'โดยด่วน', italics: true, size: 32, font: FONT }),
  ] })] }],
});

const propertiesOf = async (name, file) => {
  const zip = await JSZip.loadAsync(file);
  const xml = await zip.file('word/document.xml').async('string');
  const found = ['b', 'bCs', 'i', 'iCs', 'sz', 'szCs'].filter((tag) => new RegExp(`<w:${tag}[ /]`).test(xml));
  const fonts = [...new Set([...xml.matchAll(/<w:rFonts ([^>]*?)\/?>/g)].flatMap(([, names]) => names.match(/w:\w+/g)))];
  const styles = await zip.file('word/styles.xml').async('string');
  const [fontOfThai] = /w:cs(?:Theme|theme)?="[^"]*"/.exec(styles) ?? [];
  console.log(name.padEnd(24), found.join(' '), '| fonts for', fonts.join(' '), '| styles', fontOfThai);
  return [found, fonts.includes('w:cs')];
};
const latinOnly = [['b', 'i', 'sz'], false];
assert.deepEqual(await propertiesOf('html-to-docx', await htmlToDocx(html, null, { font: FONT })), latinOnly);
assert.deepEqual(await propertiesOf('@turbodocx/html-to-docx', await turbo(html, null, { font: FONT })), latinOnly);
assert.deepEqual(await propertiesOf('docx', await Packer.toBuffer(word)), [['b', 'bCs', 'i', 'iCs', 'sz', 'szCs'], true]);
JS
node run.mjs
