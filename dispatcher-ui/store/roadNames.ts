/** A road by the number that stands on its signs. */
export interface RoadName {
  readonly ref: string;
  readonly name: string;
}

/** Shapes of roads with `ref` (`49`, or `118;121` where two run together) and `name`. */
interface RoadShapes {
  readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> | null }[];
}

const MOST_FOUND = 8;

/** The numbered roads of the base map, each number once, in the order of their numbers. */
export function listRoads(shapes: RoadShapes | null): readonly RoadName[] {
  const names = new Map<string, string>();
  const named = (shapes?.features ?? []).map(({ properties }) => ({
    refs: refsOf(properties?.ref),
    name: String(properties?.name ?? ''),
  }));
  // Where two numbers run together the name is that of both; a stretch of its own names the road better.
  for (const { refs, name } of named.sort((a, b) => a.refs.length - b.refs.length)) {
    for (const ref of refs) names.set(ref, names.get(ref) || name);
  }
  return [...names]
    .map(([ref, name]) => ({ ref, name }))
    .sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
}

function refsOf(text: unknown): string[] {
  return String(text ?? '')
    .split(/[;,]/)
    .map((ref) => ref.trim())
    .filter((ref) => ref !== '');
}

/** Roads whose number begins so (`R25`, `国道２５２号`) or whose name holds the text; those of that very number first. */
export function findRoads(roads: readonly RoadName[], text: string): readonly RoadName[] {
  const typed = text.normalize('NFKC').trim();
  const number = /^(?:[Rr]|国道|県道)?\s*([A-Za-z]?\d+)号?$/.exec(typed)?.[1]?.toUpperCase();
  const matches = roads.filter(({ ref, name }) =>
    number === undefined ? name.includes(typed) : ref.toUpperCase().startsWith(number),
  );
  return [...matches]
    .sort((a, b) => Number(b.ref === number) - Number(a.ref === number))
    .slice(0, MOST_FOUND);
}
