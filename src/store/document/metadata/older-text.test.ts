import { expect, it } from 'vitest';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { olderText } from './older-text.ts';

const ole = (text: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 0]),
    Buffer.alloc(504),
    text,
    Buffer.alloc(9),
  ]);
const thai = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    return code >= 0xe01 ? code - 0xe01 + 0xa1 : code;
  });

it.each([
  ['Word, 16 bits', ole(Buffer.from('โทร ๐๘๐-๐๐๐-๐๐๐๐ ครับ', 'utf16le'))],
  ['Word, 8 bits', ole(thai('โทร ๐๘๐-๐๐๐-๐๐๐๐ ครับ'))],
  ['Rich Text', Buffer.from('{\\rtf1\\ansi{\\b 08}0-\\par 000-0000}')],
  ['Rich Text in Thai', Buffer.from("{\\rtf1 \\'f0\\'f8\\'f0 \\u3664?\\u3664?\\u3664?-0000}")],
])('reads what stands in %s', (_, bytes) => {
  expect(findPersonalData(olderText(bytes) ?? '').map(({ kind }) => kind)).toEqual(['mobile']);
});

it('takes numbers of the format for no text', () => {
  const numbers = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251);
  expect(findPersonalData(olderText(ole(numbers)) ?? '')).toEqual([]);
  expect(olderText(Buffer.from('text'))).toBeNull();
});
