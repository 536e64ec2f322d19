import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { LOOPBACK, listenOnLoopback } from '#store/portal/listen.ts';
import { createStaticServer } from '#store/portal/static-server.ts';
import { seededRandom } from '../../lib/random.ts';

/** Bytes of an answer that a packet carries on most lines. */
const PACKET = 1460;

export interface Loss {
  /** Share of packets that are lost, from 0 to 1. */
  readonly share: number;
  /** Milliseconds that a lost packet holds up what follows it: a round trip, until it has been sent again. */
  readonly delay: number;
}

/** A slow line: bytes of bodies a second, of all answers together, and milliseconds from a request to its answer. */
export interface Line {
  readonly bytesPerSecond: number;
  readonly latency: number;
}

/** Answers since the last count, and bytes of their bodies as they were sent. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

export interface LossyServer {
  readonly url: string;
  /** Which packets are lost from now on, and over which line, if any, all is sent; counts from nothing again. */
  readonly begin: (seed: number, line?: Line | null) => void;
  readonly traffic: () => Traffic;
  readonly close: () => void;
}

const hash = (text: string): number =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619), 7);

/** The packets of a body; before a lost one it waits. The same address and seed lose the same packets. */
export async function* losePackets(
  body: AsyncIterable<Uint8Array>,
  loss: Loss,
  seed: number,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): AsyncGenerator<Uint8Array> {
  const { chance } = seededRandom(seed);
  for await (const chunk of body) {
    for (let at = 0; at < chunk.length; at += PACKET) {
      if (chance(loss.share)) await wait(loss.delay);
      yield chunk.subarray(at, at + PACKET);
    }
  }
}

/** When something of so many bytes has gone over a line, one after the other; `now` and results in milliseconds. */
export const sendingTimes = ({
  bytesPerSecond,
}: Pick<Line, 'bytesPerSecond'>): ((bytes: number, now: number) => number) => {
  let free = 0;
  return (bytes, now) => {
    free = Math.max(free, now) + (1000 * bytes) / bytesPerSecond;
    return free;
  };
};

/**
 * Serves a built portal as `npm start` does, over a line that loses packets, which no browser emulates for HTTP. Counts
 * what it sends.
 */
export const openLossyServer = async (folder: string, loss: Loss): Promise<LossyServer> => {
  const faults: Error[] = [];
  const report = (fault: Error) => faults.push(fault);
  const origin = createStaticServer({ folder }, report);
  await new Promise<void>((resolve) => origin.listen(0, LOOPBACK, resolve));
  const { port } = origin.address() as AddressInfo;
  let seed = 0;
  let requests = 0;
  let bytes = 0;
  let latency = 0;
  let sentAt: ReturnType<typeof sendingTimes> | null = null;

  async function* counted(body: AsyncIterable<Uint8Array>) {
    for await (const packet of body) {
      bytes += packet.length;
      const now = performance.now();
      if (sentAt) await pause(sentAt(packet.length, now) - now);
      yield packet;
    }
  }
  const answer = async (
    { url = '/', method, headers }: IncomingMessage,
    response: ServerResponse,
  ) => {
    requests++;
    if (latency > 0) await pause(latency);
    const from = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ host: LOOPBACK, port, path: url, method, headers }, resolve)
        .once('error', reject)
        .end();
    });
    const seedHere = hash(`${seed} ${url}`);
    // The head of an answer is a packet as well.
    if (seededRandom(seedHere + 1).chance(loss.share)) await pause(loss.delay);
    response.writeHead(from.statusCode ?? 500, from.headers);
    response.flushHeaders();
    await pipeline(Readable.from(counted(losePackets(from, loss, seedHere))), response);
  };
  const server = createServer((asked, response) => {
    // A reader who went away before the end is none of its faults.
    answer(asked, response).catch(() => response.destroy());
  });
  const listening = await listenOnLoopback(server, 0);
  return {
    url: `http://${LOOPBACK}:${listening}`,
    begin: (next, line = null) => {
      [seed, requests, bytes, latency] = [next, 0, 0, line?.latency ?? 0];
      sentAt = line && sendingTimes(line);
    },
    traffic: () => ({ requests, bytes }),
    close: () => {
      for (const one of [server, origin]) {
        one.closeAllConnections();
        one.close();
      }
      if (faults[0]) throw faults[0];
    },
  };
};
