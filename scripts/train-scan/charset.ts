/** What Debian's model of the Thai script lacks and official letters write; added to its characters. */
export const ADDED = ['๔', '๖', '๗', '๘', '๙', 'ฌ', '–', '฿', 'ฺ'] as const;

const THAI = 'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะัาิีึืฺุูเแโใไๆ็่้๊๋์ํ๐๑๒๓๔๕๖๗๘๙฿';
const OTHER =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;/()[]{}%=<+>“”‘’"\'*#@-–&?!_$|\\~';
const KNOWN = new Set(`${THAI}${OTHER} `);

/** A text as the model spells it: sara am as nikhahit and sara aa. Null where a character is none of the model's. */
export const spell = (text: string): string | null => {
  const spelt = text.normalize('NFC').replaceAll('\u0e33', '\u0e4d\u0e32');
  return [...spelt].every((char) => KNOWN.has(char)) ? spelt : null;
};
