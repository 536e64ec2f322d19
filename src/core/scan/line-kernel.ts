/**
 * The inner loop of the net of lines in WebAssembly, where one instruction does four columns: JavaScript has none such, and takes
 * several times as long. Its source is `line-kernel.wat`; after a change of it its test says what must stand here.
 */
export const LINE_KERNEL = [
  'AGFzbQEAAAABCwFgB39/f39/f38AAwIBAAUDAQAQBxMCBm1lbW9yeQIABmZpbHRlcgAACs8DAcwDAgd/C3sgACABQQJ0aiEJA0AgA/0JAgAhES',
  'AD/QkCBCESIAP9CQIIIRMgA/0JAgwhFCARIRUgEiEWIBMhFyAUIRggACEIIAIhCwNAIAgoAgAgB0ECdGohCkEDIQwDQCAK/QAEACEOIAr9AAQQ',
  'IQ8gC/0JAgAhECARIBAgDv3mAf3kASERIBUgECAP/eYB/eQBIRUgC/0JAgQhECASIBAgDv3mAf3kASESIBYgECAP/eYB/eQBIRYgC/0JAgghEC',
  'ATIBAgDv3mAf3kASETIBcgECAP/eYB/eQBIRcgC/0JAgwhECAUIBAgDv3mAf3kASEUIBggECAP/eYB/eQBIRggCkEEaiEKIAtBEGohCyAMQQFr',
  'IgwNAAsgCEEEaiIIIAlJDQAL/QwAAAAAAAAAAAAAAAAAAAAAIRAgBCAHQQJ0aiENIA0gESAQ/ekB/QsEACANIBUgEP3pAf0LBBAgDSAFaiENIA',
  '0gEiAQ/ekB/QsEACANIBYgEP3pAf0LBBAgDSAFaiENIA0gEyAQ/ekB/QsEACANIBcgEP3pAf0LBBAgDSAFaiENIA0gFCAQ/ekB/QsEACANIBgg',
  'EP3pAf0LBBAgB0EIaiIHIAZJDQALCw==',
].join('');

/** Sums four filters over one row of columns; `line-kernel.wat` says what of. */
export type FilterRow = (
  rows: number,
  count: number,
  weights: number,
  biases: number,
  out: number,
  apart: number,
  columns: number,
) => void;

export interface LineKernel {
  readonly memory: WebAssembly.Memory;
  readonly filter: FilterRow;
}

let compiled: WebAssembly.Module | null = null;

/** A kernel with a memory of its own. */
export const openLineKernel = (): LineKernel => {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(LINE_KERNEL), (one) => one.charCodeAt(0)),
  );
  return new WebAssembly.Instance(compiled).exports as unknown as LineKernel;
};
