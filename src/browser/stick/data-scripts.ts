/** Data of the portal that is on the stick as scripts, which hand it over when they are run. */

/** What a file held; null where it is missing or damaged. */
type Data = string | Uint8Array<ArrayBuffer> | null;

interface Waiting {
  readonly resolve: (data: Data) => void;
  readonly promise: Promise<Data>;
}

const waiting = new Map<string, Waiting>();

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/** Called by a data script, with the path within the portal and what the file holds. */
export const handOver = (path: string, text: string | null, base64?: string): void => {
  const data = base64 === undefined ? text : bytesOf(base64);
  waiting.get(path)?.resolve(data);
};

/** What the bundles that came so far hold: base64 by the names of files. */
const bundles = new Map<string, Readonly<Record<string, string>>>();

/** Called by the script of a bundle, with its path and its files. */
export const handOverBundle = (path: string, files: Readonly<Record<string, string>>): void => {
  bundles.set(path, files);
  waiting.get(path)?.resolve('');
};

/** Runs a script of the stick; resolves to false where there is none, or it can't be read. */
export const runScript = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    const end = (isRun: boolean) => () => {
      script.remove();
      resolve(isRun);
    };
    script.onload = end(true);
    script.onerror = end(false);
    script.src = address;
    document.head.append(script);
  });

/** What a data script at `address` hands over for `path`; null where it is missing or damaged. */
export const readData = (path: string, address: string): Promise<Data> => {
  const asked = waiting.get(path);
  if (asked) return asked.promise;
  // Not Promise.withResolvers: the last Chrome of older Windows lacks it.
  let resolve: Waiting['resolve'] = () => {};
  const handed = new Promise<Data>((end) => {
    resolve = end;
  });
  const promise = handed.finally(() => waiting.delete(path));
  waiting.set(path, { resolve, promise });
  // A script that was cut off does not run, and hands over nothing.
  runScript(address).then(() => resolve(null));
  return promise;
};

/**
 * What the bundle at `address` has of a file, by its name; null where the bundle is missing or damaged, undefined where it has
 * no such file.
 */
export const readBundled = async (
  bundle: string,
  name: string,
  address: string,
): Promise<Uint8Array<ArrayBuffer> | null | undefined> => {
  if (!bundles.has(bundle)) await readData(bundle, address);
  const files = bundles.get(bundle);
  if (!files) return null;
  const base64 = files[name];
  return base64 === undefined ? undefined : bytesOf(base64);
};
