import { describe, expect, it } from 'vitest';
import { carryFragment, readFragment, writeFragment } from './fragment.ts';

describe('readFragment', () => {
  it.each([
    ['', null, null],
    ['#p50', 'p50', null],
    ['#d5009', 'd5009', null],
    ['#a110050+attachment-2', 'a110050', 'attachment-2'],
    ['#attachment-2', null, 'attachment-2'],
    ['#%E0%B8%81', null, 'ก'],
    ['#50%', null, '50'],
    ['#dla', null, 'dla'],
    ['#<script>', null, '<script>'],
  ])('%s', (hash, office, anchor) => expect(readFragment(hash)).toEqual({ office, anchor }));
});

it.each([
  ['', null, ''],
  ['', 'attachment-2', '#attachment-2'],
  ['#p50', null, '#p50'],
  ['#p50', 'attachment-2', '#p50+attachment-2'],
  ['#actions', 'attachment-2', '#actions'],
])('%s is carried on to a place %s as %s', (hash, anchor, carried) => {
  expect(carryFragment(hash, anchor)).toBe(carried);
  expect(writeFragment(readFragment(carried))).toBe(carried);
});
