import {
  type FileIndex,
  type FileSum,
  groupOf,
  listName,
  type OfflineFile,
  partOf,
  placeOf,
} from './file-list.ts';

/** What a person asks to keep. */
export type Scope =
  | { readonly kind: 'circular' /** `circulars/2567/id` */; readonly folder: string }
  | { readonly kind: 'section' /** `faq` */; readonly section: string }
  | {
      readonly kind: 'office';
      /** Name in the file of areas: `d5009` */ readonly area: string;
      /** The area whose file says what its circulars are, where that is another: `p50` */
      readonly province?: string;
      /** Folders of its circulars: `circulars/2567/id` */ readonly folders: readonly string[];
    }
  | { readonly kind: 'everything' };

/** A scope that the query asks for, as it is remembered. */
export interface KeptScope {
  readonly scope: Scope;
  /** What people know it by. */
  readonly title: string;
  /** Version and day (in words) of the lists by which it was kept whole; null while it is not. */
  readonly version: string | null;
  readonly dayText: string | null;
}

/** By what two scopes are the same: asking again renews what is kept. */
export const scopeKey = (scope: Scope): string => {
  if (scope.kind === 'circular') return `circular ${scope.folder}`;
  if (scope.kind === 'section') return `section ${scope.section}`;
  return scope.kind === 'office' ? `office ${scope.area}` : scope.kind;
};

/** Fonts in an old format and the maker of QR codes: half a megabyte that few pages ask for. */
const isRareAsset = (path: string): boolean => /\.(?:wasm|woff)$/.test(path);

/** The page that takes a printed code. */
const CODES = 'q/index.html';

const FRAME_FILES = ['index.html', 'search/index.html', CODES];

/** What every scope of more than one circular needs around its pages: style, search, the way in, and the field for codes. */
const isFrame = (path: string): boolean => {
  const group = groupOf(path);
  if (group === '_astro') return !isRareAsset(path);
  return group === 'search-index' || FRAME_FILES.includes(path);
};

type OfOffice = Extract<Scope, { readonly kind: 'office' }>;

/** The files by which the page of an office shows it. */
const filesOfOffice = ({ area, province }: OfOffice): string[] => [
  'my/index.html',
  'my/names.json',
  ...[area, province ?? []].flat().map((id) => `my/data/${id}.json`),
];

const isBelow = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** Whether a file belongs to a scope, by the path of `placeOf`. */
export const isInScope = (path: string, scope: Scope): boolean => {
  switch (scope.kind) {
    case 'circular':
      return isBelow(path, scope.folder);
    case 'section':
      return isBelow(path, scope.section) || isFrame(path);
    case 'office':
      return (
        scope.folders.some((folder) => isBelow(path, folder)) ||
        filesOfOffice(scope).includes(path) ||
        isFrame(path)
      );
    case 'everything':
      return true;
  }
};

const partsOfGroup = ({ groups }: FileIndex, group: string): string[] =>
  Array.from({ length: groups[group]?.parts ?? 0 }, (_, part) => listName(group, part));

/** The list that names the files below a folder, if the portal has such a group. */
const partOfFile = ({ groups }: FileIndex, path: string): string[] => {
  const group = groupOf(path);
  const parts = groups[group]?.parts;
  return parts === undefined ? [] : [listName(group, partOf(path, parts))];
};

/** Names of the lists that a scope needs, and no others. */
export const listsOf = (scope: Scope, index: FileIndex): string[] => {
  const frame = () => [
    ...partsOfGroup(index, '_astro'),
    ...partsOfGroup(index, 'search-index'),
    ...FRAME_FILES.flatMap((path) => partOfFile(index, path)),
  ];
  switch (scope.kind) {
    case 'circular':
      return partOfFile(index, `${scope.folder}/index.html`);
    case 'section':
      return [...new Set([...partsOfGroup(index, scope.section), ...frame()])];
    case 'office': {
      const files = [
        ...scope.folders.map((folder) => `${folder}/index.html`),
        ...filesOfOffice(scope),
      ];
      return [...new Set([...files.flatMap((path) => partOfFile(index, path)), ...frame()])];
    }
    case 'everything':
      return Object.keys(index.groups).flatMap((group) => partsOfGroup(index, group));
  }
};

/** What sections and offices have in common: who has kept one of them has it already. */
export const commonSum = (files: readonly OfflineFile[]): FileSum => {
  const common = files.filter((file) => isFrame(placeOf(file)));
  return { files: common.length, bytes: common.reduce((sum, [, bytes]) => sum + bytes, 0) };
};

/** All that can be kept. */
export const wholeSum = ({ groups }: FileIndex): FileSum => ({
  files: Object.values(groups).reduce((sum, { files }) => sum + files, 0),
  bytes: Object.values(groups).reduce((sum, { bytes }) => sum + bytes, 0),
});

/** The files of some scopes together, each once. */
export const filesInScopes = (
  files: Iterable<OfflineFile>,
  scopes: readonly Scope[],
): OfflineFile[] => {
  const byPath = new Map<string, OfflineFile>();
  for (const file of files) {
    const place = placeOf(file);
    if (scopes.some((scope) => isInScope(place, scope))) byPath.set(file[0], file);
  }
  return [...byPath.values()];
};
