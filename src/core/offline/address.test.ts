import { describe, expect, it } from 'vitest';
import { pathBelow, requestPath, storedAddress } from './address.ts';

describe('the address under which a file is stored', () => {
  it.each([
    ['https://a.go.th/wian/faq/?q=1#x', 'https://a.go.th/wian/faq/'],
    ['https://a.go.th/%E0%B8%81.pdf', 'https://a.go.th/%E0%B8%81.pdf'],
    ['https://a.go.th/ก.pdf', 'https://a.go.th/%E0%B8%81.pdf'],
    ['https://a.go.th/a(1)+b.pdf', 'https://a.go.th/a(1)%2Bb.pdf'],
    ['https://a.go.th/a%281%29.pdf', 'https://a.go.th/a(1).pdf'],
    ['https://a.go.th/100%/', 'https://a.go.th/100%/'],
  ])('of %s is %s', (address, expected) => {
    expect(storedAddress(address)).toBe(expected);
  });

  it.each(['faq/a/index.html', 'ไฟล์ แนบ (1)+2%.pdf', "a'b!.pdf", 'index.html'])(
    'of a link and of a list are one: %s',
    (file) => {
      const listed = storedAddress(`https://a.go.th/x/${requestPath(file)}`);
      const linked = file
        .replace(/index\.html$/, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
      expect(storedAddress(`https://a.go.th/x/${linked}`)).toBe(listed);
      expect(storedAddress(listed)).toBe(listed);
    },
  );
});

it.each([
  ['https://a.go.th/x/', 'https://a.go.th/x/faq/', 'faq/'],
  ['https://a.go.th/x/', 'https://a.go.th/x/', ''],
  ['https://a.go.th/x/', 'https://a.go.th/xy/faq/', null],
  ['https://a.go.th/x/', 'https://b.go.th/x/faq/', null],
])('below %s, %s is %s', (root, address, expected) => {
  expect(pathBelow(root, address)).toBe(expected);
});
