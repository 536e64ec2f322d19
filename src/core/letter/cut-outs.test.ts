import { describe, expect, it } from 'vitest';
import { cutOutsOf, doubtfulFields, type ScannedCircular } from './cut-outs.ts';
import type { LetterFile } from './letter-file.ts';

const sure = <T>(value: T) => ({ value });
const unsure = { value: null, doubt: { kind: 'unclear' as const, readings: [] } };

const seen = (field: string, sheet = 1): NonNullable<LetterFile['seen']>[number] => ({
  field,
  sheet,
  box: [100, 200, 300, 220],
});

const circular = (
  fields: readonly ReturnType<typeof seen>[],
  more: Partial<ScannedCircular> = {},
): ScannedCircular => ({
  draft: false,
  letterFile: { file: 'letter.pdf', size: 1, sha256: 'a'.repeat(64), sheets: 2, seen: fields },
  letter: { number: unsure, date: sure('2026-11-29'), subject: sure('เรื่อง'), references: [] },
  ...more,
});

describe('cut-outs', () => {
  it('are those of the fields that are in doubt', () => {
    const shown = cutOutsOf(circular([seen('letter.number'), seen('letter.date')]));
    expect(shown).toEqual([
      {
        field: 'letter.number',
        sheet: 1,
        box: [100, 200, 300, 220],
        name: 'letter.pdf.field.letter.number.webp',
      },
    ]);
  });

  it('are those of all fields of a draft, each with a name of its own', () => {
    const fields = [seen('letter.number'), seen('letter.number', 2), seen('letter.to.0')];
    expect(cutOutsOf(circular(fields, { draft: true })).map(({ name }) => name)).toEqual([
      'letter.pdf.field.letter.number.webp',
      'letter.pdf.field.letter.number.2.webp',
      'letter.pdf.field.letter.to.0.webp',
    ]);
  });

  it.each([
    ['a way out of the folder', '../letter'],
    ['a name with a slash', 'letter/number'],
    ['a name that is too long', 'a'.repeat(60)],
  ])('are none of a field that is %s', (_, field) => {
    expect(cutOutsOf(circular([seen(field)], { draft: true }))).toEqual([]);
  });

  it('are none of a page that the file lacks, and of a file that was taken off', () => {
    expect(cutOutsOf(circular([seen('letter.number', 3)]))).toEqual([]);
    const { file: _, ...withdrawn } = circular([seen('letter.number')]).letterFile as LetterFile;
    expect(cutOutsOf(circular([], { letterFile: withdrawn }))).toEqual([]);
    expect(cutOutsOf(circular([], { letterFile: undefined }))).toEqual([]);
  });

  it('knows who signed, and a reference by its number, its day or its class of urgency', () => {
    const letter = {
      number: sure('มท 0808.4/ว 2007'),
      date: unsure,
      subject: sure('เรื่อง'),
      signatory: { name: unsure },
      references: [
        { number: sure('มท 0808.4/ว 1'), date: sure('2025-04-22') },
        { number: sure('มท 0808.4/ว 2'), date: unsure },
      ],
    };
    expect(doubtfulFields({ letter })).toEqual([
      'letter.date',
      'letter.signatory',
      'letter.references.1',
    ]);
  });
});
