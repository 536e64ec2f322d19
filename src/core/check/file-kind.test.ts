import { expect, it } from 'vitest';
import { isExecutableName, refusedName } from './file-kind.ts';

it.each(
  'a.html a.HTM a.xhtml a.svg a.svgz a.js a.mjs a.xml a.xsl a.swf a.mht a.exe a.scr a.bat a.ps1 a.vbs a.hta a.msi a.jar a.apk a.sh a.php a.lnk a.url a.desktop a.docm a.xlsm a.xlsb a.pptm a.chm a.iso a.pdf.exe a.exe. x/a.b/c.html'.split(
    ' ',
  ),
)('refuses %s', (name) => {
  expect(refusedName(name)).toEqual({ is: expect.any(String), fix: expect.any(String) });
});

it.each(
  'a.pdf a.docx a.doc a.xlsx a.xls a.pptx a.odt a.ods a.rtf a.csv a.txt a.json a.zip a.7z a.png a.jpg a.gif a.webp a.tif a.mp4 a.mp3 a html a.exe.pdf x.html/a.pdf'.split(
    ' ',
  ),
)('publishes %s', (name) => expect(refusedName(name)).toBeNull());

it('has web pages and source texts in archives, but no programs', () => {
  const names = ['a.html', 'a.svg', 'a.js', 'a.py', 'a.xml', 'x/a.EXE', 'a.lnk', 'a.xlsm', 'a.com'];
  expect(names.filter(isExecutableName)).toEqual(['x/a.EXE', 'a.lnk', 'a.xlsm', 'a.com']);
});
