import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { jsqr } from '../qr/decoders.ts';
import { fromSharp } from '../qr/picture.ts';
import { lookAt, onPage, portal } from './portal.ts';

const CODE = '6NJ8FY';
const CIRCULAR = '/circulars/2567/dla-0808-4-w2007-0917/';
const MAKER = `${CIRCULAR}#code-maker`;
const WITH_COVERING_LETTER = '/circulars/2568/dla-x-wx-0325/';

/** A file beside a form, relative to the forms. */
const anyFormFile = async (): Promise<string> => {
  for await (const name of glob('*/*.{docx,pdf}', { cwd: join(portal.folder, 'forms') }))
    return name;
  throw new Error('The portal has no form with a file.');
};

describe('a short address', () => {
  it.each([
    [`/q/${CODE}/`, CIRCULAR, ''],
    [`/q/${CODE}/#p50`, CIRCULAR, '#p50'],
    [`/q/${CODE}/2/`, CIRCULAR, '#attachment-2'],
    // The address at which the maker of codes was a page of its own.
    [`${CIRCULAR}qr/`, CIRCULAR, '#code-maker'],
    [`/q/${CODE}/2/#p50`, CIRCULAR, '#p50+attachment-2'],
    [`/q/${CODE.toLowerCase()}/#p50`, CIRCULAR, '#p50'],
    [`/q/${CODE.toLowerCase()}/2/`, CIRCULAR, '#attachment-2'],
  ])('%s leads on, and its fragment goes along', async (from, path, hash) => {
    await lookAt('about:blank', {}, async (page) => {
      await page.goto(from);
      await page.waitForURL((url) => url.pathname === path);
      expect(new URL(page.url()).hash).toBe(hash);
    });
  });

  it('does not come back when the reader goes back', async () => {
    await lookAt('/about/', {}, async (page) => {
      await page.goto(`/q/${CODE}/`);
      await page.waitForURL((url) => url.pathname === CIRCULAR);
      await page.goBack();
      await page.waitForURL((url) => url.pathname === '/about/');
    });
  });

  it.each([
    ['6NJ8FX', /ผิดไปอย่างน้อยหนึ่งตัว/],
    ['6NJ8F', /ที่พิมพ์มามี 5 ตัว/],
    ['6NJ8FO', /ไม่มีรหัสใดใช้ตัว “O”/],
    ['2WXFHK', /ไม่มีหนังสือฉบับใดในเวียนใช้รหัสนี้/],
  ])('with the wrong code %s says what is wrong, and offers a search', async (code, says) => {
    await lookAt(`/q/${code}/`, {}, async (page) => {
      const problem = page.locator('[data-code-box="lost"] [role="status"]');
      await expect.poll(() => problem.textContent()).toMatch(says);
      expect(await page.locator('.search-box.large').isVisible()).toBe(true);
    });
  });

  it.each([390, 1280])(
    'with the number of an attachment that is not there leads to its circular, on %i px',
    async (width) => {
      await lookAt(`/q/${CODE}/9/`, { viewport: { width, height: 800 } }, async (page) => {
        const problem = page.locator('[data-code-box="lost"] [role="status"]');
        await expect.poll(() => problem.innerText()).toMatch(/มีอยู่ในเวียน แต่ไม่มีสิ่งที่ส่งมาด้วย 9/);
        expect(await problem.innerText()).not.toMatch(/ไม่มีหนังสือฉบับใด/);
        await problem.locator('a').click();
        await page.waitForURL((url) => url.pathname === CIRCULAR);
      });
    },
  );

  it('with the number of an attachment and a code that nobody has is unknown', async () => {
    await lookAt('/q/2WXFHK/1/', {}, async (page) => {
      const problem = page.locator('[data-code-box="lost"] [role="status"]');
      await expect.poll(() => problem.textContent()).toMatch(/ไม่มีหนังสือฉบับใดในเวียนใช้รหัสนี้/);
    });
  });

  it.each([
    [`${CODE}/2`, '#attachment-2'],
    [`${CODE.toLowerCase()} / ๑`, '#attachment-1'],
    [`/q/${CODE}/`, ''],
  ])('can be typed as %s', async (typed, hash) => {
    await lookAt('/q/', {}, async (page) => {
      await page.fill('#code', typed);
      await page.press('#code', 'Enter');
      await page.waitForURL((url) => url.pathname === CIRCULAR);
      expect(new URL(page.url()).hash).toBe(hash);
    });
  });

  it('can be pasted whole, with the office that it carries', async () => {
    await lookAt('/q/', {}, async (page) => {
      await page.fill('#code', `${portal.url}/q/${CODE}/2/#p50`);
      await page.press('#code', 'Enter');
      await page.waitForURL((url) => url.pathname === CIRCULAR);
      expect(new URL(page.url()).hash).toBe('#p50+attachment-2');
    });
  });

  it('can be typed without its beginning', async () => {
    await lookAt('/q/', {}, async (page) => {
      await page.fill('#code', '6nj8fx');
      await page.press('#code', 'Enter');
      const problem = page.locator('[data-code-box] [role="status"]');
      await expect.poll(() => problem.textContent()).toMatch(/ผิดไปอย่างน้อยหนึ่งตัว/);
      await page.fill('#code', '6nj-8fy');
      await page.press('#code', 'Enter');
      await page.waitForURL((url) => url.pathname === CIRCULAR);
    });
  });
});

describe('the page of a circular', () => {
  it('shows a code that decodes to its short address', async () => {
    await lookAt(CIRCULAR, { deviceScaleFactor: 2 }, async (page) => {
      const shot = await page.locator('.qr-card .qr-symbol').screenshot();
      const [read] = await jsqr([await fromSharp(sharp(shot))]);
      const site = (await page.locator('.qr-card .qr-address').textContent())?.split('/')[0];
      expect(read).toBe(`HTTP://${site?.toUpperCase()}/q/${CODE}/`);
    });
  });

  it('keeps the code black on white in the dark', async () => {
    await lookAt(CIRCULAR, { colorScheme: 'dark' }, async (page) => {
      const shot = await page.locator('.qr-card .qr-symbol').screenshot();
      expect((await jsqr([await fromSharp(sharp(shot))]))[0]).toMatch(/\/q\/6NJ8FY\/$/);
    });
  });

  const passedOn = '[data-passed-on]';

  it('names the office that passed it on, its letter, and how to reach it', async () => {
    await lookAt(`${WITH_COVERING_LETTER}#p50`, {}, async (page) => {
      await expect.poll(() => page.locator(passedOn).isVisible()).toBe(true);
      const text = await page.locator(passedOn).innerText();
      expect(text).toMatch(/จังหวัดเชียงใหม่/);
      expect(text).toMatch(/๑๗๖๘๔/);
      expect(text).toMatch(/สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงใหม่/);
    });
  });

  it('says so where no letter of that office is recorded', async () => {
    await lookAt(`${CIRCULAR}#p50`, {}, async (page) => {
      await expect.poll(() => page.locator(passedOn).isVisible()).toBe(true);
      expect(await page.locator(passedOn).innerText()).toMatch(/ไม่มีบันทึกหนังสือนำส่ง/);
    });
  });

  it.each(['', '#attachments', '#p99', '#a999999', '#<b>x</b>'])(
    'names nobody for %j',
    async (hash) => {
      await lookAt(`${CIRCULAR}${hash}`, {}, async (page) => {
        await page.waitForLoadState('networkidle');
        expect(await page.locator(passedOn).isVisible()).toBe(false);
      });
    },
  );

  it('sends the fragment nowhere', async () => {
    await onPage('about:blank', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
      await page.goto(`${WITH_COVERING_LETTER}#d5009`);
      await page.waitForLoadState('networkidle');
      expect(asked.filter((url) => new URL(url).pathname.includes('d5009'))).toEqual([]);
    });
  });
});

describe('the code for a covering letter', () => {
  const choose = async (page: Page) => {
    await page.selectOption('#maker-province', '50');
    await expect.poll(() => page.locator('#maker-office option').count()).toBeGreaterThan(10);
    await page.selectOption('#maker-office', 'd5009');
    await expect.poll(() => page.locator('[data-link]').textContent()).toMatch(/#d5009$/);
  };
  const download = async (page: Page, kind: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`[data-make="${kind}"]`),
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'wian-codes-'));
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    const bytes = await readFile(path);
    await rm(folder, { recursive: true });
    return { name: file.suggestedFilename(), bytes };
  };

  it('is made in the browser, with the office, at its true size', async () => {
    await lookAt(MAKER, {}, async (page) => {
      await choose(page);
      const { name, bytes } = await download(page, 'png');
      expect(name).toBe('2567-dla-0808-4-w2007-0917-d5009.png');
      const { density = 0 } = await sharp(bytes).metadata();
      expect(density).toBeGreaterThanOrEqual(300);
      const [read] = await jsqr([await fromSharp(sharp(bytes))]);
      expect(read).toMatch(new RegExp(`/q/${CODE}/#d5009$`));
    });
  });

  it('is the same as the one that the command draws', async () => {
    await lookAt(MAKER, {}, async (page) => {
      const { bytes } = await download(page, 'svg');
      expect(bytes.toString()).toMatch(/^<svg [^>]*width="[\d.]+mm"/);
      expect(bytes.toString()).not.toContain('<text');
      const picture = await fromSharp(sharp(bytes, { density: 300 }));
      expect((await jsqr([picture]))[0]).toMatch(new RegExp(`/q/${CODE}/$`));
    });
  });

  it('comes as sheets of A4', async () => {
    await lookAt(MAKER, {}, async (page) => {
      for (const kind of ['sheet', 'poster']) {
        const { bytes } = await download(page, kind);
        expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.4[\s\S]*MediaBox\[0 0 595\.27/);
      }
    });
  });

  it('is made at the next try where the network failed', async () => {
    await onPage(MAKER, {}, async (page) => {
      const fonts = '**/*.woff';
      await page.route(fonts, (route) => route.abort());
      await page.selectOption('#maker-province', '50');
      await expect.poll(() => page.locator('[data-says]').textContent()).toMatch(/ไม่สำเร็จ/);
      await page.unroute(fonts);
      await choose(page);
      expect(await page.locator('[data-preview] svg').count()).toBe(1);
    });
  });

  it('says when a size is too small to be read', async () => {
    await lookAt(MAKER, {}, async (page) => {
      await page.fill('#maker-size', '10');
      const says = page.locator('[data-says]');
      await expect.poll(() => says.textContent()).toMatch(/ใช้ \d+ มม\. ขึ้นไป/);
    });
  });

  it('stands on the page without JavaScript', async () => {
    await lookAt(MAKER, { javaScriptEnabled: false }, async (page) => {
      const shot = await page.locator('.label-sheet .qr-symbol').screenshot();
      const large = sharp(shot).resize({ width: 400, kernel: 'nearest' });
      expect((await jsqr([await fromSharp(large)]))[0]).toMatch(/\/q\/6NJ8FY\/$/);
      // The portal has no file of this letter: its code must not promise one.
      expect(await page.locator('.label-sheet').innerText()).toMatch(/อ่านหนังสือและคำแนะนำ/);
    });
  });
});

describe('the verify page', () => {
  const answer = '[data-answer]';
  const ask = async (page: Page, text: string) => {
    await page.fill('#verify-number', text);
    await page.press('#verify-number', 'Enter');
  };

  it('knows a file of the portal byte for byte, and uploads nothing', async () => {
    const file = join(portal.folder, 'forms', await anyFormFile());
    await onPage('/verify/', {}, async (page) => {
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() !== 'GET') sent.push(request.url());
      });
      await page.setInputFiles('[data-file]', file);
      await expect.poll(() => page.locator(answer).innerText()).toMatch(/เป็นไฟล์ปัจจุบัน/);
      const changed = Buffer.concat([await readFile(file), Buffer.from(' ')]);
      await page.setInputFiles('[data-file]', {
        name: 'a.pdf',
        mimeType: 'application/pdf',
        buffer: changed,
      });
      await expect.poll(() => page.locator(answer).innerText()).toMatch(/ไม่รู้จักไฟล์นี้/);
      expect(sent).toEqual([]);
    });
  });

  it.each([
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', /พบหนังสือที่ใช้เลขหรือรหัสนี้[\s\S]*ThaiID/],
    ['มท 0808.4/ว 999', /ไม่พบหนังสือ/],
    ['ว 2007', /พบหนังสือที่ใช้เลขหรือรหัสนี้[\s\S]*ที่ มท 0808.4\/ว 2007[\s\S]*ThaiID/],
    ['0808.4/ว 2007', /พบหนังสือที่ใช้เลขหรือรหัสนี้/],
    ['ว 1639', /อาจใช้เลขนี้[\s\S]*อ่านได้ มท ๐๘๐๘.๔\/ว ๑๖๓๙ หรือ มท ๐๘๐๘.๔\/ว ๑๙๖๖/],
    ['6NJ8FX', /ผิดไปอย่างน้อยหนึ่งตัว/],
    ['6NJ8FY/9', /แต่ไม่มีสิ่งที่ส่งมาด้วย 9[\s\S]*ไปที่หน้าของหนังสือ/],
    ['รหัสผ่าน', /อ่านไม่ออก[\s\S]*เช่น ว 2007/],
    ['https://other.example/q/6NJ8FY/', /ไม่ได้มาจากเวียน/],
    ['0'.repeat(64), /ไม่รู้จักไฟล์นี้/],
    [
      'มท 0808.4/ว 1639',
      /อาจใช้เลขนี้[\s\S]*อ่านได้ มท ๐๘๐๘.๔\/ว ๑๖๓๙ หรือ มท ๐๘๐๘.๔\/ว ๑๙๖๖[\s\S]*วันที่.*ต้องตรวจสอบกับต้นฉบับ อ่านได้ 25 มีนาคม 2568/,
    ],
    ['มท 0808.4/ว 1966', /อาจใช้เลขนี้[\s\S]*อ่านได้ มท ๐๘๐๘.๔\/ว ๑๖๓๙ หรือ มท ๐๘๐๘.๔\/ว ๑๙๖๖/],
    [
      'มท 0808.4/ว 1541',
      /อาจใช้เลขนี้[\s\S]*เลขที่ต้องตรวจสอบกับต้นฉบับ[\s\S]*วันที่ของหนังสือต้องตรวจสอบกับต้นฉบับ/,
    ],
    ['มท 0808.4/ว 2719', /อาจใช้เลขนี้[\s\S]*เลขที่ต้องตรวจสอบกับต้นฉบับ[\s\S]*19 สิงหาคม 2558/],
  ])('says of %s what it is', async (typed, says) => {
    await lookAt('/verify/', {}, async (page) => {
      await ask(page, typed);
      await expect.poll(() => page.locator(answer).innerText()).toMatch(says);
    });
  });

  it('leads to the attachment behind a code', async () => {
    await lookAt('/verify/', {}, async (page) => {
      await ask(page, `${CODE}/2`);
      await page.waitForURL((url) => url.pathname === CIRCULAR && url.hash === '#attachment-2');
    });
  });

  it('reads a QR code from a picture', async () => {
    await lookAt('/verify/', {}, async (page) => {
      const picture = sharp({
        create: { width: 300, height: 300, channels: 3, background: '#fff' },
      });
      const blank = {
        name: 'a.png',
        mimeType: 'image/png',
        buffer: await picture.png().toBuffer(),
      };
      await page.setInputFiles('[data-picture]', blank);
      await expect.poll(() => page.locator(answer).innerText()).toMatch(/ไม่พบ QR Code ในรูปนี้/);
    });
  });
});
