import { expect, it } from 'vitest';
import { losePackets, sendingTimes } from './lossy-server.ts';

const BODY = new Uint8Array(1460 * 400 + 7).map((_, at) => at % 251);

async function* inChunks(size: number) {
  for (let at = 0; at < BODY.length; at += size) yield BODY.subarray(at, at + size);
}

const send = async (share: number, seed: number, chunk = 65_536) => {
  const waits: number[] = [];
  const packets: Uint8Array[] = [];
  const wait = async () => void waits.push(packets.length);
  for await (const packet of losePackets(inChunks(chunk), { share, delay: 400 }, seed, wait)) {
    packets.push(packet);
  }
  return { waits, bytes: Buffer.concat(packets) };
};

it('holds packets up, and loses nothing of what they carry', async () => {
  const { waits, bytes } = await send(0.02, 1);
  expect(bytes.equals(BODY)).toBe(true);
  expect(waits.length).toBeGreaterThan(1);
  expect(waits.length).toBeLessThan(25);
});

it('holds up the same ones for the same seed, others for another, none without loss', async () => {
  expect((await send(0.02, 1)).waits).toEqual((await send(0.02, 1)).waits);
  expect((await send(0.02, 2)).waits).not.toEqual((await send(0.02, 1)).waits);
  expect((await send(0, 1)).waits).toEqual([]);
});

it('sends one after the other over a slow line, and at once where it was idle', () => {
  const sentAt = sendingTimes({ bytesPerSecond: 20_000 });
  expect([sentAt(2000, 50), sentAt(1000, 60), sentAt(20, 500)]).toEqual([150, 200, 501]);
});
