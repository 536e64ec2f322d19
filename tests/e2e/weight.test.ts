import { describe, expect, it } from 'vitest';
import { CIRCULARS, onPage } from './portal.ts';

const LIMIT = 60 * 1024;

/** Bytes that came over the wire for a page, by kind of file, with an empty cache. */
const transferred = (path: string) =>
  onPage('about:blank', {}, async (page) => {
    const bytes = new Map<string, number>();
    const kinds = new Map<string, string>();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'Other';
      bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    return Object.fromEntries(bytes);
  });

describe.each(CIRCULARS)('%s', (path) => {
  it('comes in at most 60 KB before fonts', async () => {
    const { Font = 0, ...rest } = await transferred(path);
    const sum = Object.values(rest).reduce((total, bytes) => total + bytes, 0);
    expect(sum, `${JSON.stringify(rest)}, fonts ${Font}`).toBeLessThanOrEqual(LIMIT);
    expect(rest.Document).toBeGreaterThan(1000);
  });
});
