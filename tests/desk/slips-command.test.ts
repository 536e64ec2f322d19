import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readSlipToken } from '#core/slip/slip.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { auditOf, grantRole } from '#store/desk/members.ts';
import { slipById } from '#store/desk/slips.ts';
import { readSecret } from '../../scripts/desk/secret.ts';
import { slipKeys } from '../../scripts/desk/slip-keys.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { slips } from '../../scripts/track/slips.ts';
import { FULL, madeUpFiles } from '../../scripts/track/testing/made-up-files.ts';
import { addMember, onBothDatabases } from './databases.ts';
import { codesOfPdf } from './pdf-codes.ts';

const SITE = 'https://wian.example.go.th';
const PDF = 'slips-2568-dla-0899-9-w11-0303-p88.pdf';

await onBothDatabases('the command slips', ({ newPlace }) => {
  const start = async (files: Readonly<Record<string, string>> = {}) => {
    const root = mkdtempSync(join(tmpdir(), 'wian-slips-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    for (const [path, text] of Object.entries({ ...madeUpFiles(), ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const place = await newPlace();
    const url = place.kind === 'postgres' ? place.url : undefined;
    const env = { WIAN_SITE_URL: SITE, DATABASE_URL: url };
    const own =
      place.kind === 'postgres'
        ? place
        : { kind: 'sqlite' as const, file: join(root, '.data/desk.sqlite') };
    return {
      root,
      open: () => openDeskDatabase(own),
      run: (args: readonly string[], more: Record<string, string | undefined> = {}) =>
        recordedRun(slips, args, { cwd: root, env: { ...env, ...more } }),
    };
  };

  it('says what it would print and writes nothing, prints, refuses to write over it, and revokes', async () => {
    const { root, open, run } = await start();
    const asked = [FULL, '--province', '88'];
    const dry = await run([...asked, '--dry-run']);
    expect([dry.code, dry.out.join('\n').split('\n').length]).toEqual([0, 9]);
    expect(dry.out.join()).toContain('a880251  องค์การบริหารส่วนตำบลสอง อำเภอสอง จังหวัดตัวอย่าง');
    expect([existsSync(join(root, '.data')), existsSync(join(root, PDF))]).toEqual([false, false]);
    const made = await run([...asked, '--days', '30']);
    expect([made.err, made.code]).toEqual([[], 0]);
    expect(made.out.join()).toContain(`8 slips (1 to 8), good until 2026-12-20: ${PDF}`);
    expect(made.out.join()).toContain('.data/secret');
    expect(statSync(join(root, PDF)).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, '.data/secret')).mode & 0o777).toBe(0o600);
    const codes = await codesOfPdf(readFileSync(join(root, PDF)));
    const keys = slipKeys(readSecret(join(root, '.data/secret')), SITE);
    const { db, close } = await open();
    const offices: string[] = [];
    for (const code of codes) {
      const token = readSlipToken(/\/ack\/(.+)\/$/.exec(code)?.[1] ?? '');
      const slip = await slipById(db, token?.id ?? 0);
      if (slip === null || token === null) throw new Error(`${code} leads to no slip`);
      const { revoked, ...said } = slip;
      expect([keys.isSigned(slip, token.signature), revoked]).toEqual([true, false]);
      expect(keys.encodedOf(said)).toBe(code);
      expect([slip.circular, slip.issued, slip.expires]).toEqual([
        FULL,
        '2026-11-21',
        '2026-12-20',
      ]);
      offices.push(slip.office);
    }
    expect(offices.sort()).toEqual([
      'a880050',
      'a880151',
      'a880152',
      'a880251',
      'a8899',
      'd8801',
      'd8802',
      'p88',
    ]);
    const again = await run([...asked, '--renew']);
    expect([again.code, again.err.join()]).toEqual([
      1,
      expect.stringContaining(`${PDF}: the file is there already`),
    ]);
    const having = await run([...asked, '--out', 'b.pdf']);
    expect([having.code, having.out.join()]).toEqual([
      0,
      expect.stringContaining('has a good slip, which --renew replaces: no slip was made'),
    ]);
    const renewed = [...asked, '--missing', '--renew', '--out', 'b.pdf'];
    expect((await run([...renewed, '--dry-run'])).out.join()).toContain(
      '7 slips, good until 2027-01-19, would be made, in the place of 7 that are good, and printed',
    );
    const missing = await run([...renewed, '--json']);
    expect(JSON.parse(missing.out.join())).toMatchObject({
      slips: 7,
      replaced: 7,
      first: 9,
      last: 15,
      written: true,
    });
    const would = await run([...asked, '--revoke', '--dry-run']);
    expect(would.out).toEqual(['8 slips would be revoked; nothing was written']);
    expect((await run(['--slip', '9', '--revoke', '--dry-run'])).out.join()).toContain(
      'would be revoked',
    );
    expect((await slipById(db, 9))?.revoked).toBe(false);
    expect((await run(['--slip', '9', '--revoke'])).out.join()).toContain('slip 9 of');
    expect((await run(['--slip', '9', '--revoke'])).out.join()).toContain('was revoked already');
    expect((await run(['--slip', '99', '--revoke'])).code).toBe(1);
    expect((await run([...asked, '--revoke'])).out).toEqual(['7 slips are revoked']);
    expect((await run([...asked, '--revoke'])).out).toEqual(['0 slips are revoked']);
    const logged = (await auditOf(db, 'command')).map(({ action }) => action);
    expect(logged).toContain(`make slips p88 ${FULL} 8`);
    expect(logged.filter((action) => action.startsWith('revoke slip'))).toHaveLength(15);
    await close();
  }, 60_000);

  it('makes none where their codes would lead nowhere, or the desk would not know its signature', async () => {
    const { root, open, run } = await start();
    const asked = [FULL, '--province', '88'];
    const nowhere = await run(asked, { WIAN_SITE_URL: undefined });
    expect([nowhere.code, nowhere.err.join()]).toEqual([
      1,
      expect.stringContaining('WIAN_SITE_URL: it is not set'),
    ]);
    const long = await run(asked, { WIAN_SITE_URL: `https://wian.example/${'x'.repeat(400)}` });
    expect([long.code, long.err.join()]).toEqual([
      1,
      expect.stringContaining('too fine for telephones'),
    ]);
    rmSync(join(root, '.data/secret'), { force: true });
    const database = await open();
    await addMember(database, 'm1');
    const by = { actor: 'command', now: new Date() };
    await grantRole(database.db, 'm1', { role: 'editor', office: null }, by);
    const other = await run(asked);
    expect([other.code, other.err.join()]).toEqual([
      1,
      expect.stringContaining('there is no secret of the desk here'),
    ]);
    const { count } = await database.db
      .selectFrom('slip')
      .select((one) => one.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(0);
    expect([existsSync(join(root, PDF)), existsSync(join(root, '.data/secret'))]).toEqual([
      false,
      false,
    ]);
    await database.close();
  }, 60_000);

  it('makes none for a secret letter, and revokes what got to no paper', async () => {
    const page = `content/circulars/${FULL}/index.mdx`;
    const text = madeUpFiles()[page]?.replace('secrecy: normal', 'secrecy: secret') ?? '';
    const secret = await start({ [page]: text });
    const refused = await secret.run([FULL, '--province', '88']);
    expect([refused.code, refused.err.join()]).toEqual([
      1,
      expect.stringContaining('must never be published'),
    ]);
    expect(existsSync(join(secret.root, '.data'))).toBe(false);
    const { open, run } = await start();
    const failed = await run([FULL, '--province', '88', '--out', 'none/such/folder.pdf']);
    expect(failed.code).toBe(1);
    const { db, close } = await open();
    const rows = await db.selectFrom('slip').select('revoked_at').execute();
    expect(rows).toHaveLength(8);
    expect(rows.every(({ revoked_at: at }) => at !== null)).toBe(true);
    await close();
  }, 60_000);

  it.each([
    [[FULL]],
    [['--province', '88']],
    [[FULL, '--province', 'd8801']],
    [[FULL, '--province', '88', '--days', '0']],
    [[FULL, '--province', '88', '--days', '366']],
    [[FULL, '--province', '88', '--as-of', '2026-01-01']],
    [[FULL, '--province', '88', '--revoke', '--missing']],
    [[FULL, '--slip', '1', '--revoke']],
    [['--slip', '1']],
    [['--slip', '1; drop', '--revoke']],
    [[FULL, '--province', '88', '--force']],
  ])('is called wrongly by %j', async (args) => {
    const { root, run } = await start();
    expect((await run(args)).code).toBe(2);
    expect(existsSync(join(root, '.data'))).toBe(false);
  });
});
