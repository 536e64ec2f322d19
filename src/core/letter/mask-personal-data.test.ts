import { expect, it } from 'vitest';
import { maskPersonalData } from './mask-personal-data.ts';

it.each([
  ['content/forms/a/080-000-0078.pdf', 'content/forms/a/08x-xxx-xx78.pdf'],
  ['"๐๘๐ ๐๐๐ ๐๐๗๘" and 0800000012', '"๐๘x xxx xx๗๘" and 08xxxxxx12'],
  ['1-2345-67890-12-1', '1-2xxx-xxxxx-x2-1'],
  ['to nobody@gmail.com.', 'to n…@gmail.com.'],
  ['nobody (at) gmail.com', 'n… (at) gmail.com'],
  ['โทร 0-2241-9000', 'โทร 0-2241-9000'],
  ['sha256: 0800000000', 'sha256: 08xxxxxx00'],
  ['', ''],
])('%s', (text, masked) => expect(maskPersonalData(text)).toBe(masked));
