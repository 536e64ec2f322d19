import type { OutlineText } from '#core/qr/label.ts';
import { type BreakText, drawSocialCard, type SocialCard } from '#core/social-card/social-card.ts';

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

// A line must not begin with what closes, nor end with what opens.
const CLOSING = /^[\s)\]”’»,.!?ๆฯ]/;
const OPENING = /[([“‘«]$/;

/** Breaks Thai text between words, which it does not part by spaces. */
export const breakThai: BreakText = (text) => {
  const parts: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = parts.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last))) {
      parts[parts.length - 1] = last + segment;
    } else parts.push(segment);
  }
  return parts;
};

// The fonts of the portal have Thai and Latin: anything else would have no outline.
const DRAWABLE = /[^\u0020-\u00FF\u0E01-\u0E5B\u2013\u2014\u2018-\u201D\u2026]/gu;
const drawable = (text: string): string => text.replace(DRAWABLE, ' ').replace(/\s+/g, ' ').trim();

/** A card as PNG. */
export const socialCardPng = async (card: SocialCard, outline: OutlineText): Promise<Buffer> => {
  // Loaded for the first card: most builds draw none.
  const { default: sharp } = await import('sharp');
  const { title, kicker, foot, note } = card;
  const drawn = {
    ...card,
    title: drawable(title),
    kicker: drawable(kicker),
    foot: drawable(foot),
    note: drawable(note),
  };
  return (
    sharp(Buffer.from(drawSocialCard(drawn, breakThai, outline)))
      // Quantizing takes half of the time of a card; without dithering it takes less, and the flat colours stay flat.
      .flatten({ background: '#f7f9fb' })
      .png({ palette: true, colours: 16, effort: 1, dither: 0 })
      .toBuffer()
  );
};
