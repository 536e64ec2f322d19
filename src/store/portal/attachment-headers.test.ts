import { expect, it } from 'vitest';
import { attachmentHeaders } from './attachment-headers.ts';

const SANDBOX = "sandbox; default-src 'none'";

it.each([
  '/circulars/2568/a/x.html',
  '/circulars/2568/a/x.HTM',
  '/manuals/a/drawing.svg',
  '/forms/a/script.js',
  '/laws/a/data.xml',
])('has %s taken away and not shown', (pathname) => {
  expect(attachmentHeaders(pathname)).toEqual({
    'x-content-type-options': 'nosniff',
    'content-security-policy': SANDBOX,
    'content-disposition': 'attachment',
  });
});

it.each(['/circulars/2568/a/x.docx', '/news/a/photo.jpg', '/faq/a/x', '/forms/a/x.zip'])(
  'has %s shown in a sandbox',
  (pathname) => {
    expect(attachmentHeaders(pathname)).toEqual({
      'x-content-type-options': 'nosniff',
      'content-security-policy': SANDBOX,
    });
  },
);

it('has a PDF shown', () => {
  expect(attachmentHeaders('/circulars/2568/a/x.pdf')).toEqual({
    'x-content-type-options': 'nosniff',
  });
});

it.each(['/', '/circulars/', '/circulars/2568/a/', '/_astro/a.js', '/favicon.svg', '/404.html'])(
  'leaves %s to itself',
  (pathname) => expect(attachmentHeaders(pathname)).toEqual({}),
);
