import { describe, expect, it } from 'vitest';
import { computeDayFigures } from '../../../backend/reporting/computeDayFigures.ts';
import { listLegs } from '../../../backend/reporting/listLegs.ts';
import { sampleWaitlistEntry } from '../../support/sampleOwed.ts';
import {
  SAMPLE_DAY,
  SAMPLE_DEPOT,
  sampleRide,
  sampleSchedule,
  sampleShift,
} from '../../support/sampleRows.ts';

const promise = { pickup: { earliest: 1000, latest: 1600 }, dropoff: { earliest: 1000, latest: 3000 } };
const alone = { riders: 1, companions: 0, attendants: 0, children: 0, luggage: 0, needs: [] } as const;

const stop = {
  id: 's',
  kind: 'stop',
  place: { id: 'point-1', name: '', municipality: '07421', coordinates: { lon: 139.9, lat: 37.5 } },
  arrival: 0,
  start: 0,
  departure: 0,
  pickups: [],
  dropoffs: [],
  loadAfter: [0, 0, 0],
  slackSeconds: 0,
  state: 'departed',
  performedArrival: 0,
  performedDeparture: 0,
} as const;

describe('computeDayFigures', () => {
  it('three rides, one late, and two refusals: each figure by its definition', () => {
    const carried = { promise, party: alone, directSeconds: 600 };
    const figures = computeDayFigures({
      day: SAMPLE_DAY,
      rides: [
        sampleRide({ ...carried, id: 'a', status: 'done', performed: { pickup: 1120, dropoff: 1900 } }),
        sampleRide({ ...carried, id: 'b', status: 'done', performed: { pickup: 1660, dropoff: 2400 } }),
        sampleRide({ ...carried, id: 'c', status: 'assigned', scheduled: { pickup: 1000, dropoff: 1660 } }),
        sampleRide({ id: 'd', status: 'denied', endReason: 'noCapacity', promise: null }),
        sampleRide({ id: 'e', status: 'denied', endReason: 'closedDay', promise: null }),
        sampleRide({ ...carried, id: 'f', status: 'cancelled', endReason: 'weather' }),
      ],
      shifts: [],
      schedules: [
        sampleSchedule({ departure: 0, finish: 7200, drivingMetres: 40_000, stops: [stop] }),
        sampleSchedule({ shiftId: 'unused', departure: 0, finish: 36_000 }),
      ],
      emptyMetres: 10_000,
      waitlist: [
        sampleWaitlistEntry({ state: 'unmet', reason: 'noCapacity' }),
        sampleWaitlistEntry({ state: 'booked' }),
      ],
    });
    expect(figures).toEqual({
      day: SAMPLE_DAY,
      requests: 6,
      served: 3,
      denied: { closedDay: 1, noCapacity: 1 },
      unmet: { noCapacity: 1 },
      // (120 + 660 + 0) / 3
      meanWaitSeconds: 260,
      // dwell 60: 1900 − 1120 − 60 − 600 = 120; 2400 − 1660 − 60 − 600 = 80; 1660 − 1000 − 60 − 600 = 0; 200 / 3
      meanDetourSeconds: 200 / 3,
      // b came at 1660, promised until 1600
      onTimeShare: 2 / 3,
      // three passengers, one vehicle out for two hours
      tripsPerVehicleHour: 1.5,
      kilometres: 40,
      emptyShare: 0.25,
    });
  });

  it('a promise broken and told anew: late all the same', () => {
    const revisedPromise = { pickup: { earliest: 1000, latest: 2600 }, dropoff: promise.dropoff };
    const ride = sampleRide({
      status: 'done',
      promise,
      revisedPromise,
      party: alone,
      performed: { pickup: 2000, dropoff: 2800 },
    });
    const record = { day: SAMPLE_DAY, rides: [ride], shifts: [], schedules: [], emptyMetres: 0 };
    expect(computeDayFigures(record).onTimeShare).toBe(0);
  });

  it('a day without rides: nothing is made up', () => {
    const record = { day: SAMPLE_DAY, rides: [], shifts: [], schedules: [], emptyMetres: 0 };
    expect(computeDayFigures(record)).toMatchObject({
      meanWaitSeconds: null,
      onTimeShare: null,
      emptyShare: null,
    });
  });
});

describe('listLegs', () => {
  it('depot, pickup, dropoff, depot: the first and the last leg are empty', () => {
    const at = (id: string) => ({ ...stop.place, id });
    const schedule = sampleSchedule({
      stops: [
        { ...stop, place: at('A'), loadAfter: [1, 0, 0] },
        { ...stop, id: 't', place: at('B'), loadAfter: [0, 0, 0] },
      ],
    });
    const legs = listLegs(sampleShift(), schedule, SAMPLE_DEPOT);
    expect(legs.map((leg) => [leg.from.id, leg.to.id, leg.isEmpty])).toEqual([
      ['depot:depot-1', 'A', true],
      ['A', 'B', false],
      ['B', 'depot:depot-1', true],
    ]);
  });

  it('nothing planned: no legs', () => {
    expect(listLegs(sampleShift(), sampleSchedule(), SAMPLE_DEPOT)).toEqual([]);
  });
});
