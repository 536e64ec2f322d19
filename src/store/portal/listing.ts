const END_OF_HEAD = '</head>';

/** Whether search engines may list a page: nothing in its head forbids it. `html` is the page, in UTF-8. */
export const mayBeListed = (html: Uint8Array): boolean => {
  const page = Buffer.from(html.buffer, html.byteOffset, html.byteLength);
  const head = page.subarray(0, page.indexOf(END_OF_HEAD));
  return !head.includes('<meta name="robots" content="noindex"');
};
