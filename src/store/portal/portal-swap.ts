import { codeOf, type FileOperations } from './file-operations.ts';
import { findServed, type PortalPaths, statOfName } from './portal-folders.ts';

/** What a system says that has no links between folders, or does not let this user make them. */
const NO_LINKS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'ENOSYS', 'EINVAL']);

/** What Windows says where a link would take the place of another. */
const NOT_OVER_ANOTHER = new Set(['EPERM', 'EACCES', 'EEXIST', 'EISDIR', 'ENOTEMPTY']);

/** Makes the link that is to become the portal; false where there can be none. */
const makeLink = (files: FileOperations, paths: PortalPaths, number: number): boolean => {
  try {
    files.linkFolder(paths.numbered(number), paths.entering);
    return true;
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    return false;
  }
};

/** Puts what is entering in the place of a link: in one operation but on Windows, which knows only two. */
const replaceLink = (files: FileOperations, { target, entering }: PortalPaths): void => {
  try {
    files.rename(entering, target);
  } catch (error) {
    if (!NOT_OVER_ANOTHER.has(codeOf(error))) throw error;
    files.removeFile(target);
    files.rename(entering, target);
  }
};

/** Puts what is entering in the place of a folder, which takes two operations; the folder becomes a numbered one. */
const replaceRealFolder = (files: FileOperations, paths: PortalPaths, number: number): void => {
  const { target, entering } = paths;
  files.rename(target, paths.numbered(number));
  try {
    files.rename(entering, target);
  } catch (error) {
    files.rename(paths.numbered(number), target);
    throw error;
  }
};

/**
 * Serves the portal in a numbered folder. Where `target` is a link that takes one operation, before which the old portal is
 * served and after which the new one. A folder in its place gets the number before, which has to be free.
 */
export const servePortal = (files: FileOperations, paths: PortalPaths, number: number): void => {
  const served = findServed(paths);
  if (!makeLink(files, paths, number)) files.rename(paths.numbered(number), paths.entering);
  if (served.kind === 'folder') replaceRealFolder(files, paths, number - 1);
  else replaceLink(files, paths);
};

/** Brings to its end, or takes back, a change of portals that was interrupted: afterwards one of the two is served. */
export const finishSwap = (files: FileOperations, paths: PortalPaths): void => {
  const { target, entering } = paths;
  if (statOfName(entering) === undefined) return;
  // It went after it had been made, so that what is entering is whole.
  if (statOfName(target) === undefined) files.rename(entering, target);
  else files.removeTree(entering);
};
