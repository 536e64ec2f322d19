const MARKS = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g;

/** Letters that stand beside each other in a line; vowels and tones above and below take no room. */
export const widthOf = (line: string): number => line.replace(MARKS, '').length;
