import { describe, expect, it } from 'vitest';
import { OsrmRoads } from '../../../../backend/adapters/osrm/osrmRoads.ts';
import {
  isRecorded,
  RECORDED_NETWORKS,
  type RecordedBody,
  readRecorded,
} from '../../../support/recordedOsrm.ts';

const FAULTS: Readonly<Record<string, string>> = { NoSegment: 'noSegment', NoRoute: 'noRoute' };
const place = ([lon, lat]: readonly [number, number]) => ({ lon, lat });

/** A client whose every question gets this recorded answer. */
function replaying(status: number, body: RecordedBody): OsrmRoads {
  return new OsrmRoads({
    baseUrl: 'http://recorded',
    get: async () => ({ status, body: JSON.stringify(body) }),
  });
}

describe.each(RECORDED_NETWORKS)('our client against recorded answers of osrm-routed: $name', (network) => {
  describe.runIf(isRecorded(network))('replayed', () => {
    const recorded = isRecorded(network) ? readRecorded(network.answers) : null!;

    it('table: every cell is read', async () => {
      const points = recorded.points.map(place);
      const table = await replaying(...recorded.table).table(points, points);
      expect(table.seconds).toEqual(recorded.table[1].durations);
      expect(table.metres).toEqual(recorded.table[1].distances);
    });

    it('routes with a GeoJSON line: duration, distance and every point are read', async () => {
      const withLine = recorded.routes.filter(([url]) => url.includes('geometries=geojson'));
      expect(withLine.length).toBeGreaterThan(0);
      for (const [, status, body] of withLine) {
        const route = await replaying(status, body).route([
          place(recorded.points[0]!),
          place(recorded.points[1]!),
        ]);
        const theirs = body.routes![0]!;
        const { coordinates } = theirs.geometry as { coordinates: [number, number][] };
        expect(route).toEqual({
          seconds: theirs.duration,
          metres: theirs.distance,
          line: coordinates.map(place),
        });
      }
    });

    it('nearest: place and distance are read', async () => {
      for (const [, status, body] of recorded.nearest) {
        const found = await replaying(status, body).nearest(place(recorded.points[0]!));
        const [theirs] = body.waypoints!;
        expect(found).toEqual({ point: place(theirs!.location), distanceMetres: theirs!.distance });
      }
    });

    it('errors: a fault with a code for each', async () => {
      for (const [, status, body] of recorded.errors) {
        const asked = replaying(status, body).route(recorded.points.slice(0, 2).map(place));
        await expect(asked).rejects.toMatchObject({ code: FAULTS[body.code] ?? 'refused' });
      }
    });
  });
});
