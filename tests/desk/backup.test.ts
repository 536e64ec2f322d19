import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { listThreads } from '#store/desk/board-reading.ts';
import { addAnswer, addThread, mergeThreads } from '#store/desk/board-writing.ts';
import { type DatabasePlace, openDeskDatabase } from '#store/desk/database.ts';
import { assignNotices, takeDay } from '#store/desk/notices.ts';
import { makeSlips, revokeSlips, slipByCode } from '#store/desk/slips.ts';
import { subscribe } from '#store/desk/subscriptions.ts';
import { passkeysOf } from '#store/desk/ways.ts';
import { desk } from '../../scripts/desk/command.ts';
import { readSecret } from '../../scripts/desk/secret.ts';
import { EXIT, runCommand } from '../../scripts/lib/command.ts';
import { addMember, onBothDatabases } from './databases.ts';

const NOW = new Date('2026-11-29T03:00:00Z');
const BY = { actor: 'a', now: NOW };
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'wian-backup-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const run = async (cwd: string, place: DatabasePlace, ...args: string[]) => {
  const lines: string[] = [];
  const io = {
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(line),
    cwd,
    env: place.kind === 'postgres' ? { DATABASE_URL: place.url } : {},
    stdin: (async function* () {})(),
    today: '2026-11-29',
  };
  return { code: await runCommand(desk, args, io), said: lines.join('\n') };
};

const fill = async (place: DatabasePlace): Promise<void> => {
  const database = await openDeskDatabase(place);
  await addMember(database, 'a');
  const isSqlite = database.kind === 'sqlite';
  const passkey = {
    id: 'passkey',
    name: 'มือถือ',
    publicKey: 'x',
    userId: 'a',
    credentialID: 'credential',
    counter: 1,
    deviceType: 'singleDevice',
    backedUp: isSqlite ? 1 : true,
    transports: 'internal',
    createdAt: isSqlite ? NOW.toISOString() : NOW,
    aaguid: null,
  };
  await database.db.insertInto('passkey').values(passkey).execute();
  const asked = [];
  for (const title of ['หนึ่ง', 'สอง']) {
    const post = {
      body: `${title}\n"'\u2028`,
      office: 'p50',
      state: 'shown',
      once: title,
    } as const;
    const more = { section: 'system', system: '', page: '', issuer: '', words: [title] };
    asked.push((await addThread(database.db, { title, ...post, ...more }, BY)).thread);
  }
  const [first = 0, second = 0] = asked;
  // More than one part of a reading of the database.
  for (let at = 0; at < 1100; at += 1) {
    const post = { body: `ตอบ ${at}`, office: '', state: 'shown', once: `once ${at}` } as const;
    if (at < 3) await addAnswer(database.db, second, post, BY);
    else if (at === 3) {
      const row = {
        ...post,
        thread: second,
        question: 0,
        author: 'a',
        created_at: NOW.toISOString(),
      };
      const rows = Array.from({ length: 1100 }, (_, nth) => ({ ...row, once: `bulk ${nth}` }));
      for (let from = 0; from < rows.length; from += 100) {
        await database.db
          .insertInto('post')
          .values(rows.slice(from, from + 100))
          .execute();
      }
    } else break;
  }
  await mergeThreads(database.db, first, second, BY);
  await addMember(database, 'b');
  const by = { actor: 'b', now: NOW };
  await subscribe(database.db, { kind: 'thread', target: String(second) }, 'daily', by);
  await database.db.transaction().execute(assignNotices);
  await takeDay(database.db, 'b', '2026-11-28');
  const late = { body: 'ยังไม่แจ้ง', office: '', state: 'shown', once: 'late' } as const;
  await addAnswer(database.db, second, late, BY);
  const days = { issued: '2026-11-28', expires: '2027-01-26' };
  const wanted = { circular: '2568/dla-x', offices: ['p50', 'd5001'], above: 'p50', ...days };
  const drawn = ['ABCD-EFGH', '2345-6789'];
  const codes = {
    newCode: () => drawn.shift() ?? '',
    digestOf: (code: string) => `digest ${code}`,
  };
  await makeSlips(database.db, wanted, codes, BY);
  await revokeSlips(database.db, [2], BY);
  await database.close();
};

const DAY = '2026-11-29';

const placeIn = (cwd: string): DatabasePlace => ({
  kind: 'sqlite',
  file: join(cwd, '.data/desk.sqlite'),
});
const textOf = (file: string) => gunzipSync(readFileSync(file)).toString('utf8');
const rowsIn = (file: string) => textOf(file).split('\n').slice(1, -2).join('\n');

await onBothDatabases('a backup', ({ newPlace }) => {
  const made = async () => {
    const cwd = newFolder();
    const other = await newPlace();
    const place = other.kind === 'postgres' ? other : placeIn(cwd);
    await fill(place);
    readSecret(join(cwd, '.data/secret'));
    const { code, said } = await run(cwd, place, 'backup', 'desk.backup');
    expect([code, said]).toEqual([EXIT.ok, expect.stringContaining('2 members, 1106 posts')]);
    return { cwd, place, file: join(cwd, 'desk.backup') };
  };

  it('holds everything, and is restored into either kind of database', async () => {
    const { cwd, place, file } = await made();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = newFolder();
    const other = await newPlace();
    const target = other.kind === 'postgres' ? other : placeIn(again);
    const dry = await run(again, target, 'restore', file, '--dry-run');
    expect([dry.code, readdirSync(again)]).toEqual([EXIT.ok, []]);
    expect((await run(again, target, 'restore', file)).code).toBe(EXIT.ok);
    expect((await run(again, target, 'backup', 'copy')).code).toBe(EXIT.ok);
    expect(textOf(join(again, 'copy'))).toBe(textOf(file));
    const sqlite = newFolder();
    await run(sqlite, placeIn(sqlite), 'restore', file);
    const restored = await openDeskDatabase(placeIn(sqlite));
    const told = ['subscription', 'announcement', 'notice', 'digest_day'] as const;
    for (const table of told) {
      const rows = await restored.db.selectFrom(table).selectAll().execute();
      expect([table, rows.length]).toEqual([table, table === 'notice' ? 4 : 1]);
    }
    const all = { section: '', system: '', page: '', unanswered: false };
    expect(await listThreads(restored.db, all, null)).toHaveLength(1);
    expect(await passkeysOf(restored.db, 'a')).toMatchObject([{ name: 'มือถือ' }]);
    // Counting goes on behind the greatest id.
    const post = { body: 'ใหม่', office: '', state: 'shown', once: 'after' } as const;
    expect((await addAnswer(restored.db, 2, post, BY))?.post).toBe(1107);
    expect(await slipByCode(restored.db, 'digest ABCD-EFGH')).toMatchObject({
      id: 1,
      revoked: false,
    });
    expect(await slipByCode(restored.db, 'digest 2345-6789')).toMatchObject({
      id: 2,
      revoked: true,
    });
    await restored.close();
    const lives = await openDeskDatabase(target);
    expect((await addAnswer(lives.db, 2, post, BY))?.post).toBe(1107);
    const next = {
      circular: '2568/dla-x',
      offices: ['p50'],
      issued: DAY,
      expires: DAY,
      above: 'p50',
    };
    const [slip] = await makeSlips(lives.db, next, { newCode: () => 'x', digestOf: () => 'x' }, BY);
    expect(slip?.id).toBe(3);
    await lives.close();
    expect(rowsIn(file)).not.toBe('');
    expect((await run(cwd, place, 'backup', 'desk.backup')).said).toContain('already');
    expect((await run(again, target, 'restore', file)).said).toContain('holds a desk already');
  });

  it('is not restored where any of it is missing or changed, and nothing is written', async () => {
    const { cwd, file } = await made();
    const bytes = readFileSync(file);
    const cut = join(cwd, 'cut');
    const empty = newFolder();
    const changed = Buffer.from(bytes);
    changed[bytes.length >> 1] = (changed[bytes.length >> 1] as number) ^ 1;
    for (const wrong of [bytes.subarray(0, bytes.length - 20), changed, Buffer.from('{}')]) {
      writeFileSync(cut, wrong);
      const { code, said } = await run(empty, placeIn(empty), 'restore', cut);
      expect([code, said]).toEqual([EXIT.failed, expect.stringContaining('Nothing was written')]);
    }
    expect(readdirSync(empty)).toEqual([]);
  });

  it('is restored again where that was killed in the midst', async () => {
    const { file } = await made();
    const cwd = newFolder();
    const target = placeIn(cwd);
    await run(cwd, target, 'restore', file);
    const { file: database } = target as { file: string };
    writeFileSync(`${database}.restoring`, readFileSync(database).subarray(0, 5000));
    rmSync(database);
    expect((await run(cwd, target, 'restore', file)).code).toBe(EXIT.ok);
    expect(existsSync(`${database}.restoring`)).toBe(false);
  });
});
