import sharp from 'sharp';

/** A picture of the installed portal: its file, its side in pixels, and how much of that the drawing takes. */
export interface AppIcon {
  readonly file: string;
  readonly side: number;
  readonly share: number;
}

/**
 * The pictures that the manifest and the head of pages name. Devices cut a maskable one to a shape of theirs, of which only a
 * circle of four fifths is sure to be seen.
 */
export const APP_ICONS: readonly AppIcon[] = [
  { file: '192.png', side: 192, share: 0.78 },
  { file: '512.png', side: 512, share: 0.78 },
  { file: 'maskable.png', side: 512, share: 0.58 },
  { file: '180.png', side: 180, share: 0.72 },
];

/** Rules for dark screens, of which a picture on white must take none. */
const FOR_DARK = /@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

/** Draws a picture of the portal, as PNG on white, from the SVG of its sign. */
export const drawAppIcon = async (svg: string, { side, share }: AppIcon): Promise<Uint8Array> => {
  const drawn = Math.round(side * share);
  const sign = await sharp(Buffer.from(svg.replace(FOR_DARK, '')), { density: 72 * (drawn / 64) })
    .resize(drawn, drawn)
    .png()
    .toBuffer();
  const ground = { width: side, height: side, channels: 3, background: '#ffffff' } as const;
  return sharp({ create: ground })
    .composite([{ input: sign, gravity: 'centre' }])
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
};
