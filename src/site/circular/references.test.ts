import { describe, expect, it } from 'vitest';
import type { AnyReference } from '#core/letter/letter.ts';
import type { RecordLink } from '../records.ts';
import { viewReference } from './references.ts';

const LAW = { path: 'laws/trial', href: '/laws/trial/', title: 'ระเบียบทดลอง' } as RecordLink;
const view = (reference: AnyReference) =>
  viewReference(reference, new Map([[LAW.path, LAW]]), String);

describe('what a letter refers to', () => {
  it('is a letter by its number and date', () => {
    const letter = { number: { value: 'มท 0899.2/ว 9' }, date: { value: '2026-01-05' } } as const;
    expect(view({ ...letter, external: true })).toMatchObject({
      isLetter: true,
      name: { text: 'มท ๐๘๙๙.๒/ว ๙' },
      date: { text: '๕ มกราคม ๒๕๖๙' },
      record: null,
      external: true,
    });
  });

  it('is a law or an order by its title, with its page', () => {
    expect(view({ title: { value: 'ระเบียบทดลอง พ.ศ. ๒๕๖๖' }, record: LAW.path })).toMatchObject({
      isLetter: false,
      name: { text: 'ระเบียบทดลอง พ.ศ. ๒๕๖๖', doubt: null },
      date: null,
      subject: undefined,
      urgency: null,
      record: LAW,
      external: false,
    });
  });
});
