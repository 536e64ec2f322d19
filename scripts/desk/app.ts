import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { isMailAddress } from '#core/board/no-mail.ts';
import { LARGEST_PICTURE, MOST_PICTURES } from '#core/board/picture.ts';
import type { Grant } from '#core/board/role.ts';
import type { DeskDatabase } from '#store/desk/database.ts';
import { grantsOf } from '#store/desk/members.ts';
import type { PortalFacts } from '#store/desk/portal-facts.ts';
import type { DeskAuth } from './auth.ts';
import { CLIENT_HEADER } from './auth.ts';
import type { Endings } from './endings.ts';
import { askOwner, isOfOther, namesOwner, ownerMark, withFormOwner } from './form-owner.ts';
import type { FormMessage, Html } from './form-parts.ts';
import type { Frame } from './frame.ts';
import { faultPage, pathBelow, typedBefore } from './kept-form.ts';
import type { PageParts } from './member-fields.ts';
import type { SendLetter } from './member-letters.ts';
import { plainPage } from './member-pages.ts';
import type { IdentityProvider } from './provider.ts';
import type { DeskSettings } from './settings.ts';

/** What the routes of the desk work with. */
export interface Desk {
  readonly settings: DeskSettings;
  readonly database: DeskDatabase;
  readonly auth: DeskAuth;
  /** Sends a letter to a member. */
  readonly send: SendLetter;
  /** The identity provider by which members may sign in; null where there is none. */
  readonly provider: IdentityProvider | null;
  /** Stands for an account or address in counts of tries. */
  readonly digest: (text: string) => string;
  /** The addresses in letters that end subscriptions. */
  readonly endings: Endings;
  readonly frame: () => Promise<Frame>;
  /** Folder of the project that the desk runs in; contents are written there where it has them. */
  readonly root: string;
  /** Folder of the built portal. */
  readonly dist: string;
  readonly facts: () => Promise<PortalFacts>;
  readonly report: (line: string) => void;
}

/** A member who is signed in. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Whether there is a confirmed address to send mail to. */
  readonly hasMail: boolean;
}

/** Answers one request: pages, ways on, and who asks. */
export interface Answering {
  readonly parts: PageParts;
  readonly client: string;
  /** Headers for better-auth: cookies, browser, and the address that the server saw. */
  readonly headers: Headers;
  readonly page: (
    title: string,
    content: Html,
    status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503,
    /** What is added to the head of the page. */
    head?: Html,
  ) => Promise<Response>;
  /** Who is signed in; null for nobody. */
  readonly member: () => Promise<SignedIn | null>;
  /** Leads on to an address of the desk, with the cookies of `from`. */
  readonly leadTo: (address: string, from?: Response) => Response;
  /** Leads on to a page of the board. */
  readonly leadBoard: (path: string, from?: Response) => Response;
  /** Leads on to a page of members after something was done, with the cookies of `from`. */
  readonly lead: (path: string, from?: Response) => Response;
  /** The fields of the form that was sent, without spaces around them; passwords as they are. */
  readonly form: () => Promise<(name: string) => string>;
}

const clientOf = (c: Context, behindProxy: boolean): string => {
  const forwarded = behindProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  return forwarded || getConnInfo(c).remote.address || 'unknown';
};

/** What the routes need to answer a request. */
export const answering = async (desk: Desk, c: Context): Promise<Answering> => {
  const { texts, page } = await desk.frame();
  const { base } = desk.settings;
  const at = `${base}/members`;
  const board = `${base}/board`;
  const client = clientOf(c, desk.settings.behindProxy);
  const headers = new Headers(c.req.raw.headers);
  headers.set(CLIENT_HEADER, client);
  const leadTo = (address: string, from?: Response): Response => {
    for (const cookie of from?.headers.getSetCookie() ?? []) {
      c.header('set-cookie', cookie, { append: true });
    }
    return c.redirect(address, 303);
  };
  const memberOf = async (): Promise<SignedIn | null> => {
    // Nobody is signed in without one, and most readers have none.
    if (!c.req.header('cookie')) return null;
    const found = await desk.auth.api.getSession({ headers });
    if (!found) return null;
    const { id, name, email, emailVerified } = found.user;
    const hasMail = emailVerified && isMailAddress(email);
    return { id, name, grants: await grantsOf(desk.database.db, id), hasMail };
  };
  /** Who it was found to be; undefined while nobody has asked. */
  let asked: SignedIn | null | undefined;
  const bound = async (content: string): Promise<string> => {
    if (!content.includes('method="post"')) return content;
    const member = asked === undefined ? await memberOf() : asked;
    const address = `${base}${pathBelow(c, base)}`;
    return member ? withFormOwner(content, ownerMark(desk, member.id), address) : content;
  };
  return {
    parts: {
      t: texts,
      at,
      board,
      base,
      outbox: desk.settings.smtpUrl === undefined,
      provider: desk.settings.provider?.label ?? null,
      passkeys: desk.settings.passkeys,
    },
    client,
    headers,
    page: async (title, content, status = 200, head) =>
      c.html(page(title, await bound(String(await content)), head && String(await head)), status),
    member: async () => {
      asked = await memberOf();
      return asked;
    },
    leadTo,
    leadBoard: (path, from) => leadTo(`${board}${path}`, from),
    lead: (path, from) => leadTo(`${at}${path}`, from),
    form: async () => {
      const body = await c.req.parseBody();
      return (name) => {
        const value = body[name];
        if (typeof value !== 'string') return '';
        return name === 'password' ? value : value.trim();
      };
    },
  };
};

const refused = (text: string): FormMessage => ({ kind: 'refused', text });

/** Bytes of the largest form of members: a name, an address and a password; and of the board: 20,000 Thai characters. */
const LARGEST_FORM = 16_384;
const LARGEST_POST = 262_144;
/** Of a register, or a page with a file, that comes by a form, which is held in memory. */
const LARGEST_REGISTER = 32 * 1024 * 1024;
/** Of letters that come by a form, with their attachments, which is held in memory; only editors get so far. */
const LARGEST_LETTER = 64 * 1024 * 1024;
/** The same with pictures, from somebody who says to be signed in: others are not to fill the memory. */
const LARGEST_WITH_PICTURES = LARGEST_POST + MOST_PICTURES * (LARGEST_PICTURE + 1024);

const parentOf = (path: string): string => path.replace(/[^/]+\/?$/, '');

/**
 * The application, still without routes of its own: what holds for every page of the desk. `toStranger` answers somebody who
 * sends files to the board and says not to be signed in.
 */
export const deskApp = (desk: Desk, toStranger: (c: Context) => Promise<Response>): Hono => {
  const app = new Hono();
  const { base, origin } = desk.settings;
  const say = async (
    c: Context,
    status: 403 | 404 | 413 | 500,
    which: 'origin' | 'missing' | 'large' | 'fault',
  ) => {
    const { page, parts } = await answering(desk, c);
    // The rest of what is too large is not read, so nothing can follow it on this connection.
    if (status === 413) c.header('connection', 'close');
    const title = status === 404 ? parts.t.pages.missing : parts.t.pages.refused;
    return page(title, plainPage(parts, title, refused(parts.t.refused[which])), status);
  };
  app.use(
    secureHeaders({
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      // For whoever runs the proxy with the certificate to say.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    // Pages of one member are for nobody else, neither by a proxy nor in the store of a browser.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  app.use(async (c, next) => {
    // Mail programs post there without cookies and origin: the address itself is signed, and can do one thing.
    if (c.req.path === desk.endings.path) return next();
    const checked = csrf({ origin });
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isRead && c.req.header('origin') !== origin) return say(c, 403, 'origin');
    return checked(c, next);
  });
  app.use(async (c, next) => {
    // Whoever is signed in may sign out, from any page.
    if (c.req.method !== 'POST' || c.req.path === `${base}/members/sign-out/`) return next();
    if (!namesOwner(c)) return next();
    const answer = await answering(desk, c);
    const member = await answer.member();
    return member && isOfOther(desk, c, member) ? askOwner(answer, c, member) : next();
  });
  const atMost = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => say(c, 413, 'large') });
  app.use(`${base}/members/*`, atMost(LARGEST_FORM));
  app.use(`${base}/ack/*`, atMost(LARGEST_FORM));
  app.use(`${base}/desk/movements/*`, atMost(LARGEST_POST));
  app.use(`${base}/desk/pages/*`, atMost(LARGEST_REGISTER));
  app.use(`${base}/desk/publishing/*`, atMost(LARGEST_FORM));
  for (const [part, most] of [
    ['registers', LARGEST_REGISTER],
    ['letters', LARGEST_LETTER],
  ] as const) {
    const form = atMost(most);
    app.use(`${base}/desk/${part}/*`, (c, next) =>
      // What is sent there is written to the disk as it comes, and measured by that.
      c.req.path === `${base}/desk/${part}/upload/` ? next() : form(c, next),
    );
  }
  const [withPictures, withoutPictures] = [atMost(LARGEST_WITH_PICTURES), atMost(LARGEST_POST)];
  app.use(`${base}/board/*`, (c, next) => {
    const hasFiles = c.req.header('content-type')?.startsWith('multipart/form-data');
    if (!hasFiles) return withoutPictures(c, next);
    const isMember = c.req.header('cookie')?.includes('wian.session_token');
    return isMember ? withPictures(c, next) : toStranger(c);
  });
  app.get(`${base}/members/desk.css`, async (c) => {
    const sheets = ['desk.css', 'letters/letters.css', 'pages/pages.css'];
    const texts = sheets.map((sheet) => readFile(join(import.meta.dirname, sheet), 'utf8'));
    const css = (await Promise.all(texts)).join('');
    c.header('cache-control', 'no-cache');
    return c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  app.get(`${base}/desk/:script{(?:upload|download)\\.js}`, async (c) => {
    const file = join(import.meta.dirname, 'browser', c.req.param('script'));
    const script = await readFile(file, 'utf8');
    c.header('cache-control', 'no-cache');
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  app.notFound((c) => {
    const { method, path } = c.req;
    const isSentTo = app.router.match('POST', path)[0].some(([[, one]]) => one.method === 'POST');
    if (method !== 'GET' || !isSentTo) return say(c, 404, 'missing');
    // A page that answered a form stands at the address to which it was sent, which a browser that starts anew asks for.
    return c.redirect(
      path.startsWith(`${base}/members/`) ? `${base}/members/` : parentOf(path),
      303,
    );
  });
  app.onError(async (error, c) => {
    desk.report(`desk: ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    const typed = await typedBefore(c);
    if (!typed) return say(c, 500, 'fault');
    const { page, parts } = await answering(desk, c);
    return page(parts.t.pages.refused, faultPage(parts, pathBelow(c, base), typed), 500);
  });
  return app;
};
