/**
 * Which of `parts` a text falls into, from 0 on: the same in the build and in the browser, whatever other texts there are, so
 * that what is added or removed changes one part alone (FNV-1a of 32 bits over UTF-16 units).
 */
export const spread = (text: string, parts: number): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0) % parts;
};
