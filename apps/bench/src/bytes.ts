import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Bytes of a number of files: as they are, and as servers send them. */
export interface Bytes {
  readonly files: number;
  readonly min: number;
  readonly gzip: number;
  readonly brotli: number;
}

export const nothing: Bytes = { files: 0, min: 0, gzip: 0, brotli: 0 };

/** Compresses as a CDN that does it once, with the highest effort. */
export function brotli(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return new Uint8Array(brotliCompressSync(content, { params }));
}

export function bytesOf(content: Uint8Array): Bytes {
  return {
    files: 1,
    min: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotli(content).length,
  };
}

export function sum(all: readonly Bytes[]): Bytes {
  return all.reduce(
    (total, one) => ({
      files: total.files + one.files,
      min: total.min + one.min,
      gzip: total.gzip + one.gzip,
      brotli: total.brotli + one.brotli,
    }),
    nothing,
  );
}
