import { describe, expect, it } from 'vitest';
import { driveTour, tourParts } from '../../../../backend/adapters/http/tourLine.ts';
import { RoadsFault } from '../../../../backend/domain/fault/roadsFault.ts';
import type { ScheduledStop } from '../../../../backend/domain/schedule/shiftSchedule.ts';
import type { Roads } from '../../../../backend/ports/roads.ts';
import { sampleSchedule } from '../../../support/sampleRows.ts';
import { sampleStop } from '../../../support/sampleStop.ts';
import { STRAIGHT_ROADS } from '../../../support/straightRoads.ts';

const DEPOT = { lon: 139, lat: 37 };

/** A stop `east` tenths of a degree east of the depot, left at an hour. */
function stopAt(east: number, hour: number): ScheduledStop {
  const coordinates = { lon: 139 + east / 10, lat: 37 };
  const place = { id: `hall-${east}`, name: '集会所', municipality: '07421', coordinates };
  return sampleStop({ place, start: hour * 3600, departure: hour * 3600 });
}

const SCHEDULE = sampleSchedule({
  departure: 8 * 3600,
  stops: [stopAt(1, 9), stopAt(2, 10), stopAt(3, 11)],
  roads: {
    bands: [
      { fromSecond: 0, stateId: 'open' },
      { fromSecond: 10 * 3600, stateId: 'closed' },
    ],
    isEstimate: false,
  },
});

describe('the line of a tour', () => {
  it('a closure begins on the way: driven on the roads of each departure', () => {
    const lons = tourParts(SCHEDULE, DEPOT).map(({ stateId, points }) => [
      stateId,
      points.map(({ lon }) => lon),
    ]);
    // left 8:00 and 9:00 on open roads; from 10:00 on closed ones, the way back to the depot too
    expect(lons).toEqual([
      ['open', [139, 139.1, 139.2]],
      ['closed', [139.2, 139.3, 139]],
    ]);
  });

  it('no stops: no line', async () => {
    expect(tourParts(sampleSchedule(), DEPOT)).toEqual([]);
    expect(await driveTour(() => STRAIGHT_ROADS, [])).toEqual({ line: [], isDrivable: true });
  });

  it('a state the engine knows no more: open roads; roads that do not answer: straight from stop to stop', async () => {
    const failing = (code: 'refused' | 'unreachable'): Roads => ({
      ...STRAIGHT_ROADS,
      route: () => Promise.reject(new RoadsFault(code, 'no')),
    });
    const parts = tourParts(SCHEDULE, DEPOT);
    const forgotten = await driveTour((id) => (id === 'open' ? STRAIGHT_ROADS : failing('refused')), parts);
    expect(forgotten.isDrivable).toBe(true);
    expect(await driveTour(() => failing('unreachable'), parts)).toEqual({
      line: [139, 139.1, 139.2, 139.2, 139.3, 139].map((lon) => [lon, 37]),
      isDrivable: false,
    });
  });
});
