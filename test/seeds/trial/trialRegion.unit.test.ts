import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as turf from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { type Coordinates, distanceMetres } from '../../../backend/domain/units/coordinates.ts';
import { createMunicipalityLocator } from '../../../seeds/region/municipalityLocator.ts';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import { buildTrialRegion } from '../../../seeds/trial/buildTrialRegion.ts';
import { readAuthoredRegion } from '../../../seeds/trial/readAuthoredRegion.ts';
import { SeededRandom } from '../../support/seededRandom.ts';

const FOLDER = fileURLToPath(new URL('../../../seeds/aizu', import.meta.url));
const region = await readRegion(FOLDER);
const outlines = region.municipalities.map(
  ({ outlineGeoJson }) => JSON.parse(outlineGeoJson) as GeoJSON.MultiPolygon,
);

describe('trial region', () => {
  it('derived files: exactly what the authored ones give', () => {
    const files = buildTrialRegion(readAuthoredRegion(FOLDER, (path) => readFileSync(path, 'utf8')));
    expect(files.size).toBe(7);
    for (const [name, text] of files)
      expect(readFileSync(`${FOLDER}/${name}`, 'utf8') === text, `${name}: run seeds/trial/build.ts`).toBe(
        true,
      );
  });

  it('reading it: no row refused', () => {
    expect(region.refused).toEqual([]);
  });

  it('thirteen municipalities: the population and area of 2020', () => {
    const sum = (pick: (index: number) => number): number =>
      region.municipalities.reduce((total, _, index) => total + pick(index), 0);
    const figures = region.municipalities.map((one) => one.municipality);
    expect(figures).toHaveLength(13);
    expect(sum((i) => figures[i]!.population)).toBe(239_190);
    expect(sum((i) => figures[i]!.over65)).toBe(79_527);
    expect(sum((i) => figures[i]!.areaKm2)).toBeCloseTo(3_078.78, 2);
  });

  it('places: every municipality has a town hall, hamlets and a shop, each with kana', () => {
    for (const { municipality } of region.municipalities) {
      const own = region.places.filter((place) => place.municipality === municipality.code);
      const kinds = new Set(own.map((place) => place.kind));
      expect([...kinds], municipality.name).toEqual(expect.arrayContaining(['townHall', 'hamlet', 'shop']));
    }
    expect(region.places.filter((place) => !/^[ぁ-ゖー ]+$/.test(place.kana)).map((one) => one.id)).toEqual(
      [],
    );
  });

  it('outlines: every place lies in its own municipality', () => {
    const locate = createMunicipalityLocator(region.municipalities);
    for (const { id, coordinates, municipality } of [...region.places, ...region.boardingPoints])
      expect(locate(coordinates), id).toBe(municipality);
  });

  it('outlines: they tile the region, no gap and no overlap', () => {
    // Neighbours share every edge, each in its own direction. What is left over is the region's border: one ring,
    // whose area is that of the parts.
    const edges = outlines.flatMap((outline) =>
      outline.coordinates.flat().flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!, to] as const)),
    );
    const names = new Set(edges.map(([from, to]) => `${from} ${to}`));
    expect(names.size).toBe(edges.length);
    const border = new Map(
      edges.filter(([from, to]) => !names.has(`${to} ${from}`)).map(([from, to]) => [String(from), to]),
    );
    const ring = [edges.find(([from]) => border.has(String(from)))![0]];
    while (ring.length <= border.size) ring.push(border.get(String(ring.at(-1)))!);
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(new Set(ring.map(String)).size).toBe(border.size);
    const parts = outlines.reduce((sum, outline) => sum + turf.area(outline), 0);
    expect(Math.abs(turf.area(turf.polygon([ring])) - parts)).toBeLessThan(1);
  });

  it('outlines: no two overlap, none crosses itself', () => {
    for (const [index, outline] of outlines.entries()) {
      expect(turf.kinks(outline).features).toHaveLength(0);
      for (const other of outlines.slice(index + 1)) {
        const pair = turf.featureCollection([turf.feature(outline), turf.feature(other)]);
        expect(turf.intersect(pair)).toBeNull();
      }
    }
  });

  it('a thousand points of the region: exactly one municipality each', () => {
    const random = new SeededRandom(1);
    const whole = turf.union(turf.featureCollection(outlines.map((outline) => turf.feature(outline))))!;
    const [west, south, east, north] = region.header.bounds;
    for (let i = 0; i < 1000; i++) {
      const point = [west + random.fraction() * (east - west), south + random.fraction() * (north - south)];
      const holders = outlines.filter((outline) => turf.booleanPointInPolygon(point, outline));
      expect(holders.length).toBe(turf.booleanPointInPolygon(point, whole) ? 1 : 0);
    }
  });

  it('outlines: areas within a third of the real ones', () => {
    // The outlines are cells around places; Yugawa, with 16 km² the smallest, is the hardest to hit.
    for (const [index, { municipality }] of region.municipalities.entries()) {
      const ratio = turf.area(outlines[index]!) / 1e6 / municipality.areaKm2;
      expect(ratio, municipality.name).toBeGreaterThan(2 / 3);
      expect(ratio, municipality.name).toBeLessThan(4 / 3);
    }
  });

  it('roads: from anywhere to anywhere', () => {
    // No road of the trial region is one-way, so reaching all is being reached by all.
    expect(region.roads.edges.filter((edge) => edge.isOneway)).toEqual([]);
    expect(reachableCount(region.roads.edges)).toBe(region.roads.nodes.length);
  });

  it('roads: never shorter than their drawn line, ends on their nodes', () => {
    for (const edge of region.roads.edges) {
      const line = edge.shape.slice(1).reduce((sum, to, i) => sum + distanceMetres(edge.shape[i]!, to), 0);
      expect(edge.lengthMetres, `edge ${edge.id}`).toBeGreaterThan(line - 2);
      expect(distanceMetres(edge.shape[0]!, region.roads.nodes[edge.from]!)).toBeLessThan(2);
      expect(distanceMetres(edge.shape.at(-1)!, region.roads.nodes[edge.to]!)).toBeLessThan(2);
    }
  });

  it('ways between stations: within 15 % of the real road distance', () => {
    // Road kilometres from Aizu-Wakamatsu Station, motorway included where it is faster.
    const real = {
      'kitakata-station': 20.7,
      'inawashiro-station': 26.1,
      'aizubange-station': 15.4,
      'aizukawaguchi-station': 53,
    };
    const metres = shortestMetres('aizuwakamatsu-station');
    for (const [id, kilometres] of Object.entries(real)) {
      const ratio = metres(id) / 1000 / kilometres;
      expect(ratio, id).toBeGreaterThan(0.85);
      expect(ratio, id).toBeLessThan(1.15);
    }
  });

  it('boarding points: each within 250 m of a road', () => {
    const pieces = region.roads.edges.flatMap((edge) =>
      edge.shape.slice(1).map((to, i) => [edge.shape[i]!, to] as const),
    );
    for (const { id, coordinates } of region.boardingPoints) {
      const metres = Math.min(...pieces.map(([from, to]) => metresToPiece(coordinates, from, to)));
      expect(metres, id).toBeLessThan(250);
    }
  });

  it('fleet: about thirty vehicles of three providers, wheelchairs and stretchers among them', () => {
    const { vehicles, providers } = region.operations;
    expect(vehicles.length).toBeGreaterThanOrEqual(28);
    expect(new Set(vehicles.map((vehicle) => vehicle.providerId)).size).toBe(providers.length);
    expect(new Set(providers.map((one) => one.category)).size).toBe(3);
    for (const kind of [1, 2])
      expect(vehicles.some((vehicle) => vehicle.configurations.some((places) => places[kind]! > 0))).toBe(
        true,
      );
  });

  it('telephone numbers: never assigned ones only', () => {
    const { providers, services, drivers } = region.operations;
    for (const { phone } of [...providers, ...services]) expect(phone).toMatch(/^024[12]-00-\d{4}$/);
    for (const { phone } of drivers) expect(phone).toMatch(/^090-0000-\d{4}$/);
  });

  it('drivers: each has a telephone of their own', () => {
    const { vehicles, shiftTemplates, drivers } = region.operations;
    const providerOf = new Map(vehicles.map(({ id, providerId }) => [id, providerId]));
    const known = new Set(drivers.map(({ providerId, name }) => `${providerId} ${name}`));
    const driving = shiftTemplates.map(
      ({ vehicleId, driverName }) => `${providerOf.get(vehicleId)} ${driverName}`,
    );
    expect(driving.filter((driver) => !known.has(driver))).toEqual([]);
    expect(new Set(drivers.map(({ phone }) => phone)).size).toBe(known.size);
  });
});

/** Distance to a straight piece of road, on a flat map around the point. */
function metresToPiece(point: Coordinates, from: Coordinates, to: Coordinates): number {
  const scale = 111_195;
  const squeeze = scale * Math.cos((point.lat * Math.PI) / 180);
  const [ax, ay] = [(from.lon - point.lon) * squeeze, (from.lat - point.lat) * scale];
  const [dx, dy] = [(to.lon - from.lon) * squeeze, (to.lat - from.lat) * scale];
  const share = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

/** How many nodes a drive from node 0 can reach. */
function reachableCount(edges: readonly { readonly from: number; readonly to: number }[]): number {
  const neighbours = new Map<number, number[]>();
  for (const { from, to } of edges)
    for (const [here, there] of [
      [from, to],
      [to, from],
    ] as const)
      neighbours.set(here, [...(neighbours.get(here) ?? []), there]);
  const seen = new Set([0]);
  for (const node of seen) for (const next of neighbours.get(node) ?? []) seen.add(next);
  return seen.size;
}

/** Shortest ways from a place, by repeated relaxation (Bellman 1958). */
function shortestMetres(from: string): (to: string) => number {
  const nodeOf = (id: string): number => {
    const { coordinates } = region.places.find((place) => place.id === id)!;
    return region.roads.nodes.findIndex((node) => distanceMetres(node, coordinates) < 1);
  };
  const best = region.roads.nodes.map(() => Number.POSITIVE_INFINITY);
  best[nodeOf(from)] = 0;
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const { from: a, to: b, lengthMetres } of region.roads.edges)
      for (const [here, there] of [
        [a, b],
        [b, a],
      ] as const)
        if (best[here]! + lengthMetres < best[there]!) {
          best[there] = best[here]! + lengthMetres;
          hasChanged = true;
        }
  }
  return (to) => best[nodeOf(to)]!;
}
