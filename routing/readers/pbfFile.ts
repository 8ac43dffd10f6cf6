import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { parse } from 'osm-pbf-parser-node';
import type { OsmMember, OsmReceiver, ReadProgress } from './osmElements.ts';
import { readBlobs } from './pbfBlobs.ts';
import { ReadingFault } from './readingFault.ts';

interface Element {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly lat: number;
  readonly lon: number;
  readonly refs: readonly number[];
  readonly members: readonly OsmMember[];
  readonly tags?: Readonly<Record<string, string>>;
}

const NO_TAGS = {};

function deliver(element: Element, receiver: OsmReceiver): void {
  const tags = element.tags ?? NO_TAGS;
  if (element.type === 'node') receiver.node(element.id, element.lon, element.lat, tags);
  else if (element.type === 'way') receiver.way(element.id, element.refs, tags);
  else receiver.relation(element.id, element.members, tags);
}

/** Reads a `.osm.pbf` file block by block. Throws `ReadingFault` where it is cut off or no such file. */
export function readPbfFile(path: string, receiver: OsmReceiver, onProgress?: ReadProgress): void {
  const total = statSync(path).size;
  const file = openSync(path, 'r');
  try {
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, position));
    };
    for (const { data, end } of readBlobs(path, read, total)) {
      let elements: Element[];
      try {
        elements = parse(data, { withTags: true }) as Element[];
      } catch (cause) {
        throw new ReadingFault(
          'malformedFile',
          `${path} holds a damaged block before byte ${end}: ${(cause as Error).message}`,
        );
      }
      for (const element of elements) deliver(element, receiver);
      onProgress?.(end, total);
    }
  } finally {
    closeSync(file);
  }
}
