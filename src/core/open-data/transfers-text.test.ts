import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Transfer } from '#core/figures/transfer.ts';
import { csvTable } from './csv.ts';
import { Digest } from './digest.ts';
import { openTransfer } from './figures.ts';
import { transfersCsv, transfersJson } from './transfers-text.ts';

const FACTS = { licence: 'https://licence.example/', asOf: '2026-01-31' };
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const text = fc.constantFrom('ครั้งที่ 1', 'ครั้งที่ 2, งวดแรก', '"พิเศษ"', '=1+1', ' a ', '\\u0001');
const transfer: fc.Arbitrary<Transfer> = fc.record({
  fiscalYear: fc.constantFrom(2568, 2569),
  transfer: text,
  grantType: text,
  period: fc.oneof(text, fc.constant('')),
  office: fc.constantFrom('a1', 'a500954'),
  amount: fc.bigInt({ min: 0n, max: 10_000_000_000_000n }),
  date: fc.constantFrom('2025-10-20', '2025-11-02'),
  letterNumber: fc.constantFrom('', 'มท 0899.9/ว 401'),
  source: fc.constantFrom('sample', 'หนังสือแจ้ง'),
});
const transfers = fc.array(transfer, { minLength: 1, maxLength: 8 });

it('holds the open form of every transfer, in their order', () => {
  fc.assert(
    fc.property(transfers, (all) => {
      const json = decoder.decode(transfersJson(all, FACTS));
      expect(json).toBe(JSON.stringify({ ...FACTS, items: all.map(openTransfer) }));
      const rows = all.map((one) => ({ ...openTransfer(one), ...FACTS }));
      expect(decoder.decode(transfersCsv(all, FACTS))).toBe(
        csvTable(Object.keys(rows[0] ?? {}), rows),
      );
    }),
  );
});

it('has another digest as soon as a byte of it is another', () => {
  const digestOf = (bytes: Uint8Array): string => {
    const digest = new Digest();
    digest.addBytes(bytes);
    return digest.text();
  };
  fc.assert(
    fc.property(transfers, fc.nat(), (all, nth) => {
      const bytes = transfersJson(all, FACTS);
      const before = digestOf(bytes);
      expect(digestOf(bytes)).toBe(before);
      const at = nth % bytes.length;
      bytes[at] = ((bytes[at] as number) + 1) % 256;
      expect(digestOf(bytes)).not.toBe(before);
    }),
  );
});
