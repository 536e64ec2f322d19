import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  madeDocx,
  paragraph,
  plain,
  run as wordRun,
} from '#store/document/docx/testing/made-docx.ts';
import { EXIT } from '../lib/command.ts';
import { LETTER, useMadeProject } from './testing/made-project.ts';

const { at, run, put, files, page } = useMadeProject();

describe('npm run ingest', () => {
  it('files no letter, and records no movement, on a day to come', async () => {
    await put(
      'a.txt',
      [
        'ที่ มท ๐๘๐๘.๙/ว ๙๙๐๑',
        'กรมส่งเสริมการปกครองท้องถิ่น',
        '๒๑ มิถุนายน ๒๕๘๖',
        'เรื่อง การทดสอบ',
        'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด',
        '',
        'จึงเรียนมาเพื่อโปรดพิจารณา',
        'ขอแสดงความนับถือ',
        '(นายตัวอย่าง สมมติ)',
        'อธิบดีกรมส่งเสริมการปกครองท้องถิ่น',
      ].join('\n'),
    );
    const { code, out } = await run(['a.txt']);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('later than the day on which it was read: ๒๑ มิถุนายน ๒๕๘๖');
    expect(out).toContain('urgency    ปกติ (none is printed)\n  secrecy');
    const { path, text } = await page();
    expect(path).toContain('/circulars/2569/');
    expect(text).toContain('read: ๒๑ มิถุนายน ๒๕๘๖');
    expect(text).not.toContain('2043');
    const rows = await readFile(path.replace('index.mdx', 'movements.csv'), 'utf8');
    expect(rows).not.toContain('2043');
    expect(rows.split('\n')[1]).toMatch(/^1,sent,dla,,/);
  });

  it('leads to the pages of laws that a letter refers to, which it asks no number of', async () => {
    await mkdir(at('content/laws'), { recursive: true });
    const law = await readFile('content/laws/correspondence-regulation-2526.mdx', 'utf8');
    await writeFile(at('content/laws/correspondence-regulation-2526.mdx'), law);
    await put(
      'a.txt',
      LETTER.replace(
        /^อ้างถึง.*$/m,
        [
          'อ้างถึง  ๑. ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖',
          '\t๒. คำสั่งกรมสมมติ ที่ ๗/๒๕๖๘ ลงวันที่ ๓ มีนาคม ๒๕๖๘',
        ].join('\n'),
      ),
    );
    expect((await run(['a.txt'])).code).toBe(EXIT.ok);
    expect((await page()).text).toContain(
      [
        '  references:',
        '    - title: ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖',
        '      record: laws/correspondence-regulation-2526',
        '    - title: คำสั่งกรมสมมติ ที่ ๗/๒๕๖๘',
        '      date: "2025-03-03"',
        '      external: true',
      ].join('\n'),
    );
  });

  it('writes a draft and registers its id', async () => {
    await put('a.txt', LETTER);
    const { code, out } = await run(['a.txt']);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('new draft: content/circulars/');
    const names = await files();
    expect(names.map((name) => name.replace(/.*\//, ''))).toEqual([
      'index.mdx',
      'movements.csv',
      'permanent-ids.csv',
    ]);
    const { text } = await page();
    expect(text).toContain('draft: true');
    expect(text).toContain('source: อ่านด้วยเครื่องจากไฟล์ a.txt');
    expect(text).not.toMatch(/๐๘๐-|080-/);
  });

  it('writes nothing on a dry run or for JSON', async () => {
    await put('a.txt', LETTER);
    expect((await run(['a.txt', '--dry-run'])).out).toContain('nothing written (--dry-run)');
    const { out } = await run(['a.txt', '--json']);
    expect(Object.keys(JSON.parse(out))).toEqual([
      'letters',
      'conflicts',
      'drift',
      'redactions',
      'notes',
    ]);
    expect(await files()).toEqual([]);
  });

  it('says how a Word document was read, in the report and in JSON', async () => {
    const lines = LETTER.split('\n')
      .map((line) => plain(line))
      .join('');
    await put('a.docx', madeDocx(lines + paragraph(`<w:ins>${wordRun('จึงเรียนมา')}</w:ins>`)));
    const note = 'it has tracked changes (1 insertion, 0 deletions), read as if all were accepted';
    expect((await run(['a.docx', '--dry-run'])).out).toContain(`note: a.docx: ${note}`);
    expect(JSON.parse((await run(['a.docx', '--json'])).out).notes).toEqual([
      { file: 'a.docx', note },
    ]);
  });

  it('reads nothing of a Word document whose header is marked as secret', async () => {
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>';
    const body = LETTER.split('\n')
      .map((line) => plain(line))
      .join('');
    await put('a.docx', madeDocx(body + section, { header1: plain('ลับ') }));
    const { code, out, err } = await run(['a.docx', '--json']);
    expect(code).toBe(EXIT.failed);
    expect(err).toContain('a.docx letter.secrecy: a header of the document is marked "ลับ"');
    expect(JSON.parse(out).letters).toEqual([]);
  });

  it('never writes over what an editor changed, and merges field by field', async () => {
    await put('a.txt', LETTER);
    await run(['a.txt']);
    const { path, text } = await page();
    const edited = text
      .replace(/^title: .*$/m, 'title: ชื่อที่ผู้แก้ไขเขียน # ความเห็น')
      .replace(/^ {2}subject: .*$/m, '  subject: เรื่องที่ผู้แก้ไขแก้')
      .replace(/^ {2}level: .*$/m, '  level: unit');
    await writeFile(path, edited);

    const second = await run(['a.txt']);
    expect(second.out).toContain('differs in 2 fields');
    expect(await readFile(path, 'utf8')).toBe(edited);

    await run(['a.txt', '--merge'], ['n', 'n']);
    expect(await readFile(path, 'utf8')).toBe(edited);

    const third = await run(['a.txt', '--merge'], ['y', 'n']);
    expect(third.out).toMatch(/merged into content\/circulars\/.*: letter\.level$/m);
    const merged = await readFile(path, 'utf8');
    expect(merged).toContain('title: ชื่อที่ผู้แก้ไขเขียน # ความเห็น');
    expect(merged).toContain('subject: เรื่องที่ผู้แก้ไขแก้');
    expect(merged).not.toContain('level: unit');

    await run(['a.txt', '--merge', '--fields', 'all']);
    expect((await run(['a.txt'])).out).toContain('says the same');
  });

  it('goes on after a bad file, and tells what to do about it', async () => {
    await mkdir(at('letters'));
    await put('letters/1-empty.txt', '');
    await put('letters/2-good.md', LETTER);
    await put('letters/3-broken.pdf', '%PDF-1.7 cut short');
    const { code, out, err } = await run(['letters']);
    expect(code).toBe(EXIT.failed);
    expect(out).toContain('3 files, 1 letters, 1 circulars; 2 refused');
    expect(err).toContain('letters/1-empty.txt: there is no text in it');
    expect(err).toContain('letters/3-broken.pdf: the PDF cannot be opened');
  });

  it('says nothing of personal data in a file that it could not read', async () => {
    const { code, out, err } = await run(['none.txt']);
    expect([code, err]).toEqual([EXIT.failed, expect.stringContaining('none.txt')]);
    expect(out).not.toContain('ersonal data was');
  });

  it('says of a degree that no letter prints that none is printed', async () => {
    await put('a.txt', LETTER);
    expect((await run(['a.txt', '--dry-run'])).out).toMatch(/secrecy +ปกติ \(none is printed\)/);
  });

  it('refuses a letter with a class of secrecy', async () => {
    await put('a.txt', `ลับมาก\n${LETTER}`);
    const { code, err } = await run(['a.txt']);
    expect(code).toBe(EXIT.failed);
    expect(err).toMatchInlineSnapshot(`
      "a.txt:1 letter.secrecy: the letter is marked "ลับมาก"
        why: Only letters without a class of secrecy may ever be published.
        fix: Keep it out of the portal. If the mark is a misreading, take it out of the text and run this again."
    `);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['at its head', `ลับมาก\n${LETTER}`],
    ['at its foot', `${LETTER}\nลับ`],
    ['behind its subject', LETTER.replace(/^(เรื่อง.*)$/m, '$1 [ลับ]')],
    ['in its number', LETTER.replace(/^ที่ /m, 'ที่ ลับ ')],
    ['above a page', LETTER.replace(/^(\s*จึงเรียน.*)$/m, 'ลับ\n- ๒ -\n\n$1')],
    ['beside the number of a page', LETTER.replace(/^(\s*จึงเรียน.*)$/m, '- ๒ -\t[ลับที่สุด]\n$1')],
    ['among what it sends', LETTER.replace(/^(เรียน.*)$/m, '$1\nสิ่งที่ส่งมาด้วย  เอกสารลับ  จำนวน ๑ ฉบับ')],
    [
      'in what it refers to',
      LETTER.replace(/^(เรียน.*)$/m, '$1\nอ้างถึง  หนังสือกรมสมมติ ลับ ที่ มท 0899.9/7'),
    ],
    ['by a mark without its vowel', `ลบ\n${LETTER}`],
    ['in so many words', LETTER.replace(/^(เรื่อง.*)$/m, '$1 (มีความลับ)')],
  ])('tells nothing of a letter that is marked as secret %s', async (_, text) => {
    const subject = /^เรื่อง\s+(.*)$/m.exec(LETTER)?.[1] as string;
    for (const options of [[], ['--json'], ['--dry-run']]) {
      await put('a.txt', text);
      const { code, out, err } = await run(['a.txt', ...options]);
      expect(code).toBe(EXIT.failed);
      expect(err).toContain('letter.secrecy: the letter is marked');
      expect(out + err).not.toContain(subject);
    }
    expect(await files()).toEqual([]);
  });

  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${LETTER}`)],
    [
      'UTF-16',
      new Uint8Array(
        new Uint16Array([...`\uFEFF${LETTER}`].map((one) => one.charCodeAt(0))).buffer,
      ),
    ],
    [
      'UTF-16 without a mark',
      new Uint8Array(new Uint16Array([...LETTER].map((one) => one.charCodeAt(0))).buffer),
    ],
    [
      'Windows-874',
      Uint8Array.from(LETTER.replace(/[“”]/g, '"'), (one) => {
        const code = one.charCodeAt(0);
        return code < 0x80 ? code : code - 0x0e00 + 0xa0;
      }),
    ],
  ])('reads %s', async (_, bytes) => {
    await put('a.txt', bytes);
    await put('b.txt', LETTER);
    const [read, expected] = [await run(['a.txt', '--json']), await run(['b.txt', '--json'])];
    expect(read.out).toBe(expected.out);
  });

  it.each([
    [[], 'Which letters?'],
    [['content'], 'There is no document'],
    [['a.txt', '--fields', 'x'], '--fields goes with --merge'],
    [['--nonsense'], 'There is no option'],
  ])('tells a wrong call: %j', async (args, message) => {
    const { code, err } = await run(args);
    expect(code).toBe(EXIT.usage);
    expect(err).toContain(message);
  });
});
