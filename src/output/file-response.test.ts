import { expect, it } from 'vitest';
import { bytesOfResponse, fileResponse } from './file-response.ts';

it('gives the bytes of a file without reading its body, which has them as well', async () => {
  const bytes = new TextEncoder().encode('ก,ข\r\n');
  const response = fileResponse(bytes, 'text/csv');
  expect(bytesOfResponse(response)).toBe(bytes);
  expect(response.headers.get('content-type')).toBe('text/csv');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(bytesOfResponse(new Response('ก'))).toBeNull();
});
