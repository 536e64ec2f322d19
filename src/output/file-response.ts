/** The same for every copy of this module: that of a page's bundle makes answers which the build reads. */
const BYTES = Symbol.for('wian.fileBytes');

/**
 * An answer with the bytes of a file. A build takes them as they are: read from the body, files of hundreds of megabytes are
 * copied three times.
 */
export const fileResponse = (bytes: Uint8Array<ArrayBuffer>, contentType: string): Response => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const response = new Response(body, { headers: { 'content-type': contentType } });
  return Object.defineProperty(response, BYTES, { value: bytes });
};

/** An answer with a text as its file, in UTF-8. */
export const textResponse = (text: string, contentType: string): Response =>
  fileResponse(new TextEncoder().encode(text), contentType);

/** The bytes of an answer of {@link fileResponse} or {@link textResponse}; null for any other. */
export const bytesOfResponse = (response: Response): Uint8Array | null =>
  Reflect.get(response, BYTES) ?? null;
