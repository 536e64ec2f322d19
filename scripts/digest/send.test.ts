import { describe, expect, it } from 'vitest';
import type { SentLine } from '#core/digest/sent-ledger.ts';
import type { OutgoingMail } from '#store/mail/mailer.ts';
import { type SendingItem, sendAll } from './send.ts';

const PERIOD = '2026-11-22..2026-11-28';
const LIMITS = { rate: 60, tries: 3, wait: 30 };
const item = (name: string): SendingItem => ({
  address: `${name}@office.example`,
  hash: name.repeat(64),
  mail: () => (name === 'f' ? null : ({ to: name } as OutgoingMail)),
});

/** A world whose server answers each message with the next of `answers`: true, or what nodemailer would throw. */
const world = (answers: readonly (true | object)[], before: readonly SentLine[] = []) => {
  const ledger: SentLine[] = [...before];
  const sent: string[] = [];
  const slept: number[] = [];
  const rest = [...answers];
  return {
    ledger,
    sent,
    slept,
    deps: {
      mailer: {
        send: async ({ to }: OutgoingMail) => {
          const answer = rest.shift() ?? true;
          if (answer !== true) throw answer;
          sent.push(to);
          return 250;
        },
      },
      ledger: { lines: before, append: (line: SentLine) => void ledger.push(line) },
      now: () => new Date('2026-11-28T09:00:00Z'),
      sleep: async (time: number) => void slept.push(time),
    },
  };
};
const run = (names: string, made: ReturnType<typeof world>, again = false) =>
  sendAll([...names].map(item), PERIOD, LIMITS, made.deps, again);
const states = ({ ledger }: ReturnType<typeof world>) =>
  ledger.map(({ to, state }) => `${to[0]} ${state}`);

const FULL = { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452 };
const GONE = { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 };
const BROKEN = { code: 'ECONNECTION', command: 'CONN' };
const DOWN = { code: 'ESOCKET', command: 'CONN', syscall: 'connect' };
const LOCKED = { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 };

describe('sending', () => {
  it('writes before and after each message, and keeps to the rate', async () => {
    const made = world([]);
    expect(await run('abf', made)).toMatchObject({ sent: 2, nothing: 1, stopped: null });
    expect(states(made)).toEqual(['a sending', 'a sent', 'b sending', 'b sent']);
    expect(made.slept).toEqual([1000]);
  });

  it('records a refused address, and goes on', async () => {
    const made = world([GONE]);
    expect(await run('ab', made)).toMatchObject({
      sent: 1,
      refused: [{ address: 'a@office.example', code: 550 }],
    });
    expect(made.ledger[1]).toMatchObject({ state: 'refused', code: 550 });
  });

  it('tries an address that was put off after the others, and no more often than it may', async () => {
    const made = world([FULL]);
    expect(await run('ab', made)).toMatchObject({ sent: 2, deferred: [] });
    expect(made.sent).toEqual(['b', 'a']);
    expect(made.slept).toEqual([1000, 30_000, 1000]);
    const never = world([FULL, FULL, FULL, FULL]);
    expect(await run('a', never)).toMatchObject({
      sent: 0,
      deferred: [{ address: 'a@office.example', code: 452 }],
    });
    expect(never.ledger).toHaveLength(6);
  });

  it('names whoever may have the message, and does not send it again', async () => {
    const made = world([BROKEN]);
    const report = await run('ab', made);
    expect(report).toMatchObject({ sent: 1, unknown: [{ address: 'a@office.example' }] });
    const next = world([], made.ledger);
    expect(await run('ab', next)).toMatchObject({
      sent: 0,
      before: 1,
      unknown: [{ address: 'a@office.example' }],
    });
    const asked = world([], made.ledger);
    expect(await run('ab', asked, true)).toMatchObject({ sent: 1, unknown: [] });
    expect(asked.sent).toEqual(['a']);
  });

  it.each([
    ['cannot be had', [DOWN, DOWN, DOWN], 'busy', 3],
    ['refuses our password', [LOCKED], 'stop', 1],
  ])('stops where the server %s', async (_, answers, why, attempts) => {
    const made = world(answers);
    expect(await run('abc', made)).toMatchObject({ sent: 0, stopped: { why, left: 3 } });
    expect(made.ledger).toHaveLength(attempts * 2);
    const next = world([], made.ledger);
    expect(await run('abc', next)).toMatchObject({ sent: 3, unknown: [] });
  });

  it('goes on once a busy server takes messages', async () => {
    const made = world([DOWN]);
    expect(await run('a', made)).toMatchObject({ sent: 1 });
    expect(made.slept).toEqual([30_000]);
  });
});
