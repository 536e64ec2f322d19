import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { ProblemError } from '#core/problem.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { tidyLetterUploads } from '#store/desk/letter-uploads.ts';
import { tidy } from '#store/desk/members.ts';
import { deskMailer } from '#store/desk/outbox.ts';
import { tidyPictures } from '#store/desk/pictures.ts';
import { portalFactsReader } from '#store/desk/portal-facts.ts';
import { tidyUploads } from '#store/desk/register-uploads.ts';
import { requireFinishedBuild } from '#store/portal/build-folder.ts';
import { readPortalBase } from '#store/portal/portal-base.ts';
import { isToBeShown } from '#store/portal/shown-page.ts';
import { createStaticServer } from '#store/portal/static-server.ts';
import { ackRoutes } from './ack-routes.ts';
import { deskApp } from './app.ts';
import { deskAuth, letterSender } from './auth.ts';
import { postRenderer } from './board-desk.ts';
import { boardRoutes } from './board-routes.ts';
import { contentWork } from './content-work.ts';
import { correctRoutes } from './correct-routes.ts';
import { detailsRoutes } from './details-routes.ts';
import { endingAddresses } from './endings.ts';
import { feedRoutes } from './feed-routes.ts';
import { type Frame, frameReader } from './frame.ts';
import { inTurn } from './in-turn.ts';
import { mountLetters } from './letters/mount.ts';
import { memberRoutes } from './member-routes.ts';
import { moderationRoutes } from './moderation-routes.ts';
import { movementRoutes } from './movement-routes.ts';
import { noticeSender } from './notice-sender.ts';
import { officesRoutes } from './offices-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { mountPages } from './pages/mount.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { patientMailer } from './patient-mailer.ts';
import { pictureRoutes } from './pictures.ts';
import { withQuestions } from './portal-questions.ts';
import { promotionRoutes } from './promotion-routes.ts';
import { identityProvider } from './provider.ts';
import { providerRoutes } from './provider-routes.ts';
import { movementBuilds } from './publishing/movement-builds.ts';
import { type BeginBuild, buildInProcess, buildQueue } from './publishing/queue.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { registerRoutes } from './register-routes.ts';
import { rolesRoutes } from './roles-routes.ts';
import { keyedDigest, readSecret } from './secret.ts';
import type { DeskSettings } from './settings.ts';
import { toStranger } from './signed-out.ts';
import { slipKeys } from './slip-keys.ts';
import { slipRoutes } from './slip-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { takeDesk } from './take-desk.ts';
import { trackingReader } from './track-context.ts';
import { writingRoutes } from './writing-routes.ts';

/** A desk that serves. */
export interface RunningDesk {
  /** Address of the portal with the desk beside it. */
  readonly url: string;
  readonly server: Server;
  /** Sends all letters about posts that are due at that time, and resolves once that was tried. */
  readonly sendLetters: (now: Date) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Pages of the board that are made at once. */
const AT_ONCE = 8;
/** Milliseconds for which a connection waits for the next request. */
const KEEP_ALIVE_MS = 75_000;

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new ProblemError([
          {
            file: null,
            what: `the desk cannot listen on port ${port} of ${host} (${code})`,
            fix: 'Choose a free port and an address of this machine: PORT=8080 npm run desk',
          },
        ]),
      ),
    );
    server.listen(port, host, resolve);
  });

const checkBase = async (dist: string, base: string): Promise<void> => {
  const built = await readPortalBase(dist);
  if (built === base) return;
  throw new ProblemError([
    {
      file: 'dist/index.html',
      what: `the portal was built for the path "${built}/", and the desk is to stand at "${base}/"`,
      why: 'Links of the portal would lead elsewhere.',
      fix: 'Build the portal with the same WIAN_SITE_URL that the desk is started with.',
    },
  ]);
};

/**
 * Serves the portal in dist/ of `root` with the desk beside it, and resolves once it listens. `begin` builds the portal in place of the
 * project's own build.
 */
export const serveDesk = async (
  root: string,
  settings: DeskSettings,
  report: (line: string) => void,
  begin?: BeginBuild,
): Promise<RunningDesk> => {
  const dist = join(root, 'dist');
  await requireFinishedBuild(dist, 'dist/');
  await checkBase(dist, settings.base);
  const frame = frameReader(dist, settings.base);
  const { texts } = await frame();
  const giveBack = await takeDesk(settings, report);
  try {
    return await start({ root, dist }, settings, report, { frame, texts }, giveBack, begin);
  } catch (error) {
    await giveBack();
    throw error;
  }
};

const start = async (
  { root, dist }: { readonly root: string; readonly dist: string },
  settings: DeskSettings,
  report: (line: string) => void,
  { frame, texts }: { readonly frame: () => Promise<Frame>; readonly texts: DeskTexts },
  giveBack: () => Promise<void>,
  begin?: BeginBuild,
): Promise<RunningDesk> => {
  const mailer = deskMailer(settings.smtpUrl, join(settings.data, 'outbox'));
  const secret = readSecret(join(settings.data, 'secret'));
  const database = await openDeskDatabase(settings.place);
  const patient = patientMailer(mailer, report);
  const authParts = { settings, database, mailer: patient, secret, texts, report };
  const auth = deskAuth(authParts);
  const provider = settings.provider
    ? identityProvider(
        {
          settings: settings.provider,
          redirectURI: `${settings.origin}${settings.base}/members/provider/back/`,
          secret,
          report,
        },
        (config) => deskAuth(authParts, config),
      )
    : null;
  const digest = keyedDigest(secret);
  const facts = portalFactsReader(dist);
  const send = letterSender(authParts);
  const endings = endingAddresses(secret, `${settings.origin}${settings.base}`);
  const desk = {
    settings,
    database,
    auth,
    send,
    provider,
    digest,
    endings,
    frame,
    root,
    dist,
    facts,
    report,
  };
  const notices = noticeSender({ ...desk, mailer });
  const app = deskApp(desk, toStranger(desk));
  app.get(`${settings.base}/board/*`, inTurn(AT_ONCE));
  app.use(`${settings.base}/board/*`, async (c, next) => {
    await next();
    // What was posted is kept by now; mail about it is nothing to wait for.
    if (c.req.method === 'POST') notices.soon();
  });
  const render = postRenderer(desk);
  memberRoutes(app, desk);
  ownRoutes(app, desk);
  detailsRoutes(app, desk);
  providerRoutes(app, desk);
  passkeyRoutes(app, desk);
  boardRoutes(app, desk, render);
  feedRoutes(app, desk, render);
  pictureRoutes(app, desk);
  writingRoutes(app, desk, render);
  moderationRoutes(app, desk, render);
  officesRoutes(app, desk);
  subscriptionRoutes(app, desk);
  promotionRoutes(app, desk);
  rolesRoutes(app, desk);
  const queue = buildQueue(
    desk,
    begin ?? buildInProcess(`${settings.origin}${settings.base}`, report),
    (work) => movements.work.inTurn(work),
  );
  const builds = movementBuilds(desk, queue);
  for (const part of ['desk', 'ack'])
    app.use(`${settings.base}/${part}/*`, async (c, next) => {
      await next();
      if (c.req.method === 'POST') builds.soon();
    });
  const tracking = trackingReader(root);
  const nameOf = async (office: string): Promise<string> =>
    (await tracking()).context.nameOf(office);
  const movements = { work: contentWork(desk, nameOf), tracking };
  const slips = slipKeys(secret, `${settings.origin}${settings.base}`);
  movementRoutes(app, desk, movements);
  correctRoutes(app, desk, movements);
  registerRoutes(app, desk, movements);
  slipRoutes(app, desk, movements, slips);
  ackRoutes(app, desk, movements, slips);
  const letters = mountLetters(app, desk, { work: movements.work, queue, tracking });
  const pages = mountPages(app, desk, { work: movements.work, queue, tracking });
  publishingRoutes(app, desk, { queue, tracking });
  const answer = getRequestListener(app.fetch);
  const portal = createStaticServer(
    { folder: dist },
    (fault) => report(`serving: ${fault.message}`),
    withQuestions(desk),
  );
  const own = ['members', 'board', 'desk', 'ack'].map((part) => `${settings.base}/${part}`);
  // What a worker fetches to keep has to be what was built, by its digest: threads that are pages of the portal too.
  const isToBeKept = ({ method, headers }: IncomingMessage, path: string) =>
    method === 'GET' &&
    path.startsWith(`${settings.base}/board/`) &&
    path.endsWith('/') &&
    !isToBeShown(headers);
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    if (own.includes(path)) response.writeHead(301, { location: `${path}/` }).end();
    else if (isToBeKept(request, path)) portal.emit('request', request, response);
    else if (own.some((part) => path.startsWith(`${part}/`))) answer(request, response);
    else portal.emit('request', request, response);
  });
  // Longer than proxies keep theirs: one that is closed while a request is on its way to it is an error to the reader.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    await tidy(database, new Date());
    await tidyPictures(database.db, settings.data, new Date());
    tidyUploads(settings.data, new Date());
    tidyLetterUploads(settings.data, new Date());
    await movements.work.recover();
    await letters.recover();
    await pages.recover();
    await listen(server, settings.port, settings.host);
  } catch (error) {
    await database.close();
    throw error;
  }
  notices.start();
  await queue.start();
  builds.start();
  return {
    url: `${settings.origin}${settings.base}/`,
    server,
    sendLetters: notices.send,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await notices.stop();
      await builds.stop();
      await queue.stop();
      letters.stop();
      pages.stop();
      patient.stop();
      mailer.close();
      await database.close();
      await giveBack();
    },
  };
};
