import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkBackup, fillFromBackup, writeBackup } from '#store/desk/backup.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { tidyPictures } from '#store/desk/pictures.ts';
import { onBothDatabases } from './databases.ts';
import { startDesk, type TestDesk, tokenOf, type Visitor } from './running-desk.ts';

const PASSWORD = 'correct-horse-battery';

const photo = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } });
const MADE_BY = 'Made-up camera';
/** A photo as a telephone takes it: on its side, with the place and the device in it. */
const withPlace = () =>
  photo()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: MADE_BY },
      IFD3: { GPSLatitude: '18/1 47/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '98/1 59/1 0/1' },
    })
    .jpeg()
    .toBuffer();

await onBothDatabases('pictures in posts', ({ newPlace, open }) => {
  let desk: TestDesk;
  let writer: Visitor;
  let moderator: Visitor;
  const folder = mkdtempSync(join(tmpdir(), 'wian-pictures-'));
  const join_ = async (name: string, role?: 'administrator'): Promise<Visitor> => {
    const visitor = desk.visitor();
    const email = `${name}@office.example`;
    const form = { name: `${name} สมมติ`, email, password: PASSWORD, consent: 'yes' };
    await visitor.post('/members/sign-up/', form);
    await visitor.post('/members/confirm/', {
      token: tokenOf(desk.letters().find(({ to }) => to === email)?.link),
    });
    await visitor.post('/members/sign-in/', form);
    if (role) {
      const database = await openDeskDatabase(desk.settings.place);
      const { id = '' } = (await memberByEmail(database.db, email)) ?? {};
      const by = { actor: 'command', now: new Date() };
      await grantRole(database.db, id, { role, office: null }, by);
      await database.close();
    }
    return visitor;
  };
  const ask = async (visitor: Visitor, files: readonly Uint8Array[], more: object = {}) => {
    const page = (await visitor.get('/board/ask/')).text;
    const form = new FormData();
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const fields = { title: 'ภาพ', body: 'ดูภาพ', section: 'system', system: '', page: '', once };
    for (const [name, value] of Object.entries({ ...fields, ...more })) form.set(name, value);
    for (const file of files) form.append('picture', new File([new Uint8Array(file)], 'a.jpg'));
    return visitor.send('/board/ask/', form);
  };
  const shownIn = async (visitor: Visitor, location: string | null) => {
    const { text } = await visitor.get((location ?? '').replace(/#.*/, ''));
    return [
      ...text.matchAll(/<img src="(\/board\/picture\/[0-9a-f]{32}\.webp)" alt="([^"]*)"/g),
    ].map(([, path = '', alt = '']) => ({ path, alt }));
  };
  const files = () => {
    try {
      return readdirSync(join(desk.settings.data, 'pictures'));
    } catch {
      return [];
    }
  };

  beforeAll(async () => {
    const place = await newPlace();
    desk = await startDesk(place.kind === 'postgres' ? { DATABASE_URL: place.url } : {});
    writer = await join_('writer', 'administrator');
    moderator = await join_('mod', 'administrator');
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
    expect(desk.faults).toEqual([]);
  });

  it('are kept upright and without place and camera, and shown to everybody', async () => {
    const sent = await withPlace();
    const before = await sharp(sent).metadata();
    expect(before.orientation).toBe(6);
    expect(before.exif?.toString('latin1')).toContain(MADE_BY);
    // Tag 0x8825 leads to the place.
    expect(before.exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true);
    const { location } = await ask(writer, [sent, await photo().png().toBuffer()], {
      alt: 'หน้าจอ',
    });
    const [first, second] = await shownIn(desk.visitor(), location);
    expect([first?.alt, second?.alt]).toEqual(['หน้าจอ 1', 'หน้าจอ 2']);
    const { status, bytes } = await desk.visitor().file(first?.path ?? '');
    expect(status).toBe(200);
    const { format, width, height, exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([format, width, height]).toEqual(['webp', 20, 40]);
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|GPS|Made-up/);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    [
      'a drawing that is a program',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /ไม่ใช่ภาพ JPEG/,
    ],
    ['a file of another kind', () => Buffer.from('GIF89a'), /ไม่ใช่ภาพ JPEG/],
    [
      'what is cut off',
      async () => (await photo(400, 400).png().toBuffer()).subarray(0, 200),
      /อ่านภาพนี้ไม่ได้/,
    ],
    [
      'more than 5 MB',
      async () => Buffer.concat([await photo().jpeg().toBuffer(), Buffer.alloc(5_000_000)]),
      /ใหญ่กว่า 5 MB/,
    ],
    ['more pixels than are made anew', () => photo(9000, 6000).png().toBuffer(), /50 ล้านพิกเซล/],
  ])('are refused with the reason, and the text stays: %s', async (_, make, reason) => {
    const before = files().length;
    const { status, text } = await ask(writer, [await photo().jpeg().toBuffer(), await make()]);
    expect(status).toBe(422);
    expect(text).toMatch(reason);
    expect(text).toContain('ภาพที่ 2:');
    expect(text).toContain('ดูภาพ</textarea>');
    expect(files()).toHaveLength(before);
  });

  it('are refused where there are too many, or their words have personal data', async () => {
    const one = await photo().jpeg().toBuffer();
    const fresh = await join_('many', 'administrator');
    expect((await ask(fresh, [one, one, one, one])).text).toContain('ไม่เกิน 3 ภาพ');
    expect((await ask(fresh, [one], { alt: 'โทร 080-000-0000' })).text).toContain('ข้อมูลส่วนบุคคล');
    const stranger = await ask(desk.visitor(), [one]);
    expect([403, 422]).toContain(stranger.status);
  });

  it('wait with their post, and go from everybody when it is taken away', async () => {
    const fresh = await join_('fresh');
    await ask(fresh, [await photo().jpeg().toBuffer()], { title: 'รอภาพ' });
    const queue = (await moderator.get('/board/queue/')).text;
    const [, thread = '', post = ''] = /\/board\/(\d+)\/#p(\d+)"><strong>รอภาพ/.exec(queue) ?? [];
    const [picture] = await shownIn(fresh, `/board/${thread}/`);
    const seen = async (visitor: Visitor) => (await visitor.file(picture?.path ?? '')).status;
    expect([await seen(fresh), await seen(moderator), await seen(desk.visitor())]).toEqual([
      200, 200, 404,
    ]);
    await moderator.post(`/board/${thread}/show/`, { post });
    expect(await seen(desk.visitor())).toBe(200);
    await moderator.post(`/board/${thread}/remove/`, { post });
    expect([await seen(fresh), await seen(desk.visitor())]).toEqual([404, 404]);
  });

  it('are changed by their writer alone, who may take them away', async () => {
    const one = await photo().jpeg().toBuffer();
    const owner = await join_('owner', 'administrator');
    const { location } = await ask(owner, [one, one]);
    const [, thread = '', post = ''] = /\/board\/(\d+)\/#p(\d+)/.exec(location ?? '') ?? [];
    const [first, second] = await shownIn(owner, location);
    const form = new FormData();
    form.set('post', post);
    form.set('body', 'ดูภาพใหม่');
    form.set('gone', first?.path.slice(-37, -5) ?? '');
    form.append('picture', new File([await photo(9, 9).webp().toBuffer()], 'b.webp'));
    expect((await writer.send(`/board/${thread}/edit/`, form)).status).toBe(403);
    await owner.send(`/board/${thread}/edit/`, form);
    const now = await shownIn(owner, `/board/${thread}/`);
    expect(now).toHaveLength(2);
    expect(now[0]?.path).toBe(second?.path);
    expect((await owner.file(first?.path ?? '')).status).toBe(404);
  });

  it('are in a backup, and come back with it', async () => {
    const database = await openDeskDatabase(desk.settings.place);
    const file = join(folder, 'a.backup');
    await writeBackup(database, { secret: 'a'.repeat(64), data: desk.settings.data }, file);
    const { rows } = await checkBackup(file);
    expect(rows.get('picture file')).toBe(rows.get('picture'));
    expect(rows.get('picture')).toBeGreaterThan(3);
    const other = await open();
    const data = join(folder, 'restored');
    await fillFromBackup(other, file, data);
    for (const name of readdirSync(join(data, 'pictures'))) {
      const [before, after] = [desk.settings.data, data].map((at) =>
        readFileSync(join(at, 'pictures', name)),
      );
      expect(after).toEqual(before);
    }
    expect(readdirSync(join(data, 'pictures'))).toHaveLength(rows.get('picture') ?? 0);
    await database.close();
  });

  it('are named in one’s own data, and go with it', async () => {
    const owner = await join_('leaving', 'administrator');
    const { location } = await ask(owner, [await photo().jpeg().toBuffer()], { alt: 'ของฉัน' });
    const [picture] = await shownIn(owner, location);
    const own = JSON.parse((await owner.get('/members/export/')).text);
    expect(own.pictures).toMatchObject([
      { id: picture?.path.slice(-37, -5), alt: 'ของฉัน', width: 40 },
    ]);
    const before = files().length;
    await owner.post('/members/delete/', { password: PASSWORD });
    expect(files()).toHaveLength(before - 1);
    expect(await shownIn(desk.visitor(), location)).toEqual([]);
  });

  it('leave no file behind that no post has, once a day is over', async () => {
    const { db, close } = await openDeskDatabase(desk.settings.place);
    const before = files();
    await db
      .deleteFrom('picture')
      .where('id', '=', before[0]?.slice(0, -5) ?? '')
      .execute();
    await tidyPictures(db, desk.settings.data, new Date());
    expect(files()).toEqual(before);
    await tidyPictures(db, desk.settings.data, new Date(Date.now() + 2 * 86_400_000));
    expect(files()).toEqual(before.slice(1));
    await close();
  });
});
