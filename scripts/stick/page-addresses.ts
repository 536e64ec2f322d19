import { onlinePath, readAddress, relativeAddress } from '#core/stick/address.ts';
import { escapeHtml } from './pieces.ts';

/** What addresses of pages are resolved by. */
export interface AddressContext {
  /** Path under which the portal is on its host: "" or "/sub/path". */
  readonly base: string;
  /** Address of the host: "https://wian.example.go.th". */
  readonly origin: string;
  /** Where a file of the portal is on the stick; null where it is not. */
  readonly placeOf: (file: string) => string | null;
  /** Notes each file that a page links to. */
  readonly linked: (file: string) => void;
}

/** The page that an address is on: its path within the portal, and the relative path from it to the folder of the stick. */
export interface Where {
  readonly page: string;
  readonly up: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
};

/** An attribute's value as the portal writes it, decoded. */
export const unescapeHtml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:amp|quot|apos|#34|#38|#39|#x27);/g, (found) => ENTITIES[found] ?? found)
    : text;

/** Makes addresses relative; those from the root, which most pages share, once for each depth of folders. */
export class PageAddresses {
  readonly #context: AddressContext;
  readonly #known = new Map<string, Map<string, string | null>>();

  constructor(context: AddressContext) {
    this.#context = context;
  }

  #resolve(address: string, { page, up }: Where): string | null {
    const { base, origin, placeOf, linked } = this.#context;
    const target = readAddress(unescapeHtml(address), page, base);
    if (target.kind === 'as-is') return address;
    if (target.kind === 'host') return escapeHtml(origin) + address;
    const { file, suffix } = target;
    const found = placeOf(file) === null ? `${file}/index.html` : file;
    const place = placeOf(found);
    if (place === null) return null;
    linked(found);
    return up + relativeAddress(place) + escapeHtml(suffix);
  }

  /** The value of an attribute as it is on the stick, both as HTML; null where it leads to what is not there. */
  local(address: string, where: Where): string | null {
    if (address[0] !== '/') return this.#resolve(address, where);
    const known = this.#known.get(where.up) ?? new Map<string, string | null>();
    this.#known.set(where.up, known);
    const found = known.get(address);
    if (found !== undefined) return found;
    const made = this.#resolve(address, where);
    known.set(address, made);
    return made;
  }

  /** The file of the portal that an address leads to; null for one outside of the portal. */
  file(address: string, { page }: Where): string | null {
    const target = readAddress(unescapeHtml(address), page, this.#context.base);
    return target.kind === 'file' ? target.file : null;
  }

  /** Where a link leads online, as text for people. */
  online(address: string, { page }: Where): string {
    const { base, origin } = this.#context;
    const target = readAddress(unescapeHtml(address), page, base);
    if (target.kind !== 'file') return unescapeHtml(address);
    return origin + base + onlinePath(target.file) + target.suffix;
  }

  /** The same of a list of pictures with their widths. */
  srcset(value: string, where: Where): string {
    return value
      .split(',')
      .flatMap((one) => {
        const [address = '', ...rest] = one.trim().split(/\s+/);
        const found = this.local(address, where);
        return found === null ? [] : [[found, ...rest].join(' ')];
      })
      .join(', ');
  }
}
