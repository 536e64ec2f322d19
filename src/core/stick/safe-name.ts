/**
 * Names that FAT32, exFAT and Windows take: none of their reserved characters and device names, no dot or space at an end,
 * none that differs from another only in case, and paths that Windows' own programs open from any drive.
 */

/** Characters of a path within the stick; Windows takes 259 with the drive and the folder that people unzip into. */
export const LONGEST_PATH = 200;
/** Characters of one name: FAT32 and exFAT take 255. */
export const LONGEST_NAME = 120;

const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;
const REFUSED = /[<>:"|?*\\\p{Cc}\p{Cs}]/gu;

/** FNV-1a: tells names apart that were cut, and is the same on any day. */
const mark = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
};

const cut = (name: string, longest: number): string => {
  if (name.length <= longest) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  const stem = name.slice(0, Math.max(1, longest - ending.length - 9));
  return `${stem.replace(/[\ud800-\udbff]$/, '')}~${mark(name)}${ending}`;
};

/** One name as every system takes it; the same where it is so already. */
export const safeName = (name: string): string => {
  const plain = name.replace(REFUSED, '_').replace(/^ /, '_').replace(/[ .]$/, '_');
  return cut(DEVICE.test(plain) ? `_${plain}` : plain, LONGEST_NAME);
};

/** What systems that ignore case and composition take for the same name. */
export const nameKey = (path: string): string => path.normalize('NFC').toUpperCase();

const numbered = (path: string, number: number): string => {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1
    ? `${path.slice(0, dot)}~${number}${path.slice(dot)}`
    : `${path}~${number}`;
};

const shortPath = (path: string): string => {
  if (path.length <= LONGEST_PATH) return path;
  const slash = path.lastIndexOf('/');
  const room = LONGEST_PATH - slash - 1;
  if (room >= 24) return `${path.slice(0, slash + 1)}${cut(path.slice(slash + 1), room)}`;
  const [top = ''] = path.split('/');
  return `${top.slice(0, 60)}/~${mark(path.slice(0, slash))}/${cut(path.slice(slash + 1), 100)}`;
};

/** Gives paths that no other one has yet, whatever the system makes of case. */
export class SafePaths {
  readonly #taken = new Set<string>();
  /** By the key of a folder, how it was first written: folders that differ in case are one folder. */
  readonly #folders = new Map<string, string>();

  #folderOf(names: readonly string[]): string {
    let path = '';
    for (const name of names) {
      const key = nameKey(`${path}${name}/`);
      let given = this.#folders.get(key);
      if (given === undefined) {
        let folder = path + name;
        for (let number = 2; this.#taken.has(nameKey(folder)); number++) {
          folder = `${path}${name}~${number}`;
        }
        given = `${folder}/`;
        this.#folders.set(nameKey(given), given);
        this.#folders.set(key, given);
      }
      path = given;
    }
    return path;
  }

  #isTaken(path: string): boolean {
    const key = nameKey(path);
    return this.#taken.has(key) || this.#folders.has(`${key}/`);
  }

  /** The path under which a file of the portal is on the stick. */
  give(path: string): string {
    const names = shortPath(path.split('/').map(safeName).join('/')).split('/');
    const name = names.pop() ?? '';
    const wanted = this.#folderOf(names) + name;
    let given = wanted;
    for (let number = 2; this.#isTaken(given); number++) given = numbered(wanted, number);
    this.#taken.add(nameKey(given));
    return given;
  }
}
