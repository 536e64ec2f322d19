import { expect, it } from 'vitest';
import { withInlinePictures } from './inline-pictures.ts';

const left = (fields: object): string =>
  `<p><img __ASTRO_IMAGE_="${JSON.stringify(fields).replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')}"></p>`;
const read = (name: string): Uint8Array | null =>
  name === './map.png' ? Buffer.from('png') : null;

it('puts a picture into the text, with what it shows', () => {
  const html = left({ src: './map.png', alt: 'แผนที่ "ก" & <ข>', index: 0 });
  expect(withInlinePictures(`<h2>ก</h2>${html}`, read)).toBe(
    '<h2>ก</h2><p><img src="data:image/png;base64,cG5n" alt="แผนที่ &quot;ก&quot; &amp; &lt;ข>"></p>',
  );
});

it('shows the text of a picture that is not there, or of another kind', () => {
  expect(withInlinePictures(left({ src: './gone.png', alt: 'ก', index: 0 }), read)).toBe(
    '<p><img alt="ก"></p>',
  );
  const all = () => Buffer.from('x');
  expect(withInlinePictures(left({ src: './a.tiff', index: 0 }), all)).toBe('<p><img alt=""></p>');
});

it('leaves all else as it is', () => {
  const html = '<p>ก <img src="/favicon.svg" alt="ข"></p>';
  expect(withInlinePictures(html, read)).toBe(html);
});
