import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OutgoingMail } from '#store/mail/mailer.ts';
import { patientMailer } from './patient-mailer.ts';

const LETTER = { to: 'reader@office.example', subject: 'ยืนยัน' } as OutgoingMail;
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A mailer whose server answers in turn what is given, and afterwards takes everything; `null` is no answer ever. */
const mailerWith = (...answers: readonly (number | null)[]) => {
  const left = [...answers];
  const tried: number[] = [];
  const start = Date.now();
  const lines: string[] = [];
  const send = async (): Promise<number> => {
    tried.push((Date.now() - start) / MINUTE);
    const code = left.length > 0 ? left.shift() : 250;
    if (code === null) return new Promise(() => {});
    if (code === 250) return 250;
    throw Object.assign(new Error(`${code} not now`), { responseCode: code });
  };
  const mailer = patientMailer({ send, close: () => {} }, (line) => lines.push(line));
  return { mailer, tried, lines };
};

it('hands a letter over once where the server takes it', async () => {
  const { mailer, tried, lines } = mailerWith();
  await mailer.send(LETTER);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect([tried, lines]).toEqual([[0], []]);
});

it('sends a letter again that the server puts off, as one does that does not know the sender', async () => {
  const { mailer, tried, lines } = mailerWith(451, 451);
  await mailer.send(LETTER);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(tried).toEqual([0, 1, 6]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/451 not now; it is sent again in 1 minute\. See that SMTP_URL/);
  expect(lines.join()).not.toContain('reader@');
});

it('gives up after fifteen minutes more, and says so', async () => {
  const { mailer, tried, lines } = mailerWith(451, 451, 451, 451, 451);
  await mailer.send(LETTER);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(tried).toEqual([0, 1, 6, 21]);
  expect(lines.at(-1)).toContain('it is given up');
});

it.each([535, 550])('does not repeat what was refused for good (%i)', async (code) => {
  const { mailer, tried, lines } = mailerWith(code);
  await mailer.send(LETTER);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(tried).toEqual([0]);
  expect(lines).toEqual([expect.stringContaining(`${code} not now; it is given up`)]);
});

it('lets nobody wait for a server that does not answer', async () => {
  const { mailer } = mailerWith(null);
  let done = false;
  const sending = mailer.send(LETTER).then(() => {
    done = true;
  });
  await vi.advanceTimersByTimeAsync(2900);
  expect(done).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await sending;
  expect(done).toBe(true);
});

it('tries nothing more once it was stopped', async () => {
  const { mailer, tried } = mailerWith(451);
  await mailer.send(LETTER);
  mailer.stop();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect([tried, vi.getTimerCount()]).toEqual([[0], 0]);
});
