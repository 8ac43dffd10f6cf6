import { describe, expect, it } from 'vitest';
import {
  createRoadEngine,
  type LonLat,
  loadRegionRoads,
  type Ring,
  RoadFault,
} from '../../../routing/index.ts';
import { isInRing } from '../../../routing/states/roadsInRing.ts';
import { type TownNodes, type TownRoad, townPoint, writeTown } from '../drawTown.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const SIZE = 8;
const SPACING = 500;

function gridTown(random: () => number): string {
  const nodes: Record<string, [number, number]> = {};
  const roads: TownRoad[] = [];
  for (let x = 0; x < SIZE; x += 1) {
    for (let y = 0; y < SIZE; y += 1) {
      nodes[`${x}/${y}`] = [x * SPACING + random() * 200, y * SPACING + random() * 200];
      if (x > 0) roads.push({ from: `${x - 1}/${y}`, to: `${x}/${y}`, oneway: random() < 0.1 });
      if (y > 0) roads.push({ from: `${x}/${y - 1}`, to: `${x}/${y}`, oneway: random() < 0.1 });
    }
  }
  return writeTown(nodes as TownNodes, roads);
}

/** Points every few metres along a line. */
function alongLine(line: readonly LonLat[]): LonLat[] {
  return line.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = line[i]!;
    return Array.from(
      { length: 50 },
      (_, k): LonLat => [x0 + ((x1 - x0) * k) / 49, y0 + ((y1 - y0) * k) / 49],
    );
  });
}

describe.each([1, 2, 3, 4])('town %i with random closed areas', (seed) => {
  const random = seeded(seed);
  const engine = createRoadEngine(loadRegionRoads(gridTown(random)).network);
  const place = (): LonLat => {
    const { lon, lat } = townPoint(random() * SIZE * SPACING, random() * SIZE * SPACING);
    return [lon, lat];
  };

  it('no way of any pair crosses a closed area, and times are never shorter than on open roads', () => {
    let driven = 0;
    for (let round = 0; round < 10; round += 1) {
      // a junction lies at most 142 m from here, and the area reaches at least 200 m × cos 36° = 161 m
      const middle = () => Math.floor(random() * SIZE) * SPACING + 100;
      const [cx, cy] = [middle(), middle()];
      const ring: Ring = Array.from({ length: 5 }, (_, i) => {
        const radius = 200 + random() * 700;
        const angle = (2 * Math.PI * i) / 5;
        const { lon, lat } = townPoint(cx + radius * Math.cos(angle), cy + radius * Math.sin(angle));
        return [lon, lat] as const;
      });
      engine.defineState({ id: 'closed', closed: [{ kind: 'area', ring }], snow: [] });
      for (let pair = 0; pair < 20; pair += 1) {
        const ends = [place(), place()];
        try {
          const route = engine.route(ends, { state: 'closed' });
          const inside = alongLine(route.legs[0]!.line.points).filter(([lon, lat]) =>
            isInRing(lon, lat, ring),
          );
          expect(inside).toEqual([]);
          expect(route.weight).toBeGreaterThanOrEqual(engine.route(ends).weight);
          driven += 1;
        } catch (cause) {
          if (!(cause instanceof RoadFault)) throw cause;
          expect(cause.code).toBe('NoRoute');
        }
      }
    }
    expect(driven).toBeGreaterThan(100);
  });
});
