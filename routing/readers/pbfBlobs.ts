import { inflateSync } from 'node:zlib';
import { ReadingFault } from './readingFault.ts';

/** Larger headers and blocks than the format allows are a sign of another format. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;

interface Field {
  readonly number: number;
  /** Bytes of a length-delimited field, or the value of a number. */
  readonly value: Buffer | number;
}

/** The fields of a protocol buffer message that has only numbers and byte strings. Throws `RangeError` elsewhere. */
function* fields(bytes: Buffer): Generator<Field> {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || factor > 2 ** 49) throw new RangeError('cut off');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const key = number();
    if ((key & 7) === 0) yield { number: key >> 3, value: number() };
    else if ((key & 7) === 2) {
      const length = number();
      if (at + length > bytes.length) throw new RangeError('cut off');
      yield { number: key >> 3, value: bytes.subarray(at, at + length) };
      at += length;
    } else throw new RangeError('unknown kind of field');
  }
}

function readHeader(bytes: Buffer): { type: string; size: number } {
  let type = '';
  let size = 0;
  for (const field of fields(bytes)) {
    if (field.number === 1) type = String(field.value);
    if (field.number === 3) size = Number(field.value);
  }
  return { type, size };
}

function readBlob(bytes: Buffer): Buffer {
  for (const { number, value } of fields(bytes)) {
    if (number === 1 && typeof value !== 'number') return value;
    if (number === 3 && typeof value !== 'number') return inflateSync(value);
    if (number > 3) throw new RangeError('packed in a way other than zlib');
  }
  throw new RangeError('empty');
}

/**
 * The data blocks of a `.osm.pbf` file, unpacked. `read` returns fewer bytes than asked for only at the file's end.
 * Throws `ReadingFault`: `unknownFormat` where it is no such file, `truncatedFile` where it is cut off,
 * `malformedFile` where a block is damaged.
 */
export function* readBlobs(
  path: string,
  read: (position: number, length: number) => Buffer,
  total: number,
): Generator<{ data: Buffer; end: number }> {
  const cutOff = (at: number) =>
    new ReadingFault('truncatedFile', `${path} is cut off at byte ${at} of ${total}; fetch it again.`);
  let at = 0;
  while (at < total) {
    const isFirst = at === 0;
    const lengthBytes = read(at, 4);
    if (lengthBytes.length < 4) throw cutOff(at);
    const headerSize = lengthBytes.readUInt32BE(0);
    const foreign = new ReadingFault('unknownFormat', `${path} is not an .osm.pbf file.`);
    if (headerSize === 0 || headerSize > MAX_HEADER_BYTES) throw isFirst ? foreign : cutOff(at);
    const headerBytes = read(at + 4, headerSize);
    if (headerBytes.length < headerSize) throw isFirst ? foreign : cutOff(at);
    let header: ReturnType<typeof readHeader>;
    try {
      header = readHeader(headerBytes);
    } catch {
      throw foreign;
    }
    if (isFirst && header.type !== 'OSMHeader') throw foreign;
    if (header.size > MAX_BLOB_BYTES)
      throw new ReadingFault('malformedFile', `${path}: a block at byte ${at} is too large.`);
    const start = at + 4 + headerSize;
    const bytes = read(start, header.size);
    if (bytes.length < header.size) throw cutOff(at);
    at = start + header.size;
    if (header.type !== 'OSMData') continue;
    try {
      yield { data: readBlob(bytes), end: at };
    } catch (cause) {
      if (cause instanceof ReadingFault) throw cause;
      throw new ReadingFault(
        'malformedFile',
        `${path} holds a damaged block before byte ${at}: ${(cause as Error).message}`,
      );
    }
  }
}
