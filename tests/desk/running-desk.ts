import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { DatabasePlace } from '#store/desk/database.ts';
import { BUILD_MARKER } from '#store/portal/build-folder.ts';
import type { BeginBuild } from '../../scripts/desk/publishing/queue.ts';
import { serveDesk } from '../../scripts/desk/serve.ts';
import { type DeskSettings, readDeskSettings } from '../../scripts/desk/settings.ts';
import { freePort as findFreePort } from '../../scripts/lib/free-port.ts';
import { type Letter, lettersIn } from './letters.ts';
import './quick-passwords.ts';

/** A page as the portal has it, as short as it can be. */
const PAGE = (title: string, url: string) =>
  `<!DOCTYPE html><html lang="th"><head><meta http-equiv="content-security-policy" content="default-src 'self'">` +
  `<title>${title}</title><link rel="canonical" href="${url}/"></head><body><nav id="site-menu"><ul></ul></nav><main class="main" id="main">${title}</main></body></html>`;

/** A circular and its issuer, as the open data of a portal tells of them. */
const OPEN_DATA = {
  'api/v1/circulars.csv':
    'id,year,number,date,issuer\ndla-1541,2568,มท 0808.4/ว 1541,2025-04-02,dla\n',
  'api/v1/offices.csv':
    'id,type,name,province,districts\ndla,department,กรมสมมุติ,,\np50,province,จังหวัดสมมุติ,,\n' +
    'd5009,district,อำเภอสมมุติ,p50,\nd5010,district,อำเภอสมมติ,p50,\n',
  'circulars/2568/dla-1541/index.html': PAGE('ปิดระบบ - เวียน', 'x'),
};

/** A port on which nothing listens, as a setting of the desk has it. */
export const freePort = async (): Promise<string> => String(await findFreePort());

/** A reader of the desk with a browser's cookies. */
export interface Visitor {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, form?: Record<string, string>, origin?: string) => Promise<Answer>;
  /** Sends a form with files. */
  readonly send: (path: string, form: FormData) => Promise<Answer>;
  /** Sends bytes as they are, as a script of a page does. */
  readonly sendBytes: (path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Answer>;
  /** The file that a form is answered with, and its media type. */
  readonly fileBy: (
    path: string,
    form: Record<string, string>,
  ) => Promise<{ readonly type: string | null; readonly bytes: Uint8Array }>;
  /** A file as it was served. */
  readonly file: (path: string) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>;
}

/** What came back: the text of the page within its frame. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/** A desk that was started for a test. */
export interface TestDesk {
  readonly url: string;
  /** Folder that it runs in. */
  readonly root: string;
  readonly visitor: () => Visitor;
  /** Letters that were sent so far, oldest first: to whom, and the address in it. */
  readonly letters: () => readonly Letter[];
  /** Sends the letters about posts that are due at that time. */
  readonly sendLetters: (now: Date) => Promise<void>;
  readonly faults: readonly string[];
  readonly settings: DeskSettings;
  readonly close: () => Promise<void>;
}

const visitorOf = (url: string): Visitor => {
  const cookies = new Map<string, string>();
  const cookieText = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = cookieText();
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const { status, headers: answered } = response;
    const text = await response.text();
    return { status, text, location: answered.get('location'), headers: answered };
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, form = {}, origin = new URL(url).origin) =>
      ask(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin } }),
    send: (path, form) =>
      ask(path, { method: 'POST', body: form, headers: { origin: new URL(url).origin } }),
    sendBytes: (path, body) =>
      ask(path, { method: 'POST', body, headers: { origin: new URL(url).origin } }),
    fileBy: async (path, form) => {
      const headers = { origin: new URL(url).origin, cookie: cookieText() };
      const body = new URLSearchParams(form);
      const response = await fetch(new URL(path, url), { method: 'POST', body, headers });
      const type = response.headers.get('content-type');
      return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    file: async (path) => {
      const response = await fetch(new URL(path, url), { headers: { cookie: cookieText() } });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
  };
};

/** The token in the address of a letter. */
export const tokenOf = (link = ''): string => new URL(link).searchParams.get('token') ?? '';

/** Starts a desk beside a portal of two pages, with the settings that `env` adds, and `files` in the folder that it runs in. */
export const startDesk = async (
  env: Record<string, string>,
  files: Readonly<Record<string, string>> = {},
  begin?: BeginBuild,
): Promise<TestDesk> => {
  const root = mkdtempSync(join(tmpdir(), 'wian-desk-'));
  const PORT = env.PORT ?? (await freePort());
  const url = env.WIAN_SITE_URL ?? `http://127.0.0.1:${PORT}`;
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist', BUILD_MARKER), '{}');
  writeFileSync(join(root, 'dist/index.html'), PAGE('หน้าแรก', url));
  writeFileSync(join(root, 'dist/404.html'), PAGE('ไม่พบ', `${url}/404`));
  for (const [path, text] of Object.entries({
    ...OPEN_DATA,
    'faq/otp/index.html': PAGE('รอ OTP - เวียน', `${url}/faq/otp`),
    'board/1/index.html': PAGE('คัดไว้ - เวียน', `${url}/board/1`),
    'faq/asked/index.html': PAGE('ถามแล้ว - เวียน', `${url}/faq/asked`),
  })) {
    mkdirSync(dirname(join(root, 'dist', path)), { recursive: true });
    writeFileSync(join(root, 'dist', path), text);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const faults: string[] = [];
  const settings = readDeskSettings(root, { DESK_BUILD_MINUTES: '0', ...env, PORT }, '2026-11-29');
  const desk = await serveDesk(root, settings, (line) => faults.push(line), begin);
  const outbox = join(root, '.data/outbox');
  return {
    url,
    root,
    settings,
    faults,
    sendLetters: desk.sendLetters,
    visitor: () => visitorOf(url),
    letters: () => lettersIn(outbox),
    close: async () => {
      await desk.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
};

/** Starts a desk on a new database for one test, which fails where the desk had a fault. */
export const startForTest = async (
  newPlace: () => Promise<DatabasePlace>,
  more: Record<string, string> = {},
): Promise<TestDesk> => {
  const place = await newPlace();
  const env: Record<string, string> = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
  const desk = await startDesk({ ...env, ...more });
  onTestFinished(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });
  return desk;
};

/** The password of every member of the tests. */
export const PASSWORD = 'correct-horse-battery';

/** Somebody who has signed up at NAME@office.example, confirmed by the last letter, and signed in. */
export const joinDesk = async (desk: TestDesk, name: string): Promise<Visitor> => {
  const visitor = desk.visitor();
  const form = { name: `${name} สมมติ`, email: `${name}@office.example`, consent: 'yes' };
  await visitor.post('/members/sign-up/', { ...form, password: PASSWORD });
  await visitor.post('/members/confirm/', { token: tokenOf(desk.letters().at(-1)?.link) });
  await visitor.post('/members/sign-in/', { email: form.email, password: PASSWORD });
  return visitor;
};
