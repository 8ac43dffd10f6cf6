import { deflateSync } from 'node:zlib';
import { townPoint } from '../drawTown.ts';

type Tags = Readonly<Record<string, string>>;

/** A small OSM data set: node numbers at metres east and north of the town's origin. */
export interface OsmTown {
  readonly nodes: Readonly<Record<number, readonly [east: number, north: number, tags?: Tags]>>;
  readonly ways: readonly { readonly id: number; readonly refs: readonly number[]; readonly tags: Tags }[];
  readonly relations?: readonly {
    readonly id: number;
    readonly tags: Tags;
    readonly members: readonly {
      readonly type: 'node' | 'way';
      readonly ref: number;
      readonly role: string;
    }[];
  }[];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function tagLines(tags: Tags = {}): string {
  return Object.entries(tags)
    .map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`)
    .join('');
}

/** The data set as OSM XML. */
export function osmXml({ nodes, ways, relations = [] }: OsmTown): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6">'];
  for (const [id, [east, north, tags]] of Object.entries(nodes)) {
    const { lon, lat } = townPoint(east, north);
    lines.push(`<node id="${id}" lat="${lat}" lon="${lon}">${tagLines(tags)}</node>`);
  }
  for (const { id, refs, tags } of ways) {
    lines.push(`<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagLines(tags)}</way>`);
  }
  for (const { id, members, tags } of relations) {
    const parts = members.map(
      ({ type, ref, role }) => `<member type="${type}" ref="${ref}" role="${role}"/>`,
    );
    lines.push(`<relation id="${id}">${parts.join('')}${tagLines(tags)}</relation>`);
  }
  return [...lines, '</osm>', ''].join('\n');
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
const zigzag = (value: number) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const number = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([varint(field * 8 + 2), varint(body.length), body]);
};
const deltas = (values: readonly number[]) => values.map((value, i) => zigzag(value - (values[i - 1] ?? 0)));

function block(type: string, content: Buffer): Buffer {
  const blob = Buffer.concat([number(2, content.length), bytes(3, deflateSync(content))]);
  const header = Buffer.concat([bytes(1, Buffer.from(type)), number(3, blob.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, blob]);
}

/** The data set as `.osm.pbf`: a header and one block; nodes one by one, ways, relations. */
export function osmPbf({ nodes, ways, relations = [] }: OsmTown): Buffer {
  const strings = [''];
  const textIndex = (text: string) => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const tagFields = (tags: Tags = {}) => [
    bytes(2, ...Object.keys(tags).map((key) => varint(textIndex(key)))),
    bytes(3, ...Object.values(tags).map((value) => varint(textIndex(value)))),
  ];
  const zigzagField = (field: number, value: number) => Buffer.concat([varint(field * 8), zigzag(value)]);
  const nodeParts = Object.entries(nodes).map(([id, [east, north, tags]]) => {
    const { lon, lat } = townPoint(east, north);
    const place = [zigzagField(8, Math.round(lat * 1e7)), zigzagField(9, Math.round(lon * 1e7))];
    return bytes(1, zigzagField(1, Number(id)), ...tagFields(tags), ...place);
  });
  const wayParts = ways.map(({ id, refs, tags }) =>
    bytes(3, number(1, id), ...tagFields(tags), bytes(8, ...deltas(refs))),
  );
  const relationParts = relations.map(({ id, members, tags }) =>
    bytes(
      4,
      number(1, id),
      ...tagFields(tags),
      bytes(8, ...members.map(({ role }) => varint(textIndex(role)))),
      bytes(9, ...deltas(members.map(({ ref }) => ref))),
      bytes(10, ...members.map(({ type }) => varint(type === 'node' ? 0 : 1))),
    ),
  );
  const groups = [nodeParts, wayParts, relationParts].filter((parts) => parts.length > 0);
  const groupFields = groups.map((parts) => bytes(2, ...parts));
  const table = bytes(1, ...strings.map((text) => bytes(1, Buffer.from(text))));
  const head = block('OSMHeader', Buffer.concat([bytes(4, Buffer.from('OsmSchema-V0.6'))]));
  return Buffer.concat([head, block('OSMData', Buffer.concat([table, ...groupFields]))]);
}
