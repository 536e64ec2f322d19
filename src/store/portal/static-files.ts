import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What a static server answers to a path. */
export type StaticAnswer =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly size: number;
      readonly modified: number;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' };

const statIfThere = async (path: string) => {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    throw error;
  }
};

const fileAnswer = async (path: string): Promise<StaticAnswer> => {
  const found = await statIfThere(path);
  if (!found?.isFile()) return { kind: 'missing' };
  return { kind: 'file', path, size: found.size, modified: found.mtimeMs };
};

const decode = (pathname: string): string | null => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
};

/**
 * Finds what a request path names under a folder: pages are folders with index.html, so their addresses end in a
 * slash. Never leaves the folder, and never shows a file whose name begins with a dot.
 */
export const findStaticFile = async (folder: string, pathname: string): Promise<StaticAnswer> => {
  const decoded = decode(pathname);
  if (decoded === null || !decoded.startsWith('/') || /[\0\\]/.test(decoded)) {
    return { kind: 'malformed' };
  }
  const parts = decoded.split('/').slice(1);
  const names = parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  // An empty name stands between two slashes; ".", ".." and hidden files begin with a dot.
  if (names.some((name) => name === '' || name.startsWith('.'))) return { kind: 'missing' };
  const path = join(folder, ...names);
  if (parts.at(-1) === '') return fileAnswer(join(path, 'index.html'));
  const answer = await fileAnswer(path);
  if (answer.kind === 'file') return answer;
  const page = await fileAnswer(join(path, 'index.html'));
  return page.kind === 'file' ? { kind: 'redirect', to: `${pathname}/` } : answer;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
};

/** Media type by file name; bytes that nobody should guess at where the ending is unknown. */
export const mediaType = (path: string): string =>
  TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** Whether a media type is text, which is worth compressing on the way. */
export const isCompressible = (type: string): boolean =>
  type.includes('charset=utf-8') || type === 'application/wasm';
