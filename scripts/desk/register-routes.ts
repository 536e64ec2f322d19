import { createReadStream, createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { audit } from '#store/desk/members.ts';
import {
  hasRestFile,
  keepUpload,
  type RegisterUpload,
  readUpload,
  removeUpload,
  restPath,
  tidyUploads,
  uploadsOf,
} from '#store/desk/register-uploads.ts';
import type { Desk } from './app.ts';
import { done, refused } from './board-desk.ts';
import { type MovementParts, wordsOf } from './movement-routes.ts';
import { inLanguage, problemTexts } from './movement-view.ts';
import {
  type OfficeRequest,
  officeAsked,
  officeInAddress,
  sayNo,
  withOffices,
} from './office-request.ts';
import { registerJobs } from './register-jobs.ts';
import { registerPage, registersAt, sendPage } from './register-pages.ts';

/** Bytes of the largest register that is taken. */
const LARGEST = 100 * 1024 * 1024;
const LONGEST_NAME = 150;

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Passes bytes on, up to a number of them. */
const upTo = (most: number): Transform => {
  let seen = 0;
  return new Transform({
    transform: (chunk: Buffer, _, pass) => {
      seen += chunk.length;
      if (seen > most) pass(new TooLarge('the register is too large'));
      else pass(null, chunk);
    },
  });
};

/** The name of a file without its folders and what no name holds; null where it may not be published. */
const nameOfFile = (given: string): string | null => {
  const name = (given.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim();
  const isSound = name !== '' && name.length <= LONGEST_NAME && findPersonalData(name).length === 0;
  return isSound ? name : null;
};

const readKind = (given: string): RegisterUpload['kind'] =>
  given === 'received' || given === 'sent' ? given : null;

/** Pages on which officers have the register of their office taken over. */
export const registerRoutes = (app: Hono, desk: Desk, { work, tracking }: MovementParts): void => {
  const { base, data } = desk.settings;
  const { db } = desk.database;
  const at = `${base}/desk/registers`;
  const jobs = registerJobs(data, work);

  const sending = async (
    request: OfficeRequest,
    message?: ReturnType<typeof done>,
    status: 200 | 413 | 422 = 200,
  ) => {
    const { answer, member, tracking: read } = request;
    const { registers: t } = answer.parts.t;
    const asked = officeInAddress(request);
    const office = read.context.registry.byId.has(asked) ? read.context.nameOf(asked) : asked;
    const uploads = uploadsOf(data, member.id);
    const page = sendPage(answer.parts, { office, uploads }, wordsOf(request), message);
    return answer.page(t.title, page, status);
  };
  /** Keeps what was sent, or says why not. */
  const take = async (
    request: OfficeRequest,
    { office, kind, name }: { office: string; kind: string; name: string },
    keep: (path: string) => Promise<void>,
  ): Promise<RegisterUpload | { readonly text: string; readonly status: 413 | 422 }> => {
    const { answer, member } = request;
    const { registers: t } = answer.parts.t;
    const sound = nameOfFile(name);
    if (sound === null) return { text: t.name, status: 422 };
    const now = new Date();
    tidyUploads(data, now);
    try {
      const said = { member: member.id, office, kind: readKind(kind), name: sound };
      const upload = await keepUpload(data, { ...said, at: now.toISOString() }, keep);
      await audit(db, member.id, `register ${office}`, `register:${upload.id}`, now);
      return upload;
    } catch (error) {
      if (error instanceof TooLarge) return { text: t.large, status: 413 };
      throw error;
    }
  };
  /** The office that is named, where the member may import its register; else the page that says why not. */
  const officeOf = async (request: OfficeRequest, asked: string): Promise<string | Response> => {
    const office = await officeAsked(request, asked, '/desk/registers/');
    if ('said' in office) return office.said;
    const refusal = await request.refusal('import-register', [office.office]);
    return refusal ?? office.office;
  };

  app.get(
    `${at}/`,
    withOffices(desk, tracking, 'import-register', (request) => sending(request)),
  );
  app.post(
    `${at}/`,
    withOffices(desk, tracking, 'import-register', async (request) => {
      const { c, answer } = request;
      const { registers: t } = answer.parts.t;
      const { file, office: asked = '', kind = '' } = await c.req.parseBody();
      const office = await officeOf(request, String(asked).trim());
      if (office instanceof Response) return office;
      if (!(file instanceof File) || (file.size === 0 && file.name === ''))
        return sending(request, refused(t.noFile), 422);
      if (file.size === 0) return sending(request, refused(`${file.name}: ${t.empty}`), 422);
      const said = { office, kind: String(kind), name: file.name };
      const kept = await take(request, said, async (path) =>
        writeFile(path, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 }),
      );
      if ('text' in kept) return sending(request, refused(kept.text), kept.status);
      return c.redirect(`${at}/${kept.id}/`, 303);
    }),
  );
  app.post(
    `${at}/upload/`,
    withOffices(desk, tracking, 'import-register', async (request) => {
      const { c, answer, own, tracking: read } = request;
      const asked = officeInAddress(request);
      const office = await officeOf(request, asked);
      if (office instanceof Response) {
        const { moves: t } = answer.parts.t;
        const { nameOf, registry } = read.context;
        const text = registry.byId.has(asked)
          ? t.refused.office(own.map(nameOf).join(', '), nameOf(asked))
          : t.refused.noOffice(asked);
        c.header('connection', 'close');
        return c.json({ text }, office.status as 403 | 404);
      }
      const { body } = c.req.raw;
      if (body === null || c.req.header('content-length') === '0')
        return c.json({ text: answer.parts.t.registers.empty }, 422);
      const said = { office, kind: c.req.query('kind') ?? '', name: c.req.query('name') ?? '' };
      const kept = await take(request, said, (path) =>
        pipeline(
          Readable.fromWeb(body as import('node:stream/web').ReadableStream),
          upTo(LARGEST),
          createWriteStream(path, { mode: 0o600 }),
        ),
      );
      if ('text' in kept) {
        // The rest of what is too large is not read, so nothing can follow it on this connection.
        c.header('connection', 'close');
        return c.json({ text: kept.text }, kept.status);
      }
      return c.json({ to: `${at}/${kept.id}/` });
    }),
  );

  /** The register that a request is about, where it is the member's and they still may import it. */
  const asked = async (request: OfficeRequest): Promise<RegisterUpload | Response> => {
    const { c, answer, member } = request;
    const upload = readUpload(data, c.req.param('upload') ?? '');
    if (upload === null || upload.member !== member.id) {
      return sayNo(answer, answer.parts.t.registers.missing, 404);
    }
    return (await request.refusal('import-register', [upload.office])) ?? upload;
  };
  const show = async (request: OfficeRequest, upload: RegisterUpload) => {
    const { answer, language, tracking: read } = request;
    const { registers: t, moves } = answer.parts.t;
    const { context } = read;
    if ((await jobs.look(upload.id)) === null) {
      jobs.begin(context, upload, { take: new Set(), isDryRun: true }, desk.report);
    }
    const job = await jobs.look(upload.id);
    if (job === null) return sayNo(answer, answer.parts.t.refused.fault, 503);
    const words = wordsOf(request);
    const problems =
      job.state === 'refused' ? problemTexts(moves, language, job.problems, words.nameOf) : [];
    const titles = new Map(context.records.map(({ id, circular }) => [id, circular.title]));
    const page = registerPage(
      answer.parts,
      { upload, job, hasRest: hasRestFile(data, upload), problems },
      {
        ...words,
        reasonOf: (reason) => inLanguage(language, reason),
        circularOf: (id) => titles.get(id) ?? id,
      },
    );
    const again =
      job.state === 'running' ? html`<meta http-equiv="refresh" content="2">` : undefined;
    return answer.page(t.title, page, job.state === 'refused' ? 422 : 200, again);
  };
  app.get(
    `${at}/:upload/`,
    withOffices(desk, tracking, 'import-register', async (request) => {
      const upload = await asked(request);
      return upload instanceof Response ? upload : show(request, upload);
    }),
  );
  app.post(
    `${at}/:upload/`,
    withOffices(desk, tracking, 'import-register', async (request) => {
      const upload = await asked(request);
      if (upload instanceof Response) return upload;
      const { c, answer, tracking: read } = request;
      const body = await c.req.parseBody({ all: true });
      if (body.do === 'remove') {
        jobs.forget(upload.id);
        removeUpload(data, upload.id);
        return sending(request, done(answer.parts.t.registers.removed));
      }
      const isDryRun = body.do !== 'apply';
      const places = [body.take ?? []].flat().filter((one) => typeof one === 'string');
      jobs.begin(read.context, upload, { take: new Set(places), isDryRun }, desk.report);
      await jobs.look(upload.id);
      return c.redirect(`${registersAt(answer.parts)}/${upload.id}/`, 303);
    }),
  );
  app.get(
    `${at}/:upload/rest/`,
    withOffices(desk, tracking, 'import-register', async (request) => {
      const upload = await asked(request);
      if (upload instanceof Response) return upload;
      const { c, answer } = request;
      if (!hasRestFile(data, upload)) return sayNo(answer, answer.parts.t.registers.missing, 404);
      c.header('content-type', 'text/csv; charset=utf-8');
      const name = encodeURIComponent(`${upload.name}.rest.csv`);
      c.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
      const bytes = Readable.toWeb(createReadStream(restPath(data, upload)));
      return c.body(bytes as ReadableStream);
    }),
  );
};
