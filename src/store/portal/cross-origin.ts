/** Data of the portal that scripts on other sites may read: feeds, open data, and the script for those sites itself. */
const READABLE_ELSEWHERE = /^\/(?:feeds\/.+\.(?:json|xml)|api\/v1\/.+\.(?:json|csv)|embed\.js)$/;

/** The page that other sites show in a frame. */
const FRAMED = /^\/embed\/circular\/(?:index\.html)?$/;

/**
 * Headers that say what other sites may do with an answer, by the path of its address within the portal; for an error as well, as
 * a script could not tell "not found" from "not reached" otherwise.
 */
export const crossOriginHeaders = (pathname: string): Readonly<Record<string, string>> => ({
  ...(READABLE_ELSEWHERE.test(pathname) ? { 'access-control-allow-origin': '*' } : {}),
  ...(FRAMED.test(pathname) ? {} : { 'x-frame-options': 'DENY' }),
});
