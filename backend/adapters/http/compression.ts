import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Compresses in the thread pool, so that the event loop stays free. */
export const compress = promisify(gzip);

/** Does the client take gzip? Everything that browsers send does. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(acceptEncoding ?? '');
}
