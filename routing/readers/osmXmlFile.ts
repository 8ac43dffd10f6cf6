import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import type { OsmMember, OsmReceiver, ReadProgress } from './osmElements.ts';
import { ReadingFault } from './readingFault.ts';

const CHUNK_BYTES = 1 << 16;

type Attributes = Readonly<Record<string, string>>;

/** The element being read; a node, way or relation is handed over at its end tag. */
class ElementReader {
  readonly #receiver: OsmReceiver;
  #attributes: Attributes = {};
  #tags: Record<string, string> = {};
  #refs: number[] = [];
  #members: OsmMember[] = [];

  constructor(receiver: OsmReceiver) {
    this.#receiver = receiver;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'node' || name === 'way' || name === 'relation') {
      this.#attributes = attributes;
      this.#tags = {};
      this.#refs = [];
      this.#members = [];
    } else if (name === 'tag') this.#tags[attributes.k ?? ''] = attributes.v ?? '';
    else if (name === 'nd') this.#refs.push(Number(attributes.ref));
    else if (name === 'member') {
      const type = attributes.type as OsmMember['type'];
      this.#members.push({ type, ref: Number(attributes.ref), role: attributes.role ?? '' });
    }
  }

  close(name: string): void {
    const { id, lon, lat, action, visible } = this.#attributes;
    if (action === 'delete' || visible === 'false') return;
    if (name === 'node') this.#receiver.node(Number(id), Number(lon), Number(lat), this.#tags);
    else if (name === 'way') this.#receiver.way(Number(id), this.#refs, this.#tags);
    else if (name === 'relation') this.#receiver.relation(Number(id), this.#members, this.#tags);
  }
}

/** Reads an OSM XML file piece by piece. Throws `ReadingFault` where it is cut off or no such file. */
export function readOsmXmlFile(path: string, receiver: OsmReceiver, onProgress?: ReadProgress): void {
  const total = statSync(path).size;
  const file = openSync(path, 'r');
  const reader = new ElementReader(receiver);
  const parser = new SaxesParser();
  let root = '';
  let isComplete = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (root === '') root = name;
    if (root !== 'osm')
      throw new ReadingFault('unknownFormat', `${path} is XML, but not OSM: it begins with <${name}>.`);
    reader.open(name, attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'osm') isComplete = true;
    else reader.close(name);
  });
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  try {
    let done = 0;
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      parser.write(decoder.write(chunk.subarray(0, size)));
      done += size;
      onProgress?.(done, total);
    }
    if (!isComplete && root === 'osm') {
      throw new ReadingFault('truncatedFile', `${path} ends before </osm>; fetch it again.`);
    }
    parser.close();
  } catch (cause) {
    if (cause instanceof ReadingFault) throw cause;
    const code = root === '' ? 'unknownFormat' : 'malformedFile';
    throw new ReadingFault(code, `${path} is not sound OSM XML: ${(cause as Error).message}`);
  } finally {
    closeSync(file);
  }
  if (root === '') throw new ReadingFault('unknownFormat', `${path} is not an OSM file.`);
}
