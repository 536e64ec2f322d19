import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listenOnLoopback } from './listen.ts';
import { createStaticServer } from './static-server.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-compression-'));
  server = createStaticServer({ folder }, (fault) => {
    throw fault;
  });
  port = await listenOnLoopback(server, 0);
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** Body and coding of an answer, as they come: fetch would decompress it. */
const ask = (path: string, coding: string) =>
  new Promise<{ coding: string | undefined; body: Buffer }>((resolve, reject) => {
    const headers = { 'accept-encoding': coding };
    request({ host: '127.0.0.1', port, path, headers }, async (response) => {
      resolve({ coding: response.headers['content-encoding'], body: await buffer(response) });
    })
      .on('error', reject)
      .end();
  });

const DECOMPRESS = [
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const;

it.each(DECOMPRESS)(
  'compresses a file with %s once, and anew when it changed',
  async (coding, decompress) => {
    const write = async (text: string, seconds: number) => {
      await writeFile(join(folder, 'changing.json'), text);
      await utimes(join(folder, 'changing.json'), seconds, seconds);
    };
    const read = async () => {
      const answer = await ask('/changing.json', coding);
      expect(answer.coding).toBe(coding);
      return decompress(answer.body).toString();
    };
    const [before, after] = ['[1]'.repeat(400), '[2]'.repeat(400)];
    await write(before, 1e9);
    expect(await read()).toBe(before);
    // By its size and time it is the same file, which is not read again.
    await write(after, 1e9);
    expect(await read()).toBe(before);
    await write(after, 1e9 + 1);
    expect(await read()).toBe(after);
  },
);

it.each(DECOMPRESS)(
  'compresses with %s what is too large to be kept, as it is read',
  async (coding, decompress) => {
    const text = '[1]'.repeat(400_000);
    await writeFile(join(folder, 'large.json'), text);
    const answer = await ask('/large.json', coding);
    expect([answer.coding, decompress(answer.body).toString() === text]).toEqual([coding, true]);
  },
);
