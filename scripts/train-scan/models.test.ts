import { describe, expect, it } from 'vitest';
import { characterRows } from './character-rows.ts';
import { spell } from './charset.ts';
import { floatNetwork } from './float-model.ts';
import { trainingFile } from './training-file.ts';

const int = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.concat([int(value.length), Buffer.from(value)]);
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

/** A layer's head as Tesseract writes it: its kind, two flags, its inputs, outputs, number of weights and name. */
const head = (kind: string, inputs: number, outputs: number): Buffer =>
  Buffer.concat([
    Buffer.from([0]),
    text(kind),
    Buffer.from([0, 0]),
    int(0),
    int(inputs),
    int(outputs),
    int(0),
    text('x'),
  ]);
const TAIL = Buffer.concat([text('[1,1]'), int(1 | 4), Buffer.from('rest')]);
const SMALL = Buffer.concat([
  Buffer.from([128 | 1]),
  int(1),
  int(2),
  Buffer.from([0]),
  Buffer.from(Int8Array.from([127, -64])),
  int(1),
  double(0.5),
]);

describe('making weights float', () => {
  it('multiplies each byte by the scale of its row, and marks the network as float', () => {
    const { network, layers } = floatNetwork(Buffer.concat([head('Softmax', 1, 1), SMALL, TAIL]));
    expect(layers).toBe('[1,1]');
    expect(network).toEqual(
      Buffer.concat([
        head('Softmax', 1, 1),
        Buffer.from([128 | 4]),
        int(1),
        int(2),
        double(0),
        double(63.5),
        double(-32),
        text('[1,1]'),
        int(4),
        Buffer.from('rest'),
      ]),
    );
  });

  it.each([
    [
      'a layer that it does not know',
      Buffer.concat([head('Novel', 1, 1), TAIL]),
      /unknown kind "Novel"/,
    ],
    [
      'weights that are float already',
      Buffer.concat([head('Softmax', 1, 1), Buffer.from([128])]),
      /mode 128/,
    ],
    [
      'an end in the middle',
      Buffer.concat([head('Softmax', 1, 1), SMALL.subarray(0, 12)]),
      /ends at byte/,
    ],
  ])('refuses %s', (_, network, why) => expect(() => floatNetwork(network)).toThrow(why));
});

describe('characters', () => {
  const table = 'NULL 0 Common 0\n๐ 8 0,255,0,255,0,0,0,0,0,0 Thai 1 0 1 ๐\n';

  it('adds the digits that the base lacks, numbered on, and none twice', () => {
    const rows = characterRows(`2\n${table}`).trim().split('\n');
    expect(rows[0]).toBe(String(rows.length - 1));
    expect(rows.slice(1, 3).join('\n')).toBe(table.trim());
    expect(rows[3]).toBe('๔ 8 0,255,0,255,0,0,0,0,0,0 Thai 2 0 2 ๔');
    expect(characterRows(rows.join('\n'))).toBe(`${rows.join('\n')}\n`);
  });

  it.each([
    ['จำนวน ๙ ฉบับ', 'จ\u0e4d\u0e32นวน ๙ ฉบับ'],
    ['漢', null],
  ])('spells %s', (written, spelt) => expect(spell(written)).toBe(spelt));
});

describe('a training file', () => {
  it('holds pictures and texts as Tesseract reads them', () => {
    const file = trainingFile([{ png: Buffer.from('PNG'), text: 'ก' }]);
    expect(file).toEqual(
      Buffer.concat([
        int(1),
        Buffer.from([1]),
        text('line-0.png'),
        int(0),
        text('PNG'),
        text('tha'),
        int(3),
        Buffer.from('ก'),
        int(0),
        int(0),
        Buffer.from([0]),
      ]),
    );
  });
});
