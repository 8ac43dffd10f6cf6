import { describe, expect, it } from 'vitest';
import type { ScheduledStop } from '../../../backend/domain/schedule/shiftSchedule.ts';
import { pointAlong } from '../../../backend/simulation/alongLine.ts';
import { whereaboutsAt } from '../../../backend/simulation/vehicleWhereabouts.ts';
import { sampleSchedule } from '../../support/sampleRows.ts';
import { sampleStop } from '../../support/sampleStop.ts';

const depot = { lon: 139.7, lat: 37.5 };
const place = (lon: number) => ({
  id: `p${lon}`,
  name: '',
  municipality: '07421',
  coordinates: { lon, lat: 37.5 },
});

const stop = (given: Partial<ScheduledStop>): ScheduledStop =>
  sampleStop({ place: place(139.8), start: 1300, departure: 1400, ...given });

describe('whereaboutsAt', () => {
  const schedule = sampleSchedule({ departure: 1000, finish: 2000, stops: [stop({})] });

  it('before it leaves: in the depot', () => {
    expect(whereaboutsAt(schedule, depot, 999)).toBeUndefined();
  });

  it('a third of the way in time: a third of the way', () => {
    // left at 1000, arrives at 1300; 1100 is 100 of 300 s
    expect(whereaboutsAt(schedule, depot, 1100)?.share).toBeCloseTo(1 / 3);
  });

  it('late for a stop: waits in front of it rather than running past', () => {
    expect(whereaboutsAt(schedule, depot, 1900)).toMatchObject({ to: { lon: 139.8 }, share: 1 });
  });

  it('everything served: on the way home, then gone', () => {
    const served = { ...schedule, stops: [stop({ state: 'departed', performedDeparture: 1500 })] };
    // left at 1500, home at 2000
    expect(whereaboutsAt(served, depot, 1750)).toMatchObject({ to: depot, share: 0.5 });
    expect(whereaboutsAt(served, depot, 2000)).toBeUndefined();
  });
});

describe('pointAlong', () => {
  const line = [
    { lon: 139, lat: 0 },
    { lon: 140, lat: 0 },
    { lon: 143, lat: 0 },
  ];

  it('half of a line whose second piece is three times the first: inside the second piece', () => {
    // 1 + 3 degrees on the equator; half is 2 degrees from the start
    expect(pointAlong(line, 0.5).lon).toBeCloseTo(141);
  });

  it('beyond the ends, and a line of one point: the ends', () => {
    expect(pointAlong(line, 2)).toEqual(line[2]);
    expect(pointAlong([line[0]!], 0.3)).toEqual(line[0]);
  });
});
