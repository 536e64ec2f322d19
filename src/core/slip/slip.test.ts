import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Movement } from '#core/tracking/movement.ts';
import {
  acknowledgedIn,
  guessesToOneInAMillion,
  isGoodOn,
  lastDayOf,
  MOST_LIVE_SLIPS,
  readSlipDays,
  readSlipToken,
  SLIP_CODE,
  SLIP_CODES,
  signatureText,
  signedText,
  slipToken,
} from './slip.ts';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const slip = fc.record({
  id: fc.integer({ min: 1, max: 999_999_999 }),
  circular: fc.string(),
  office: fc.string(),
  issued: day,
  expires: day,
});
const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 32,
  maxLength: 32,
});

describe('the short code of a slip', () => {
  it('is read however it is typed, also in Thai digits', () => {
    const code = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(code, fc.constantFrom('-', ' ', '', ' - ', '–'), (plain, gap) => {
        const typed = `${plain.slice(0, 4)}${gap}${plain.slice(4)}`.toLowerCase();
        const thai = typed.replaceAll(/\d/g, (one) => String.fromCharCode(0x0e50 + Number(one)));
        expect([SLIP_CODE.read(typed), SLIP_CODE.read(thai)]).toEqual([plain, plain]);
      }),
    );
  });

  it('is eight characters that nobody mistakes, in two groups', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        if (bytes.filter((byte) => byte < 232).length < 8) return;
        const code = SLIP_CODE.ofBytes(bytes);
        expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
        expect(SLIP_CODE.read(code)).toBe(code.replace('-', ''));
      }),
    );
  });

  it.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGO', 'ABCDEFGก', 'AAAA AAAA AAAA'])(
    'is not %j',
    (typed) => expect(SLIP_CODE.read(typed)).toBeNull(),
  );
});

describe('the address of a slip', () => {
  it('is read back, in small letters too, and is never longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), hex, (id, digits) => {
        const signature = signatureText(digits);
        const token = slipToken(id, signature);
        expect(token).toMatch(/^[0-9A-V-]{28,36}$/);
        expect(readSlipToken(token)).toEqual({ id, signature });
        expect(readSlipToken(token.toLowerCase())).toEqual({ id, signature });
      }),
    );
  });

  it('of two signatures is never the same', () => {
    fc.assert(
      fc.property(hex, hex, (one, other) => {
        expect(signatureText(one) === signatureText(other)).toBe(one === other);
      }),
    );
  });

  it.each([
    '',
    '1',
    '-',
    `0-${'0'.repeat(26)}`,
    `1-${'0'.repeat(25)}`,
    `1-${'W'.repeat(26)}`,
    `1234567890-${'0'.repeat(26)}`,
  ])('is not %j', (token) => expect(readSlipToken(token)).toBeNull());

  it('signs all that the slip says: what differs in any part has another text', () => {
    fc.assert(
      fc.property(slip, slip, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(signedText(one) === signedText(other)).toBe(isSame);
      }),
    );
    const [known] = fc.sample(slip, { numRuns: 1, seed: 1 });
    for (const change of [
      { id: 7 },
      { circular: 'x' },
      { office: 'x' },
      { issued: '2024-12-31' },
      { expires: '2024-12-31' },
    ]) {
      expect(signedText({ ...(known as NonNullable<typeof known>), ...change })).not.toBe(
        signedText(known as NonNullable<typeof known>),
      );
    }
  });
});

describe('the days of a slip', () => {
  it.each([
    ['2026-11-29', 1, '2026-11-29'],
    ['2026-11-29', 60, '2027-01-27'],
    ['2028-02-28', 2, '2028-02-29'],
    ['2026-01-01', 365, '2026-12-31'],
  ] as const)('from %s, for %i days, end on %s', (issued, days, last) => {
    expect(lastDayOf(issued, days)).toBe(last);
  });

  it.each([
    ['1', 1],
    ['365', 365],
    ['0', null],
    ['366', null],
    ['', null],
    ['6.5', null],
    ['-3', null],
    ['1e2', null],
    ['060', null],
  ] as const)('are read from %j as %j', (typed, days) => expect(readSlipDays(typed)).toBe(days));

  it.each([
    ['2026-11-28', false, true],
    ['2026-11-29', false, true],
    ['2026-11-30', false, false],
    ['2026-11-28', true, false],
  ] as const)('on %s, revoked %j, it is good: %j', (today, revoked, good) => {
    expect(isGoodOn({ expires: '2026-11-29', revoked }, today)).toBe(good);
  });
});

describe('guessing', () => {
  it('is right less often than once in a million as long as so many slips are good', () => {
    expect(SLIP_CODES).toBe(29 ** 8);
    expect(Number.isSafeInteger(SLIP_CODES)).toBe(true);
    expect(guessesToOneInAMillion(MOST_LIVE_SLIPS)).toBeGreaterThan(1);
    expect(guessesToOneInAMillion(236)).toBeCloseTo(2119.69, 1);
  });
});

describe('what is acknowledged', () => {
  const row = (no: number, more: Partial<Movement> = {}): Movement => ({
    no,
    kind: 'acknowledged',
    office: 'd1',
    to: [],
    doubt: {},
    source: 'slip',
    ...more,
  });
  const corrected = (no: number, corrects: number, source: string): Movement =>
    row(no, { kind: 'corrected', corrects, source, date: '2025-03-02' });
  const own = (one: Movement): Movement => ({ ...one, kind: 'acknowledged', no: 1 });

  it('is of a slip where the row and its newest correction are', () => {
    const first = row(1);
    expect(acknowledgedIn([first], [first])).toEqual({
      movement: first,
      newest: 1,
      isOfSlip: true,
    });
    const second = corrected(2, 1, 'slip');
    expect(acknowledgedIn([first, second], [own(second)])?.isOfSlip).toBe(true);
  });

  it('is an officer’s where one of them recorded or corrected it', () => {
    const officer = row(1, { source: 'register:d1' });
    expect(acknowledgedIn([officer], [officer])?.isOfSlip).toBe(false);
    const rows = [row(1), corrected(2, 1, 'register:d1')];
    const shown = own(rows[1] as Movement);
    expect(acknowledgedIn(rows, [shown])).toMatchObject({ newest: 2, isOfSlip: false });
  });

  it('is none where nothing of that kind stands', () => {
    const received = row(1, { kind: 'received' });
    expect(acknowledgedIn([received], [received])).toBeNull();
    expect(acknowledgedIn([], [])).toBeNull();
  });
});
