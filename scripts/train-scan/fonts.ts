/** What a font looks like: printed with loops, printed without, or like handwriting. */
export type FontLook = 'looped' | 'plain' | 'hand';

export interface LineFont {
  /** Package `@fontsource/…`, under the SIL Open Font License 1.1. */
  readonly name: string;
  readonly version: string;
  readonly look: FontLook;
  /** How often training takes it, beside the others. */
  readonly share: number;
  readonly weights: readonly number[];
}

const font = (
  name: string,
  version: string,
  look: FontLook,
  share: number,
  ...weights: number[]
): LineFont => ({ name, version, look, share, weights });

/** Fonts of the lines that the readers are trained on. */
export const TRAINING_FONTS: readonly LineFont[] = [
  font('sarabun', '5.3.0', 'looped', 40, 400, 400, 400, 300, 500, 600, 700),
  font('taviraj', '5.3.0', 'looped', 9, 400, 300, 500, 700),
  font('ibm-plex-sans-thai-looped', '5.3.0', 'looped', 9, 400, 300, 500, 700),
  font('maitree', '5.3.0', 'looped', 8, 400, 300, 600),
  font('pridi', '5.3.0', 'looped', 4, 400, 300),
  font('noto-serif-thai', '5.3.0', 'looped', 4, 400, 600),
  font('kodchasan', '5.2.8', 'looped', 4, 400, 300, 600),
  font('fahkwang', '5.3.0', 'plain', 2, 400, 600),
  font('noto-sans-thai', '5.3.0', 'plain', 3, 400, 600),
  font('bai-jamjuree', '5.3.0', 'plain', 3, 400, 600),
  font('krub', '5.2.7', 'plain', 2, 400, 600),
  font('prompt', '5.3.0', 'plain', 2, 400),
  font('athiti', '5.2.8', 'plain', 2, 400),
  font('koho', '5.3.0', 'plain', 2, 400),
  font('chakra-petch', '5.3.0', 'plain', 1, 400),
  font('itim', '5.3.0', 'hand', 3, 400),
  font('sriracha', '5.3.0', 'hand', 3, 400),
  font('charm', '5.2.7', 'hand', 3, 400, 700),
  font('charmonman', '5.2.7', 'hand', 1, 400),
  font('playpen-sans-thai', '5.3.0', 'hand', 3, 400),
];

const STRIP_SHARES: Readonly<Record<FontLook, number>> = { looped: 4, plain: 2, hand: 4 };

/** The same and more, each about as often as any other of its look: what the net of lines is trained on. */
export const STRIP_FONTS: readonly LineFont[] = [
  ...TRAINING_FONTS,
  font('mitr', '5.3.0', 'plain', 1, 400, 300),
  font('kanit', '5.3.0', 'plain', 1, 400, 300),
  font('anuphan', '5.3.0', 'plain', 1, 400, 600),
  font('ibm-plex-sans-thai', '5.3.0', 'plain', 1, 400, 600),
  font('pattaya', '5.3.0', 'hand', 1, 400),
].map((one) => ({ ...one, share: STRIP_SHARES[one.look] * (one.name === 'sarabun' ? 2 : 1) }));

/** Fonts that training never sees: what is measured is measured in them. */
export const KEPT_FONTS: readonly LineFont[] = [
  font('niramit', '5.3.0', 'looped', 3, 400, 600),
  font('trirong', '5.3.0', 'looped', 3, 400, 600),
  font('noto-sans-thai-looped', '5.3.0', 'looped', 3, 400, 600),
  font('k2d', '5.2.8', 'plain', 1, 400),
  font('mali', '5.3.0', 'hand', 1, 400),
];
