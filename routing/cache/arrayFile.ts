import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ReadingFault } from '../readers/readingFault.ts';

const MAGIC = 'AINORI\u0000R';
/** Raise it when arrays change in number, order or meaning: older files are then refused. */
export const FORMAT_VERSION = 4;
const PREFIX_BYTES = 16;

const TYPES = { u8: Uint8Array, i32: Int32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;
/** Arrays a file can hold. */
export type StoredArray = Uint8Array | Int32Array | Float64Array;

interface Section {
  readonly name: string;
  readonly type: TypeName;
  readonly offset: number;
  readonly length: number;
}

interface Header {
  readonly sections: readonly Section[];
  readonly facts: unknown;
  readonly bytes: number;
}

/** What a file of arrays holds. */
export interface ArrayFile {
  readonly arrays: Readonly<Record<string, StoredArray>>;
  readonly facts: unknown;
}

const aligned = (offset: number) => Math.ceil(offset / 8) * 8;

function typeOf(array: StoredArray): TypeName {
  return array instanceof Uint8Array ? 'u8' : array instanceof Int32Array ? 'i32' : 'f64';
}

function layOut(arrays: Readonly<Record<string, StoredArray>>): { sections: Section[]; bytes: number } {
  const sections: Section[] = [];
  let offset = 0;
  for (const [name, array] of Object.entries(arrays)) {
    sections.push({ name, type: typeOf(array), offset, length: array.length });
    offset = aligned(offset + array.byteLength);
  }
  return { sections, bytes: offset };
}

function writeAt(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}

/** Writes arrays and facts (JSON) into a file: first under another name, so that nobody ever reads half of it. */
export function writeArrayFile(path: string, content: ArrayFile): void {
  const layout = layOut(content.arrays);
  const header = Buffer.from(JSON.stringify({ ...layout, facts: content.facts } satisfies Header));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.write(MAGIC, 'latin1');
  prefix.writeUInt32LE(FORMAT_VERSION, 8);
  prefix.writeUInt32LE(header.length, 12);
  const start = aligned(PREFIX_BYTES + header.length);
  const draft = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(draft, 'w');
  try {
    try {
      writeAt(file, prefix, 0);
      writeAt(file, header, PREFIX_BYTES);
      for (const { name, offset } of layout.sections) {
        const array = content.arrays[name]!;
        writeAt(file, new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + offset);
      }
      writeAt(file, Buffer.alloc(1), start + layout.bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
}

function parseHeader(path: string, bytes: Uint8Array): Header {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Header;
  } catch {
    throw new ReadingFault('malformedFile', `${path} is damaged; build it again.`);
  }
}

/**
 * Reads a file of arrays; they are views into one buffer. Throws `ReadingFault`: `unknownFormat`, `staleCache` where
 * another version wrote it, `truncatedFile`, `malformedFile`.
 */
export function readArrayFile(path: string): ArrayFile {
  const size = statSync(path).size;
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  const file = openSync(path, 'r');
  try {
    for (let done = 0, count = 1; done < size && count > 0; done += count) {
      count = readSync(file, bytes, done, size - done, done);
    }
  } finally {
    closeSync(file);
  }
  const prefix = Buffer.from(buffer, 0, Math.min(PREFIX_BYTES, size));
  if (size < PREFIX_BYTES || prefix.toString('latin1', 0, 8) !== MAGIC) {
    throw new ReadingFault('unknownFormat', `${path} is not a file of prepared roads.`);
  }
  if (prefix.readUInt32LE(8) !== FORMAT_VERSION) {
    throw new ReadingFault('staleCache', `${path} was written by another version; build it again.`);
  }
  const headerBytes = prefix.readUInt32LE(12);
  const start = aligned(PREFIX_BYTES + headerBytes);
  const cutOff = new ReadingFault('truncatedFile', `${path} is cut off; build it again.`);
  if (start > size) throw cutOff;
  const header = parseHeader(path, bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + headerBytes));
  if (start + header.bytes + 1 !== size) throw cutOff;
  const arrays: Record<string, StoredArray> = {};
  for (const { name, type, offset, length } of header.sections) {
    arrays[name] = new TYPES[type](buffer, start + offset, length);
  }
  return { arrays, facts: header.facts };
}
