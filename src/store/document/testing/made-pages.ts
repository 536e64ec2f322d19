/**
 * A PDF of 10 to the power of `levels` empty pages, which are one page in a tree that names every branch ten times over: the
 * file has some lines, whatever the count.
 */
export const repeatedPages = (levels: number): Uint8Array => {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>'];
  for (let level = levels; level > 0; level--) {
    const kids = `${objects.length + 2} 0 R `.repeat(10);
    objects.push(`<</Type/Pages/Count ${10 ** level}/Kids[${kids}]>>`);
  }
  objects.push('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>');
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(
    `%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`,
  );
};
