import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type KeptOfRecord,
  printStoredRecords,
  readStoredRecords,
  storedRecordOf,
} from './stored-record.ts';

const record: fc.Arbitrary<KeptOfRecord> = fc.record({
  id: fc.stringMatching(/^25\d\d\/[a-z0-9-]{1,20}$/),
  digest: fc.stringMatching(/^[0-9a-f]{8} [0-9a-f]{8}$/),
  byAstro: fc.boolean(),
  data: fc.dictionary(fc.string(), fc.jsonValue()),
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

/** As JSON has it: without -0. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const partsOf = ({ id, digest, byAstro, data, body }: KeptOfRecord) =>
  asJson({ id, digest, byAstro, data, body });

it('reads what it printed, whatever stands in a text', () => {
  fc.assert(
    fc.property(fc.array(record), (records) => {
      const read = readStoredRecords(printStoredRecords(records.map(storedRecordOf)));
      expect(read.map(partsOf)).toEqual(asJson(records));
    }),
  );
});

it('has the same data before it is printed and after', () => {
  fc.assert(
    fc.property(record, (kept) => {
      expect(partsOf(storedRecordOf(kept))).toEqual(asJson(kept));
      expect(storedRecordOf({ ...kept, data: { a: undefined } }).data).toEqual({});
    }),
  );
});

it('leaves out a line that was cut off', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), fc.nat(), (records, at) => {
      const bytes = printStoredRecords(records.map(storedRecordOf));
      const cut = bytes.subarray(0, at % bytes.length);
      const whole = cut.filter((byte) => byte === 10).length;
      expect(readStoredRecords(cut).map(({ id }) => id)).toEqual(
        records.slice(0, whole).map(({ id }) => id),
      );
    }),
  );
});
