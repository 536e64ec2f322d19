import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printStoredRecords, readStoredRecords, type StoredRecord } from './stored-record.ts';

const record: fc.Arbitrary<StoredRecord> = fc.record({
  id: fc.stringMatching(/^25\d\d\/[a-z0-9-]{1,20}$/),
  digest: fc.stringMatching(/^[0-9a-f]{8} [0-9a-f]{8}$/),
  byAstro: fc.boolean(),
  json: fc.json(),
  body: fc.record({
    text: fc.string({ unit: fc.constantFrom('ก', '\n', '\t', '"', '\\', '\u2028', 'a') }),
    letters: fc.array(
      fc.tuple(
        fc.string(),
        fc.array(fc.record({ href: fc.string(), dates: fc.array(fc.string()) })),
      ),
    ),
  }),
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

it('reads what it printed, whatever stands in a text', () => {
  fc.assert(
    fc.property(fc.array(record), (records) => {
      const read = readStoredRecords(bytesOf(printStoredRecords(records)));
      expect(
        read.map(({ id, digest, byAstro, json, body }) => ({ id, digest, byAstro, json, body })),
      ).toEqual(records);
    }),
  );
});

it('leaves out a line that was cut off', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), fc.nat(), (records, at) => {
      const text = printStoredRecords(records);
      const cut = text.slice(0, at % text.length);
      const whole = cut.split('\n').length - 1;
      expect(readStoredRecords(bytesOf(cut)).map(({ id }) => id)).toEqual(
        records.slice(0, whole).map(({ id }) => id),
      );
    }),
  );
});
