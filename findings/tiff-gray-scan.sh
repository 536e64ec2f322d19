#!/bin/sh
# jimp 1.6.1 opens a gray scan (JPEG in a TIFF file) with two thirds of the page gone, and nothing says so.
#
# Office scanners save gray pages as TIFF with JPEG compression (TIFF Technical Note 2, compression 7), in strips. Such a strip has
# one value a dot. utif2 4.1.0, by which jimp reads TIFF, makes three of each and then takes as many as there are dots: of each
# strip the top third is left, each of its lines drawn as three. The size is right. So is the same page in colour, and the gray one
# with sharp 0.35.5 and with utif 3.1.0, of which utif2 is a fork. Good engineers would expect gray to be the easier case, and a
# reader that cannot do it to refuse. What stands in the lower part of a strip, here a black bar, is not there for whatever comes
# next: a search for QR codes, stamps or names finds a clean page. Read scans with sharp. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  jimp@1.6.1 utif2@4.1.0 utif@3.1.0 sharp@0.35.5 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { Jimp } from 'jimp';
import sharp from 'sharp';
import utif from 'utif';
import utif2 from 'utif2';

const [WIDTH, HEIGHT] = [640, 480];
const [TOP, BOTTOM] = [120, 240];
/** A white page with one black bar across, as a scanner saves it. */
const scan = (colours) => {
  const page = Buffer.alloc(WIDTH * HEIGHT, 255).fill(0, TOP * WIDTH, BOTTOM * WIDTH);
  return sharp(page, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
    .toColourspace(colours).tiff({ compression: 'jpeg', quality: 90 }).toBuffer();
};
/** How many dots are dark, of pictures with four values a dot. */
const dark = (dots) => dots.filter((value, at) => at % 4 === 0 && value < 128).length;
const byUtif = (library, file) => {
  const [page] = library.decode(file);
  library.decodeImage(file, page);
  return library.toRGBA8(page);
};

const ALL = WIDTH * (BOTTOM - TOP);
for (const [colours, byJimp] of [['b-w', 0], ['srgb', ALL]]) {
  const file = await scan(colours);
  const [{ t259: [compression], t277: [values] }] = utif.decode(file);
  const { bitmap } = await Jimp.read(file);
  const read = {
    sharp: dark(await sharp(file).toColourspace('srgb').ensureAlpha().raw().toBuffer()),
    utif: dark(byUtif(utif, file)),
    utif2: dark(byUtif(utif2, file)),
    jimp: dark(bitmap.data),
  };
  console.log(`compression ${compression}, values a dot ${values}, dark dots ${ALL}; read:`, read);
  assert.equal(compression, 7);
  assert.deepEqual([bitmap.width, bitmap.height], [WIDTH, HEIGHT]);
  assert.deepEqual(read, { sharp: ALL, utif: ALL, utif2: byJimp, jimp: byJimp });
}
JS
node run.mjs
