import { describe, expect, it } from 'vitest';
import {
  evaluateTour,
  isSchedule,
  type PlanProblem,
  type PlanRequest,
  type PlanVehicle,
  prepareProblem,
  type Schedule,
  type Tour,
} from '../../../../backend/planner/index.ts';

/** Depot 0 and places 1 … 4 in a row, 100 s and 1,000 m from each to the next. */
const PLACES = 5;
const seconds = Int32Array.from({ length: PLACES * PLACES }, (_, cell) => {
  return Math.abs(Math.floor(cell / PLACES) - (cell % PLACES)) * 100;
});
const travel = {
  stride: PLACES,
  size: PLACES,
  layers: [{ fromSecond: 0, seconds, metres: seconds.map((value) => value * 10) }],
};

const ALWAYS = { earliest: 0, latest: 100_000 };

function request(given: Partial<PlanRequest>): PlanRequest {
  return {
    id: 'r',
    pickupLocation: 1,
    dropoffLocation: 3,
    pickupWindow: ALWAYS,
    dropoffWindow: ALWAYS,
    maxRideSeconds: 10_000,
    load: [1],
    pickupDwellSeconds: 30,
    pickupJoinSeconds: 10,
    dropoffDwellSeconds: 20,
    dropoffJoinSeconds: 5,
    neededSkills: 0,
    allowedOperators: 1,
    ...given,
  };
}

function vehicle(given: Partial<PlanVehicle> = {}): PlanVehicle {
  return {
    id: 'v',
    startLocation: 0,
    endLocation: 0,
    window: { earliest: 0, latest: 50_000 },
    configurations: [[4]],
    skills: 0,
    operator: 1,
    breaks: [],
    costPerHour: 3600,
    costPerKilometre: 0,
    fixedCost: 0,
    ...given,
  };
}

function evaluate(
  requests: readonly PlanRequest[],
  visits: readonly number[],
  given: Partial<PlanVehicle> = {},
  tour: Partial<Tour> = {},
) {
  const weights = { excessRideHour: 0, waitHour: 0 };
  const problem: PlanProblem = { travel, requests, vehicles: [vehicle(given)], placeUse: [[0]], weights };
  return evaluateTour(prepareProblem(problem), {
    vehicle: 0,
    visits,
    fixedCount: 0,
    fixedStarts: [],
    ...tour,
  });
}

function schedule(...given: Parameters<typeof evaluate>): Schedule {
  const timed = evaluate(...given);
  if (!isSchedule(timed)) throw new Error(timed.violations.map(({ code }) => code).join(', '));
  return timed;
}

function violations(...given: Parameters<typeof evaluate>): string[] {
  const timed = evaluate(...given);
  return isSchedule(timed) ? [] : timed.violations.map(({ code }) => code);
}

describe('times of a tour', () => {
  it('one ride at nine o’clock sharp: leaves the depot as late as it can', () => {
    const times = schedule([request({ pickupWindow: { earliest: 32_400, latest: 32_400 } })], [0, 1]);
    // 32,400 − 100 to reach place 1
    expect(times.departure).toBe(32_300);
    // 32,400 + 30 dwell + 200 to place 3
    expect(times.starts).toEqual([32_400, 32_630]);
    // 32,630 + 20 + 300 home
    expect(times.finish).toBe(32_950);
    // 100 + 200 + 300
    expect([times.drivingSeconds, times.drivingMetres]).toEqual([600, 6000]);
    expect(times.loads).toEqual([[1], [0]]);
  });

  it('a short ride allowed and a late arrival asked for: the pickup waits, not the rider', () => {
    const asked = request({ dropoffWindow: { earliest: 40_000, latest: 41_000 }, maxRideSeconds: 200 });
    const times = schedule([asked], [0, 1]);
    // arrives at 40,000 at the earliest; 40,000 − 200 ride − 30 dwell
    expect(times.starts).toEqual([39_770, 40_000]);
  });

  it('two from one place: the second joins the stop and takes the shorter dwell', () => {
    const both = [request({ id: 'a', pickupWindow: { earliest: 1000, latest: 1000 } }), request({ id: 'b' })];
    const times = schedule(both, [0, 2, 1, 3]);
    // 1,000 + 30 opened; + 10 joined; + 200; + 20 opened; + 5 joined
    expect(times.starts).toEqual([1000, 1030, 1240, 1260]);
    expect(times.ends).toEqual([1030, 1040, 1260, 1265]);
  });

  it('slack: how much later a start could be before a window behind it breaks', () => {
    const asked = request({
      pickupWindow: { earliest: 1000, latest: 5000 },
      dropoffWindow: { earliest: 0, latest: 2000 },
    });
    const times = schedule([asked], [0, 1]);
    // the dropoff must start by 2,000: 2,000 − 200 − 30 = 1,770 is the latest pickup
    expect(times.starts[0]! + times.slacks[0]!).toBe(1770);
    expect(times.starts[1]! + times.slacks[1]!).toBe(2000);
  });

  it('a rest, and nobody aboard may wait through it: taken between the two rides, inside its hours', () => {
    const breaks = [{ window: { earliest: 1500, latest: 2500 }, seconds: 600 }];
    const early = request({ id: 'a', pickupWindow: { earliest: 1000, latest: 1000 }, maxRideSeconds: 400 });
    const late = request({ id: 'b', pickupWindow: { earliest: 3000, latest: 4000 } });
    const times = schedule([early, late], [0, 1, 2, 3], { breaks });
    const rest = times.visits.indexOf(-1);
    expect(times.visits.filter((visit) => visit >= 0)).toEqual([0, 1, 2, 3]);
    expect(rest).toBe(2);
    expect(times.starts[rest]).toBeGreaterThanOrEqual(1500);
    expect(times.ends[rest]! - times.starts[rest]!).toBe(600);
  });

  it('under way: what was performed stays, and nothing leaves before now', () => {
    const asked = request({ pickupWindow: { earliest: 1000, latest: 1500 } });
    const fixed = { fixedCount: 1, fixedStarts: [1600], earliestDeparture: 2000 };
    const times = schedule([asked], [0, 1], {}, fixed);
    // performed late at 1,600; it is 2,000 now, 200 to place 3
    expect(times.starts).toEqual([1600, 2200]);
  });
});

describe('rules that no times can keep', () => {
  it.each<[string, Partial<PlanRequest>, Partial<PlanVehicle>, string]>([
    [
      'a window that closes before the vehicle is on duty',
      { pickupWindow: { earliest: 0, latest: 50 } },
      {},
      'late',
    ],
    [
      'a dropoff that cannot be reached in time',
      { pickupWindow: { earliest: 1000, latest: 1000 }, dropoffWindow: { earliest: 0, latest: 1229 } },
      {},
      'late',
    ],
    ['a ride shorter than the road', { maxRideSeconds: 199 }, {}, 'rideTooLong'],
    ['five in four places', { load: [5] }, {}, 'overCapacity'],
    ['a lift that the vehicle lacks', { neededSkills: 1 }, {}, 'missingSkill'],
    ['another company’s area', { allowedOperators: 2 }, {}, 'operatorNotAllowed'],
    [
      'home after the end of the shift',
      { pickupWindow: { earliest: 49_500, latest: 49_600 } },
      {},
      'outsideShift',
    ],
    ['a duty longer than allowed', {}, { maxDurationSeconds: 649 }, 'dutyTooLong'],
  ])('%s: named', (_, given, carrier, code) => {
    expect(violations([request(given)], [0, 1], carrier)).toContain(code);
  });

  it('nothing may leave before now, and then it is too late: late, and by how much', () => {
    // picked up at 1,000; it is 2,000 now, 200 to place 3: 2,200
    const fixed = { fixedCount: 1, fixedStarts: [1000], earliestDeparture: 2000 };
    const late = evaluate([request({ dropoffWindow: { earliest: 0, latest: 2199 } })], [0, 1], {}, fixed);
    expect(late).toEqual({ violations: [{ code: 'late', vehicle: 0, position: 1, request: 0, amount: 1 }] });
  });

  it('the same rules just kept: no violation', () => {
    // 100 + 30 + 200 + 20 + 300 = 650
    expect(
      violations([request({ maxRideSeconds: 200, load: [4] })], [0, 1], { maxDurationSeconds: 650 }),
    ).toEqual([]);
  });

  it('rested at the last second at which the rider can be fetched: leaves then; a second later: too short a rest', () => {
    const asked = request({ pickupWindow: { earliest: 0, latest: 1000 } });
    // picked up by 1,000, 100 s from the depot: 1,000 − 100 = 900
    expect(schedule([asked], [0, 1], { restedFrom: 900 }).departure).toBe(900);
    // leaves at 900 at the latest, rested from 901
    expect(violations([asked], [0, 1], { restedFrom: 901 })).toEqual(['restTooShort']);
  });

  it('rested before the shift begins: the shift counts', () => {
    const window = { earliest: 600, latest: 50_000 };
    expect(schedule([request({})], [0, 1], { window, restedFrom: 500 }).departure).toBeGreaterThanOrEqual(
      600,
    );
  });

  it('left already, rested or not: goes on from what was done', () => {
    const asked = request({ pickupWindow: { earliest: 0, latest: 1000 } });
    const fixed = { fixedCount: 1, fixedStarts: [500], earliestDeparture: 600 };
    // 500 − 100; at 600 on to place 3, 200 s
    const times = schedule([asked], [0, 1], { restedFrom: 5000 }, fixed);
    expect([times.departure, times.starts]).toEqual([400, [500, 800]]);
  });

  it('a rest until no number of seconds: refused in words', () => {
    expect(() => evaluate([request({})], [0, 1], { restedFrom: Number.NaN })).toThrow('restedFrom');
    expect(() => evaluate([request({})], [0, 1], { restedFrom: Number.POSITIVE_INFINITY })).toThrow(
      'vehicle "v" restedFrom has to be finite',
    );
  });

  it('a dropoff before its pickup: wrong order', () => {
    expect(violations([request({})], [1, 0])).toContain('wrongOrder');
  });

  it('driven too long already: history, and the rest owed comes before the next leg that can still be changed', () => {
    // Out to place 4 and back twice. Legs 400, 400 of the first are driven: 800 s, more than 600. At the second pickup
    // (fixed, 1,000 to 1,030) the driver rests 200 s in parts of 100, and leaves at 1,230 for place 4.
    const far = { pickupLocation: 4, dropoffLocation: 0 };
    const rides = [request({ id: 'a', ...far }), request({ id: 'b', pickupLocation: 0, dropoffLocation: 4 })];
    const limit = { maxDrivingSeconds: 800, restSeconds: 200, minPartSeconds: 100 };
    const under = { fixedCount: 3, fixedStarts: [400, 830, 860] };
    const open = schedule(rides, [0, 1, 2, 3], {}, under);
    const rested = schedule(rides, [0, 1, 2, 3], { drivingLimit: limit }, under);
    expect(rested.departures[2]! - open.departures[2]!).toBe(200);
    const stricter = { ...limit, maxDrivingSeconds: 600 };
    expect(
      schedule(rides, [0, 1, 2, 3], { endLocation: 4, drivingLimit: stricter }, under).departures,
    ).toEqual(schedule(rides, [0, 1, 2, 3], { endLocation: 4, drivingLimit: limit }, under).departures);
  });

  it('known how it was driven: that counts in place of the roads, at a stop and on the way to the next', () => {
    const rides = [
      request({ id: 'a', pickupLocation: 4, dropoffLocation: 0 }),
      request({ id: 'b', pickupLocation: 0, dropoffLocation: 4 }),
      request({ id: 'c', pickupLocation: 4, dropoffLocation: 0 }),
    ];
    const tour = [0, 1, 2, 3, 4, 5];
    const under = { fixedCount: 3, fixedStarts: [400, 830, 860] };
    const drivingLimit = { maxDrivingSeconds: 1300, restSeconds: 200, minPartSeconds: 100 };
    const stays = (driven: PlanVehicle['driven']) => {
      const { departures, ends } = schedule(rides, tour, { drivingLimit, ...(driven && { driven }) }, under);
      return departures.map((departure, i) => departure - ends[i]!).slice(2);
    };
    const free = stays({ drivingSeconds: 100, restedSeconds: 0, isUnderWay: false });
    expect(free).toEqual([0, 0, 0, 0]);
    // 800 s by the roads, and 800 to come: rest somewhere. 1,000 s as driven: no leg of 400 before it.
    expect(stays(undefined).reduce((sum, stay) => sum + stay, 0)).toBe(200);
    expect(stays({ drivingSeconds: 1000, restedSeconds: 0, isUnderWay: false })[0]).toBe(200);
    expect(stays({ drivingSeconds: 1000, restedSeconds: 100, isUnderWay: false })[0]).toBe(100);
    // Off already: the leg of 400 s is driven, and the rest comes behind it.
    const away = stays({ drivingSeconds: 1000, restedSeconds: 0, isUnderWay: true });
    expect(away[0]).toBe(0);
    expect(away.reduce((sum, stay) => sum + stay, 0)).toBe(200);
  });
});
