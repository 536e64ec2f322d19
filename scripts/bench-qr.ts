import { parseArgs } from 'node:util';
import { type Drawing, drawingToSvg } from '#core/qr/drawing.ts';
import { dotsPerModule, drawLabel } from '#core/qr/label.ts';
import { shortAddress } from '#core/short-link/address.ts';
import { captionOf } from '#core/short-link/caption.ts';
import { mintShortCode } from '#core/short-link/short-code.ts';
import { encodeQr } from '#output/qr/encode.ts';
import { textOutliner } from '#output/qr/outline-text.ts';
import { drawingToPng } from '#output/qr/png.ts';
import { readSarabun } from '#store/sarabun.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

const SITE = 'https://wian.example.go.th';
const MM = 20;
const AT_ONCE = 4;
const LIMITS = { svg: 10, png: 60 } as const;

const seconds = (from: number): number => Math.round(performance.now() - from) / 1000;

/** Draws the labels of `count` made-up circulars as SVG and as PNG, and measures both from the minting of codes on. */
const measure = async (count: number) => {
  const outline = textOutliner(readSarabun);
  const taken = new Set<string>();
  const draw = (n: number): Drawing => {
    const code = mintShortCode(`2570/dla-0899-9-w${n}-0101`, taken);
    taken.add(code);
    const address = shortAddress(SITE, { code });
    const symbol = encodeQr(address.encoded);
    if (!symbol) throw new Error(`No code holds ${address.encoded}.`);
    const caption = captionOf({
      number: { value: `มท 0899.9/ว ${n + 1}` },
      year: '2570',
      hasFile: [true],
      hasLetter: false,
      address: address.printed,
    });
    return drawLabel({ symbol, caption, title: address.href }, MM, outline);
  };
  let bytes = 0;
  let start = performance.now();
  for (let n = 0; n < count; n++) bytes += drawingToSvg(draw(n)).length;
  const svg = { seconds: seconds(start), bytes };
  taken.clear();
  bytes = 0;
  start = performance.now();
  for (let n = 0; n < count; n += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, at) => draw(n + at));
    const files = await Promise.all(
      some.map((drawing) => drawingToPng(drawing, dotsPerModule(drawing, 300))),
    );
    for (const file of files) bytes += file.length;
  }
  return { codes: count, svg, png: { seconds: seconds(start), bytes } };
};

const command: Command = {
  help: `
npm run -s bench:qr -- [--codes N] [--json]

Draws N QR codes with captions (default 10,000), 2 cm wide, as SVG and as PNG at 300 dpi, and tells the seconds.
Ends with 1 where 10,000 take longer than ${LIMITS.svg} s as SVG or ${LIMITS.png} s as PNG; fewer in proportion.

  --codes N   how many
  --json      one JSON object on standard output
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { codes: { type: 'string', default: '10000' }, json: { type: 'boolean' } },
    });
    const count = Number(values.codes);
    if (!Number.isInteger(count) || count < 1) throw new UsageError('--codes is no whole number.');
    const measured = await measure(count);
    const { svg, png } = measured;
    const share = count / 10_000;
    const within = svg.seconds <= LIMITS.svg * share && png.seconds <= LIMITS.png * share;
    if (values.json) io.out(JSON.stringify({ ...measured, limits: LIMITS, within }));
    else io.out(`${count} codes: SVG ${svg.seconds} s, PNG ${png.seconds} s`);
    return within ? EXIT.ok : EXIT.failed;
  },
};

await runAsProcess(command);
