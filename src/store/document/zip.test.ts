import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BOUNDS } from './bounds.ts';
import { deflatedSpaces, zipOf } from './testing/made-zip.ts';
import { openZip } from './zip.ts';

const A = { name: 'a.xml', data: 'ก'.repeat(300) };

const zip = zipSync({
  'a.xml': strToU8('ก'.repeat(300)),
  'b.xml': [strToU8('ข'), { level: 0 }],
  'empty.xml': new Uint8Array(),
});

/** The zip with some bytes of the list of its files changed; `at` is counted from the entry of a.xml there. */
const changed = (at: number, value: number): Uint8Array => {
  const bytes = Buffer.from(zip);
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt16LE(value, entry + at);
  return bytes;
};

/** The same file listed as writers of large zips do: sizes and places in records of 64 bits. */
const large = (): Uint8Array => {
  const bytes = Buffer.from(zipSync({ 'a.xml': strToU8('ก'.repeat(300)) }));
  const start = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const end = bytes.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entry = Buffer.from(bytes.subarray(start, end));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [index, place] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(place)), 4 + index * 8);
    entry.writeUInt32LE(0xffffffff, place);
  }
  entry.writeUInt16LE(extra.length, 30);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + entry.length + extra.length), 8);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([bytes.subarray(0, start), entry, extra, record, locator, tail]);
};

describe('openZip', () => {
  it('reads sizes and places of 64 bits', () => {
    const bytes = openZip(large(), 1000).read('a.xml') as Uint8Array;
    expect(new TextDecoder().decode(bytes)).toBe('ก'.repeat(300));
  });

  it('refuses a list of 64 bits that is not there', () => {
    const bytes = Buffer.from(large());
    bytes.writeUInt32LE(0, bytes.indexOf(Buffer.from([0x50, 0x4b, 6, 7])));
    expect(() => openZip(bytes, 1000)).toThrow('its list of files is missing');
  });

  it('gives the files, packed or not, by names in any case', () => {
    const { names, read } = openZip(zip, 1000);
    const text = (name: string): string => new TextDecoder().decode(read(name) as Uint8Array);
    expect(names).toEqual(['a.xml', 'b.xml', 'empty.xml']);
    expect([text('A.XML').length, text('b.xml'), text('empty.xml')]).toEqual([300, 'ข', '']);
    expect(read('c.xml')).toBeNull();
  });

  it('unpacks no more in all than it may', () => {
    const { read } = openZip(zip, 901);
    read('a.xml');
    expect(() => read('b.xml')).toThrow('more than 1 MB of text when unpacked');
  });

  it.each([
    ['has no list of files', strToU8('PK\u0003\u0004 cut short'), 'its list of files is missing'],
    ['lists files that are not there', zip.subarray(100), 'its list of files is broken'],
    ['says less than it unpacks to', changed(24, 10), 'a.xml cannot be unpacked'],
    ['says more than it unpacks to', changed(24, 950), 'a.xml has not the checksum'],
    ['has another checksum', changed(16, 1), 'a.xml has not the checksum'],
    ['is packed in an unknown way', changed(10, 9), 'a.xml is packed by method 9'],
    ['is locked', changed(8, 1), 'the document is locked with a password'],
    ['has a file elsewhere', zipOf([{ ...A, place: 7 }]), 'a.xml is not where it should be'],
    ['has a file that is cut short', zipOf([{ ...A, packed: 60_000 }]), 'a.xml is cut short'],
    ['lists a file twice', zipOf([A, A]), 'it lists a.xml twice'],
    ['lists a file twice, in other case', zipOf([A, { ...A, name: 'A.XML' }]), 'lists A.XML twice'],
    [
      'has a file within another',
      zipOf([A, { name: 'b.xml', data: 'ข', place: 40 }]),
      'a.xml and b.xml lie over each other',
    ],
    [
      'gives two names to the same bytes',
      zipOf([A, { ...A, name: 'b.xml', place: 0 }]),
      'a.xml and b.xml lie over each other',
    ],
  ])('refuses a zip that %s', (_, bytes, message) => {
    expect(() => openZip(bytes, 1000).read('a.xml')).toThrow(message);
  });

  it('refuses a zip of more files than a document has', () => {
    const three = zipOf([A, { name: 'b' }, { name: 'c' }]);
    expect(openZip(three, 1000, { ...BOUNDS, zipEntries: 3 }).names).toHaveLength(3);
    expect(() => openZip(three, 1000, { ...BOUNDS, zipEntries: 2 })).toThrow(
      'the zip lists 3 files, more than 2',
    );
  });

  it.each([
    ['says so', 2 ** 31, 'a.xml has 2048 MB unpacked, more than 128'],
    ['says less', 1000, 'a.xml cannot be unpacked'],
  ])('unpacks nothing of 2 GB where the zip %s', (_, size, message) => {
    const packed = zipOf([{ name: 'a.xml', raw: deflatedSpaces(2048), size }]);
    const before = process.memoryUsage().rss;
    expect(() => openZip(packed, 2 ** 32).read('a.xml')).toThrow(message);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });

  it('leaves zips within zips as they are', () => {
    const outer = zipOf([{ name: 'inner.zip', data: zip }]);
    expect(Buffer.compare(openZip(outer, 1000).read('inner.zip') as Uint8Array, zip)).toBe(0);
  });
});
