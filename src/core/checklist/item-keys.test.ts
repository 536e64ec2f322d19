import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ItemTexts, itemKeys } from './item-keys.ts';

const SIGN_IN: ItemTexts = ['ผู้ใช้งานทุกคน', 'ยืนยันตัวตน', '2025-04-30', null];
const REVIEW: ItemTexts = ['หัวหน้าหน่วยงานคลัง', 'ตรวจรายชื่อผู้ใช้', null, 'P6M'];

describe('itemKeys', () => {
  it('gives an item the same key wherever it stands', () => {
    const [signIn, review] = itemKeys([SIGN_IN, REVIEW]);
    expect(itemKeys([REVIEW, ['x'], SIGN_IN])).toEqual([review, expect.any(String), signIn]);
  });

  it('does not depend on white space', () => {
    expect(itemKeys([['ก  ข ']])).toEqual(itemKeys([[' ก ข']]));
  });

  it.each([
    ['another role', ['อำเภอ', 'ยืนยันตัวตน', '2025-04-30', null]],
    ['another text', ['ผู้ใช้งานทุกคน', 'ยืนยันตัวตนอีกครั้ง', '2025-04-30', null]],
    ['another day', ['ผู้ใช้งานทุกคน', 'ยืนยันตัวตน', '2025-05-30', null]],
    ['a round', ['ผู้ใช้งานทุกคน', 'ยืนยันตัวตน', '2025-04-30', 'P6M']],
    ['a text moved to another field', ['ผู้ใช้งานทุกคน', 'ยืนยันตัวตน', null, '2025-04-30']],
  ])('gives an item with %s another key', (_, changed) => {
    expect(itemKeys([changed])).not.toEqual(itemKeys([SIGN_IN]));
  });

  it('tells items with the same texts apart', () => {
    const [key] = itemKeys([SIGN_IN]);
    expect(itemKeys([SIGN_IN, REVIEW, SIGN_IN])).toEqual([key, expect.any(String), `${key}-2`]);
  });

  it('gives every item of a list a key of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 30 }), (items) => {
        const keys = itemKeys(items);
        expect(new Set(keys).size).toBe(items.length);
        for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}(-\d+)?$/);
      }),
    );
  });
});
