import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { cutOutPictures } from '#store/document/page-picture.ts';
import { contentByIngest, contentOf, formOf, sendLetter, whenRead } from './letter-desk.ts';
import { type MovementDesk, startMovementDesk } from './movement-desk.ts';

// Files that readers of the desk send as they are: what does not depend on the database is tried on one.
const FIXTURE = join(
  import.meta.dirname,
  '../../src/store/document/fixtures/pdf/chromium-156-sarabun.pdf',
);
/** The register of ids before anything was registered. */
const NO_IDS = { 'content/circulars/permanent-ids.csv': 'id,year,issuer,number,date,minted\n' };
const PDF = new Uint8Array(readFileSync(FIXTURE));

let desk: MovementDesk;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wian-letter-files-'));
  const newPlace = async () => ({ kind: 'sqlite', file: join(folder, 'desk.sqlite') }) as const;
  desk = await startMovementDesk(
    { newPlace, open: async () => openDeskDatabase(await newPlace()) },
    NO_IDS,
    () => ({ ended: Promise.resolve(null), stop: () => undefined }),
  );
  cpSync('content/registry', join(desk.root, 'content/registry'), { recursive: true });
}, 60_000);
afterAll(async () => {
  const faults = [...desk.faults];
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

/** A blurred scan of the made-up letter. */
const scan = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const [page] = await cutOutPictures(PDF, 1, [[0, 0, 1000, 1000]]);
  const picture = sharp(Buffer.from(page ?? []))
    .blur(0.8)
    .jpeg({ quality: 60 });
  return new Uint8Array(await picture.toBuffer());
};

/** The body by which the script of a page sends files. */
const bodyOf = (
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array<ArrayBuffer> => {
  const list = files.map(([name, { length }]) => ({ name, size: length }));
  return new Uint8Array(
    Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...files.map(([, bytes]) => bytes)]),
  );
};

const lettersKept = (): string[] => {
  const letters = join(desk.settings.data, 'letters');
  return readdirSync(letters).flatMap((id) =>
    readdirSync(join(letters, id)).map((name) => `${id}/${name}`),
  );
};

describe.each([
  ['a PDF with a text layer', 'letter.pdf', async () => PDF],
  ['a scan', 'scan.jpg', scan],
] as const)('%s that a script sends', (_, name, read) => {
  it('is kept as by the command with the same answers, byte by byte', async () => {
    const { visitor } = await desk.as('editor');
    const before = contentOf(desk.root);
    const bytes = await read();
    const sent = await visitor.sendBytes('/desk/letters/upload/', bodyOf([[name, bytes]]));
    const at = (JSON.parse(sent.text) as { to: string }).to;
    const page = await whenRead(visitor, at);
    const draft = formOf(page.text, { summary: 'แต่งขึ้น', sample: '1', do: 'draft' });
    expect((await visitor.send(at, draft)).status).toBe(303);
    const kept = join(desk.settings.data, 'letters', at.split('/')[3] ?? '');
    const answers = readFileSync(join(kept, 'answers/answers.json'), 'utf8');
    const byCommand = await contentByIngest({ [name]: bytes }, answers, NO_IDS);
    const after = contentOf(desk.root);
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length + 1);
    expect(after).toEqual(byCommand);
    await visitor.post(at, { do: 'undo' });
    await visitor.post(at, { do: 'remove' });
    expect(contentOf(desk.root)).toEqual(before);
  }, 180_000);
});

describe('files that a script sends', () => {
  it('are one letter, in their order, and more may be added to it', async () => {
    const { visitor } = await desk.as('editor');
    const text = (letter: string): Uint8Array => Buffer.from(letter);
    const files = [
      ['ก.txt', text('หน้าแรก')],
      ['b.txt', text('second')],
      ['ก.txt', text('หน้าสาม')],
    ] as const;
    const sent = await visitor.sendBytes('/desk/letters/upload/', bodyOf(files));
    const at = (JSON.parse(sent.text) as { to: string }).to;
    const id = at.split('/')[3] ?? '';
    const more = bodyOf([['covering.txt', text('นำส่ง')]]);
    const added = await visitor.sendBytes(`/desk/letters/upload/?letter=${id}`, more);
    expect(JSON.parse(added.text)).toEqual({ to: at });
    const kept = join(desk.settings.data, 'letters', id);
    const { files: names } = JSON.parse(readFileSync(join(kept, 'upload.json'), 'utf8'));
    expect(names).toEqual(['ก.txt', 'b.txt', 'ก-2.txt', 'covering.txt']);
    expect(names.map((one: string) => readFileSync(join(kept, 'files', one), 'utf8'))).toEqual([
      'หน้าแรก',
      'second',
      'หน้าสาม',
      'นำส่ง',
    ]);
    await visitor.post(at, { do: 'remove' });
    const gone = await visitor.sendBytes(`/desk/letters/upload/?letter=${id}`, more);
    expect([gone.status, gone.text]).toEqual([404, expect.stringContaining('ไม่มีหนังสือนี้แล้ว')]);
    expect(lettersKept()).toEqual([]);
  });

  it.each([
    ['of another kind', bodyOf([['a.exe', PDF]]), 422, 'ไฟล์ต้องเป็น PDF'],
    ['with a number in the name', bodyOf([['080-000-0000.pdf', PDF]]), 422, 'ชื่อไฟล์ต้องไม่มี'],
    ['without bytes', bodyOf([['a.pdf', new Uint8Array()]]), 422, 'a.pdf: ไฟล์นี้ว่าง'],
    [
      'of which one has no bytes',
      bodyOf([
        ['1.pdf', PDF],
        ['2.pdf', new Uint8Array()],
      ]),
      422,
      '2.pdf: ไฟล์นี้ว่าง',
    ],
    ['that end too early', bodyOf([['a.pdf', PDF]]).slice(0, -1), 422, 'ส่งไฟล์ไม่สำเร็จ'],
    ['without a list of them', new Uint8Array(PDF), 422, 'ส่งไฟล์ไม่สำเร็จ'],
    [
      'of more than 200 MB',
      new Uint8Array(Buffer.from(`[{"name":"a.pdf","size":${200 * 1024 * 1024 + 1}}]\nx`)),
      413,
      'ใหญ่กว่า 200 MB',
    ],
  ] as const)(
    'are refused %s, with a reason, and nothing is kept',
    async (_, body, status, why) => {
      const { visitor } = await desk.as('editor');
      const sent = await visitor.sendBytes('/desk/letters/upload/', body);
      expect([sent.status, sent.text]).toEqual([status, expect.stringContaining(why)]);
      expect(lettersKept()).toEqual([]);
    },
  );

  it('are taken beyond what a form may hold', async () => {
    const { visitor } = await desk.as('editor');
    const large = new Uint8Array(70 * 1024 * 1024);
    const refused = await sendLetter(visitor, new File([large], 'large.pdf'));
    expect(refused).toBe('');
    const sent = await visitor.sendBytes('/desk/letters/upload/', bodyOf([['large.pdf', large]]));
    expect(sent.status).toBe(200);
    await visitor.post((JSON.parse(sent.text) as { to: string }).to, { do: 'remove' });
    expect(lettersKept()).toEqual([]);
  });

  it('are listed as unreadable where they could not be read', async () => {
    const { visitor } = await desk.as('editor');
    const at = await sendLetter(visitor, new File(['%PDF-1.7 broken'], 'broken.pdf'));
    const listed = async () => (await visitor.get('/desk/letters/')).text;
    expect(await listed()).toContain('broken.pdf</a> · ยังไม่เผยแพร่');
    await expect
      .poll(async () => (await visitor.get(at)).text, { timeout: 60_000 })
      .toContain('ใช้ไฟล์นี้ไม่ได้');
    expect(await listed()).toContain('broken.pdf</a> · อ่านไม่ได้');
    await visitor.post(at, { do: 'remove' });
    expect(lettersKept()).toEqual([]);
  }, 90_000);

  it('are refused by the form as well where one of them has no bytes', async () => {
    const { visitor } = await desk.as('editor');
    const send = (...files: readonly File[]) => {
      const form = new FormData();
      for (const file of files) form.append('file', file);
      return visitor.send('/desk/letters/', form);
    };
    const part = await send(new File([PDF], '1.pdf'), new File([], '2.pdf'));
    expect([part.status, part.text.includes('2.pdf: ไฟล์นี้ว่าง')]).toEqual([422, true]);
    // What a browser sends where no file was chosen.
    const none = await send(new File([], ''));
    expect([none.status, none.text.includes('โปรดเลือกไฟล์หนังสือ')]).toEqual([422, true]);
    expect(lettersKept()).toEqual([]);
  });

  it('are refused to whoever takes no letters in', async () => {
    const { visitor } = await desk.as('member');
    const sent = await visitor.sendBytes('/desk/letters/upload/', bodyOf([['a.pdf', PDF]]));
    expect(sent.status).toBe(403);
    expect(lettersKept()).toEqual([]);
  });
});
