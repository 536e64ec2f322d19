/** Whether search engines may list a page: nothing in its head forbids it. */
export const mayBeListed = (html: Buffer): boolean =>
  !html.subarray(0, html.indexOf('</head>')).includes('<meta name="robots" content="noindex"');
