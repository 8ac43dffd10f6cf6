import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRoadEngine, createRoadServer, readRoads, stockCar } from '../../../routing/index.ts';
import {
  isRecorded,
  RECORDED_NETWORKS,
  type RecordedBody,
  readRecorded,
} from '../../support/recordedOsrm.ts';

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)]!;
}

/** Relative differences of two tables, cell by cell; short ways (under 10 s or 100 m) are left to the median. */
function differences(ours: (number | null)[][], theirs: (number | null)[][]): number[] {
  const result: number[] = [];
  for (const [i, row] of theirs.entries()) {
    for (const [j, value] of row.entries()) {
      const mine = ours[i]![j]!;
      if (value !== null && mine !== null && value > 0) result.push(Math.abs(mine - value) / value);
    }
  }
  return result;
}

describe.each(RECORDED_NETWORKS)('our engine against recorded answers of osrm-routed: $name', (network) => {
  describe.runIf(isRecorded(network))('with the stock car profile', () => {
    const recorded = isRecorded(network) ? readRecorded(network.answers) : null!;
    let server: Server;
    let baseUrl: string;

    beforeAll(async () => {
      server = createRoadServer(createRoadEngine(readRoads([network.extract], stockCar).network));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }, 60_000);
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    async function ask(url: string): Promise<{ status: number; body: RecordedBody }> {
      const response = await fetch(baseUrl + url, { headers: { connection: 'close' } });
      return { status: response.status, body: (await response.json()) as RecordedBody };
    }

    it('table of all points: median within 2 %, 95th percentile within 8 %, the same pairs unreachable', async () => {
      const coordinates = recorded.points.map(([lon, lat]) => `${lon},${lat}`).join(';');
      const { body } = await ask(`/table/v1/driving/${coordinates}?annotations=duration,distance`);
      const theirs = recorded.table[1];
      const isEmpty = (table: (number | null)[][]) => table.map((row) => row.map((value) => value === null));
      expect(isEmpty(body.durations!)).toEqual(isEmpty(theirs.durations!));
      const durations = differences(body.durations!, theirs.durations!);
      expect(quantile(durations, 0.5)).toBeLessThanOrEqual(0.02);
      expect(quantile(durations, 0.95)).toBeLessThanOrEqual(0.08);
      const distances = differences(body.distances!, theirs.distances!);
      expect(quantile(distances, 0.95)).toBeLessThanOrEqual(0.01);
    });

    it('table with sources and destinations: the same fields, rows and columns', async () => {
      const [url, [status, theirs]] = recorded.tableSourcesDestinations;
      const ours = await ask(url);
      expect(ours.status).toBe(status);
      expect(Object.keys(ours.body).sort()).toEqual(Object.keys(theirs).sort());
      expect(ours.body.durations!.map((row) => row.length)).toEqual(
        theirs.durations!.map((row) => row.length),
      );
      expect(Object.keys(ours.body.sources![0]!).sort()).toEqual(Object.keys(theirs.sources![0]!).sort());
    });

    it('routes: the same fields, durations within 2 % in the median and 8 % in every case', async () => {
      const off: number[] = [];
      for (const [url, status, theirs] of recorded.routes) {
        const ours = await ask(url);
        expect(ours.status).toBe(status);
        const [route, theirRoute] = [ours.body.routes![0]!, theirs.routes![0]!];
        expect(Object.keys(route).sort()).toEqual(Object.keys(theirRoute).sort());
        expect(Object.keys(route.legs[0]!).sort()).toEqual(Object.keys(theirRoute.legs[0]!).sort());
        expect(route.legs).toHaveLength(theirRoute.legs.length);
        expect(route.weight_name).toBe(theirRoute.weight_name);
        expect(typeof route.geometry).toBe(typeof theirRoute.geometry);
        off.push(Math.abs(route.duration - theirRoute.duration) / theirRoute.duration);
      }
      expect(quantile(off, 0.5)).toBeLessThanOrEqual(0.02);
      expect(quantile(off, 1)).toBeLessThanOrEqual(0.08);
    });

    it('nearest: the same place, on the same road or at the same junction', async () => {
      for (const [url, status, theirs] of recorded.nearest) {
        const ours = await ask(url);
        expect(ours.status).toBe(status);
        expect(ours.body.waypoints).toHaveLength(theirs.waypoints!.length);
        const [waypoint, theirWaypoint] = [ours.body.waypoints![0]!, theirs.waypoints![0]!];
        expect(Object.keys(waypoint).sort()).toEqual(Object.keys(theirWaypoint).sort());
        expect(Math.abs(waypoint.distance - theirWaypoint.distance), url).toBeLessThan(1);
        expect(waypoint.location[0]).toBeCloseTo(theirWaypoint.location[0], 4);
        expect(waypoint.location[1]).toBeCloseTo(theirWaypoint.location[1], 4);
        expect(theirWaypoint.nodes).toEqual(expect.arrayContaining([expect.toBeOneOf(waypoint.nodes!)]));
      }
    });

    it('errors: the same status, code and words', async () => {
      for (const [url, status, theirs] of recorded.errors) {
        expect(await ask(url), url).toEqual({ status, body: theirs });
      }
    });
  });
});
