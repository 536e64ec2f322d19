import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MADE_UP_LETTER } from '#core/letter/testing/made-up-letter.ts';
import { auditOf } from '#store/desk/members.ts';
import { pagesOfLetter } from '#store/desk/page-changes.ts';
import { onBothDatabases } from './databases.ts';
import { contentByIngest, contentOf, formOf, sendLetter, whenRead } from './letter-desk.ts';
import { type MovementDesk, startMovementDesk } from './movement-desk.ts';

const ID = '2569/dla-0899-2-w1234-0227';
const PLAN = 'หน่วยงาน,ผล\nจังหวัดสมมติ,1\n';

const textLetter = (text = MADE_UP_LETTER, name = 'letter.txt'): File => new File([text], name);
const SETTLED = {
  'c:0:date': 'other',
  't:0:date': '๒๗ กุมภาพันธ์ ๒๕๖๙',
  'c:0:references.0.date': 'other',
  't:0:references.0.date': '28/2/2568',
  summary: 'เรื่องที่แต่งขึ้นเพื่อทดลอง',
  sample: '1',
  'a:0:what': 'รายงานผล',
  'file:0': new File([PLAN], 'plan.csv'),
};

await onBothDatabases('letters at the desk', (source) => {
  let desk: MovementDesk;
  const builds: { end: (problems: null | { file: null; what: string; fix: string }[]) => void }[] =
    [];
  beforeAll(async () => {
    desk = await startMovementDesk(source, {}, () => {
      const { promise, resolve } = Promise.withResolvers<
        null | { file: null; what: string; fix: string }[]
      >();
      builds.push({ end: resolve });
      return { ended: promise, stop: () => resolve(null) };
    });
    cpSync('content/registry', join(desk.root, 'content/registry'), { recursive: true });
  }, 60_000);
  afterAll(async () => {
    const faults = [...desk.faults];
    await desk.close();
    expect(faults).toEqual([]);
  });

  it('takes a letter in, and writes the same files as the command with the same answers', async () => {
    const { visitor, id } = await desk.as('editor');
    const before = contentOf(desk.root);
    const at = await sendLetter(visitor, textLetter());
    const page = await whenRead(visitor, at);
    expect(page.status).toBe(200);
    expect(page.text).toContain('ไม่มีวันที่นี้ในปฏิทิน');
    // What is in doubt comes before what is not.
    expect(page.text.indexOf('name="c:0:date"')).toBeLessThan(
      page.text.indexOf('name="t:0:number"'),
    );
    expect(contentOf(desk.root)).toEqual(before);
    expect((await visitor.get('/desk/letters/')).text).toContain('letter.txt</a> · ยังไม่เผยแพร่');
    const drafted = await visitor.send(at, formOf(page.text, { ...SETTLED, do: 'draft' }));
    expect(drafted.status).toBe(303);
    const folder = join(desk.settings.data, 'letters', at.split('/')[3] ?? '');
    const answers = readFileSync(join(folder, 'answers/answers.json'), 'utf8');
    const plain = await contentByIngest({ 'letter.txt': MADE_UP_LETTER }, answers, {
      'plan.csv': PLAN,
    });
    expect(contentOf(desk.root)).toEqual(plain);
    expect((await auditOf(desk.db, id)).map(({ action }) => action)).toContain(`take-letter ${ID}`);

    const again = await whenRead(visitor, at);
    expect(again.text).not.toContain('เผยแพร่แล้ว ข้อข้างล่าง');
    expect((await visitor.get('/desk/letters/')).text).toContain('letter.txt</a> · ฉบับร่าง');
    const published = await visitor.send(at, formOf(again.text, { do: 'publish' }));
    expect(published.location).toContain(`/desk/publishing/?of=${ID}`);
    const text = readFileSync(join(desk.root, `content/circulars/${ID}/index.mdx`), 'utf8');
    expect(text).toContain('draft: false');
    expect(readFileSync(join(desk.root, 'content/circulars/short-codes.csv'), 'utf8')).toContain(
      ID,
    );
    expect((await visitor.get(published.location ?? '')).text).toContain('กำลังสร้าง');
    builds.shift()?.end(null);
    await expect
      .poll(async () => (await visitor.get(published.location ?? '')).text)
      .toContain('ขึ้นเว็บตั้งแต่');

    const shown = await whenRead(visitor, at);
    expect(shown.text.indexOf('เผยแพร่แล้ว ข้อข้างล่าง')).toBeGreaterThan(0);
    expect(shown.text.indexOf('เผยแพร่แล้ว ข้อข้างล่าง')).toBeLessThan(
      shown.text.indexOf('name="c:0:date"'),
    );
    expect((await visitor.get('/desk/letters/')).text).toContain('</a> · เผยแพร่แล้ว');

    // One press takes the page off again, the next one is no use: what was printed stays a draft.
    expect((await visitor.post(at, { do: 'undo' })).status).toBe(303);
    expect(readFileSync(join(desk.root, `content/circulars/${ID}/index.mdx`), 'utf8')).toContain(
      'draft: true',
    );
    builds.shift()?.end(null);
    const actions = (await pagesOfLetter(desk.db, at.split('/')[3] ?? '')).map(
      ({ action }) => action,
    );
    expect(actions).toEqual(['take-letter', 'publish', 'undo']);

    const corrected = formOf((await whenRead(visitor, at)).text, {
      'c:0:subject': 'other',
      't:0:subject': 'เรื่องที่ผู้ตรวจแก้แล้ว',
      do: 'save',
    });
    expect((await visitor.send(at, corrected)).status).toBe(303);
    expect((await whenRead(visitor, at)).text).toMatch(/<h1>[^<]*เรื่องที่ผู้ตรวจแก้แล้ว<\/h1>/);
  }, 120_000);
});
