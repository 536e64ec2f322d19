/** The wordmark in strokes of 12: the lines of the letters, and their five loops. */
export const WORDMARK = {
  box: { x: 2, y: -66, width: 324, height: 174 },
  lines: [
    'M10-6v92',
    'M50 12C60 3 72 0 80 0c17 0 24 10 24 26v60',
    'M46-24c0-18 12-25 24-25 16 0 27 11 34 25ZM104-58v34',
    'M135 14c0 20 7 31 23 31h20m-20 0c-16 0-21 8-21 19v22c0 10 5 14 13 14h40c8 0 13-4 13-13V-6',
    'M250 14v92m0-8c16-16 32-22 46-26 9-3 12-10 12-20V-6',
  ],
  loops: [
    [24, 86],
    [90, 86],
    [149, 14],
    [236, 14],
    [302, 86],
  ],
} as const;

/** The wordmark for another SVG, its upper left corner at `x`, `y`, drawn in two colours. */
export const drawWordmark = (
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
  { line, loop }: { readonly line: string; readonly loop: string },
): string => {
  const { box, lines, loops } = WORDMARK;
  const circles = loops.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="14"/>`);
  return [
    `<g transform="translate(${x} ${y})scale(${scale})translate(${-box.x} ${-box.y})" fill="none" stroke-width="12" stroke-linejoin="round">`,
    `<path stroke="${line}" d="${lines.join('')}"/>`,
    `<g stroke="${loop}">${circles.join('')}</g></g>`,
  ].join('');
};
