import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  planSending,
  readLedger,
  type SentLine,
  type SentState,
  writeLine,
} from './sent-ledger.ts';

const PERIOD = '2026-11-22..2026-11-28';
const hash = (letter: string): string => letter.repeat(64);
const line = (to: string, state: SentState, period = PERIOD): SentLine => ({
  period,
  to: hash(to),
  state,
  at: '2026-11-28T09:00:00.000Z',
});
const states = fc.constantFrom<SentState>('sending', 'sent', 'refused', 'deferred', 'unknown');
const lines = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), states).map(([to, state]) => line(to, state)),
);

describe('a ledger', () => {
  it('reads back what it writes, and counts a torn line as not written', () => {
    fc.assert(
      fc.property(lines, fc.nat({ max: 60 }), (written, cut) => {
        const text = written.map(writeLine).join('');
        expect(readLedger(text)).toEqual({ lines: written, broken: [], end: text.length });
        if (written.length === 0) return;
        const torn = text.slice(0, -1 - cut);
        const read = readLedger(torn);
        expect(read.lines).toEqual(written.slice(0, -1));
        expect(torn.slice(0, read.end)).toBe(written.slice(0, -1).map(writeLine).join(''));
      }),
    );
  });

  it.each(['nonsense', '{}', '', '{"period":"2026","to":"x","state":"sent","at":""}'])(
    'says that %j is no line',
    (text) => {
      const read = readLedger(`${writeLine(line('a', 'sent'))}${text}\n`);
      expect(read.broken).toEqual([2]);
    },
  );
});

describe('the plan', () => {
  const items = ['a', 'b'].map((name) => ({ name, hash: hash(name) }));
  const plan = (written: readonly SentLine[], again = false) =>
    Object.entries(planSending(items, written, PERIOD, again))
      .filter(([, group]) => group.some(({ name }) => name === 'a'))
      .map(([name]) => name)
      .join();

  it.each<[string, SentLine[], string]>([
    ['nothing', [], 'send'],
    ['a message that was sent', [line('a', 'sending'), line('a', 'sent')], 'sent'],
    ['a process that died', [line('a', 'sending')], 'unknown'],
    ['a connection that broke', [line('a', 'sending'), line('a', 'unknown')], 'unknown'],
    ['an address that was refused', [line('a', 'sending'), line('a', 'refused')], 'refused'],
    ['an address that was put off', [line('a', 'sending'), line('a', 'deferred')], 'send'],
    ['another period', [line('a', 'sent', '2026-11-15..2026-11-21')], 'send'],
    ['another recipient', [line('b', 'sent')], 'send'],
    [
      'one put off, then sent',
      [line('a', 'deferred'), line('a', 'sending'), line('a', 'sent')],
      'sent',
    ],
  ])('after %s', (_, written, expected) => {
    expect(plan(written)).toBe(expected);
  });

  it('sends once more to whom it may have sent only where that is asked for', () => {
    expect(plan([line('a', 'sending')], true)).toBe('send');
    expect(plan([line('a', 'sent')], true)).toBe('sent');
  });

  it('never sends to whoever was sent to or may have been', () => {
    fc.assert(
      fc.property(lines, (written) => {
        for (const { name, hash: to } of planSending(items, written, PERIOD).send) {
          const last = written.filter((one) => one.to === to).at(-1)?.state;
          expect([name, last ?? 'deferred']).toEqual([name, 'deferred']);
        }
      }),
    );
  });
});
