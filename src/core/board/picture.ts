/** Pictures of one post. */
export const MOST_PICTURES = 3;
/** Bytes of a picture as it is sent. */
export const LARGEST_PICTURE = 5_000_000;
/** Pixels of one: cameras of telephones have fewer, and each takes four bytes of memory while it is made anew. */
export const MOST_PIXELS = 50_000_000;
/** Pixels along the longer side of what is kept: letters of a screen or sheet can be read. */
export const KEPT_SIDE = 1600;
/** Characters of the words that stand for pictures. */
export const LONGEST_ALT = 200;

/** Folder of the pictures that are published, and the address of it on the portal and the desk alike. */
export const PUBLISHED_PICTURES = { folder: 'content/board-pictures', address: '/board/picture/' };

/** A picture of a post as its page shows it. */
export interface PublishedPicture {
  /** Name of its file: the id of the picture and `.webp`. */
  readonly file: string;
  /** Words that stand for it. */
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why a picture cannot be taken. */
export type PictureFault = 'picture-kind' | 'picture-large' | 'picture-pixels' | 'picture-broken';

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, at) => bytes[from + at] === byte);

const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** Whether a file begins as JPEG, PNG or WebP does; whatever else it may be is never given to what reads pictures. */
export const isPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xd8, 0xff]) ||
  startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ||
  (startsWith(bytes, RIFF) && startsWith(bytes, WEBP, 8));

/** Ids of pictures: random, so that nobody finds one that waits or was taken away. */
export const isPictureId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
