import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../../backend/planner/checker/checkPlan.ts';
import type { CheckOptions } from '../../../../backend/planner/checker/judgement.ts';
import type { Plan } from '../../../../backend/planner/model/plan.ts';
import type { PlanProblem } from '../../../../backend/planner/model/problem.ts';
import type { ViolationCode } from '../../../../backend/planner/model/violation.ts';
import {
  goodPlan,
  goodSchedule,
  idleSchedule,
  problem,
  replaced,
  withRequest,
  withSchedule,
  withVehicle,
} from './fixture.ts';

function codes(of: PlanProblem, plan: Plan, options?: CheckOptions): ViolationCode[] {
  return checkPlan(of, plan, options).map((violation) => violation.code);
}

describe('checkPlan', () => {
  it('a correct plan: nothing to say', () => {
    expect(checkPlan(problem, goodPlan)).toEqual([]);
  });

  const { visits, starts, arrivals, ends, departures, slacks, loads } = goodSchedule;
  const front = { fixedCount: 2, fixedStarts: [1_000, 1_060] };

  // Each row: what was done to the correct plan, and the one kind of fault it must show.
  const mutations: readonly [string, ViolationCode, PlanProblem, Plan, CheckOptions?][] = [
    [
      'Bo wanted no pickup before 1,100, gets 1,060',
      'early',
      withRequest(1, { pickupWindow: { earliest: 1_100, latest: 2_000 } }),
      goodPlan,
    ],
    [
      'Ann must be there by 2,200, arrives 2,280',
      'late',
      withRequest(0, { dropoffWindow: { earliest: 0, latest: 2_200 } }),
      withSchedule({ slacks: replaced(slacks, 2, 0) }),
    ],
    // Bo rides from 1,080 to 2,940 = 1,860 s.
    ['Bo rides 1,860 s of at most 1,859', 'rideTooLong', withRequest(1, { maxRideSeconds: 1_859 }), goodPlan],
    ['two seats taken of one', 'overCapacity', withVehicle({ configurations: [[1, 1, 0]] }), goodPlan],
    ['Ann needs a skill the van lacks', 'missingSkill', withVehicle({ skills: 0 }), goodPlan],
    [
      'Ann may only ride with the other provider',
      'operatorNotAllowed',
      withRequest(0, { allowedOperators: 2 }),
      goodPlan,
    ],
    ['Ann and Bo must not meet', 'pairAboardTogether', withRequest(0, { apartFrom: ['Bo'] }), goodPlan],
    [
      'Ann is set down before she is picked up',
      'wrongOrder',
      problem,
      withSchedule({ visits: [1, 2, 0, 3, -1, 4, 5] }),
    ],
    ['Ann is never set down', 'missingVisit', problem, withSchedule({ visits: [0, 2, 3, -1, 4, 5] })],
    ['Bo is set down twice', 'duplicateVisit', problem, withSchedule({ visits: [0, 2, 1, 3, -1, 4, 5, 3] })],
    [
      'a visit of request 9, which does not exist',
      'unknownVisit',
      problem,
      withSchedule({ visits: [0, 2, 1, 3, -1, 18, 5] }),
    ],
    [
      'Bo, who must be served, is left out',
      'unservedRequest',
      problem,
      { schedules: [idleSchedule, idleSchedule], unserved: [0, 1, 2] },
    ],
    [
      'back at 6,120, shift ends 6,100',
      'outsideShift',
      withVehicle({ window: { earliest: 0, latest: 6_100 } }),
      goodPlan,
    ],
    [
      'departs 400, shift begins 500',
      'outsideShift',
      withVehicle({ window: { earliest: 500, latest: 30_000 } }),
      goodPlan,
    ],
    ['departs 400, rested from 401', 'restTooShort', withVehicle({ restedFrom: 401 }), goodPlan],
    // On duty from 400 to 6,120 = 5,720 s.
    ['5,720 s of duty, 5,700 allowed', 'dutyTooLong', withVehicle({ maxDurationSeconds: 5_700 }), goodPlan],
    // Due until 6,000, back at 6,120, off at 400.
    ['no break', 'missingBreak', problem, withSchedule({ visits: [0, 2, 1, 3, 4, 5] })],
    [
      'the later break first',
      'wrongOrder',
      withVehicle({
        breaks: [
          { window: { earliest: 3_000, latest: 6_000 }, seconds: 600 },
          { window: { earliest: 0, latest: 9_000 }, seconds: 0 },
        ],
      }),
      withSchedule({ visits: [0, 2, 1, 3, -1, 4, 5, -2] }),
    ],
    [
      'break at 3,000, due from 3,100',
      'breakOutsideWindow',
      withVehicle({ breaks: [{ window: { earliest: 3_100, latest: 6_000 }, seconds: 600 }] }),
      goodPlan,
    ],
    // After the break 1,200 + 600 + 600 = 2,400 s of driving; before it 600 + 1,200 + 600 = 2,400 s. A break of 600 s
    // is too short to count when a part must last 700 s, so that all 4,800 s run together.
    [
      'the break is too short to count as rest',
      'drivingTooLong',
      withVehicle({ drivingLimit: { maxDrivingSeconds: 3_600, restSeconds: 600, minPartSeconds: 700 } }),
      goodPlan,
    ],
    ['Cho wants to go where no road leads', 'noRoad', withRequest(2, { dropoffLocation: 6 }), goodPlan],
    [
      'a fixed visit starts at another second',
      'fixedVisitMoved',
      problem,
      withSchedule({ fixedCount: 1, fixedStarts: [990] }),
    ],
    [
      'the fixed front was changed',
      'fixedVisitMoved',
      problem,
      goodPlan,
      { previous: { schedules: [{ ...goodSchedule, ...front }] } },
    ],
    [
      'at place 3 ten minutes too soon',
      'timesImpossible',
      problem,
      withSchedule({ arrivals: replaced(arrivals, 2, 1_680) }),
    ],
    [
      'served before arrival',
      'timesImpossible',
      problem,
      withSchedule({ arrivals: replaced(arrivals, 0, 1_010) }),
    ],
    [
      'dwell of 50 s instead of 60',
      'timesImpossible',
      problem,
      withSchedule({ ends: replaced(ends, 3, 2_990) }),
    ],
    // Bo joins Ann's stop: 20 s, not the 60 s of a stop of his own.
    [
      'joining costs what opening does',
      'timesImpossible',
      withRequest(1, { pickupJoinSeconds: 60 }),
      goodPlan,
    ],
    [
      'off before the doors are closed',
      'timesImpossible',
      problem,
      withSchedule({ departures: replaced(departures, 6, 5_500), finish: 6_100 }),
    ],
    [
      'off before the second from which the day is open',
      'timesImpossible',
      problem,
      withSchedule({ earliestDeparture: 500 }),
    ],
    ['home too soon', 'timesImpossible', problem, withSchedule({ finish: 6_000 })],
    ['driving time made up', 'wrongFigures', problem, withSchedule({ drivingSeconds: 4_700 })],
    ['metres made up', 'wrongFigures', problem, withSchedule({ drivingMetres: 39_000 })],
    ['loads made up', 'wrongFigures', problem, withSchedule({ loads: replaced(loads, 1, [1, 0, 0]) })],
    ['negative slack', 'wrongFigures', problem, withSchedule({ slacks: replaced(slacks, 1, -5) })],
    // Bo at 1,060 must board by 2,000: no more than 940 s of slack.
    ['slack beyond the window', 'wrongFigures', problem, withSchedule({ slacks: replaced(slacks, 1, 941) })],
    ['a list too short', 'wrongFigures', problem, withSchedule({ starts: starts.slice(1) })],
    ['Cho is carried and listed as left out', 'wrongFigures', problem, { ...goodPlan, unserved: [2] }],
    [
      'Cho, who may be left out, is lost',
      'missingVisit',
      problem,
      {
        schedules: [
          { ...goodSchedule, visits: visits.slice(0, 5) },
          { ...idleSchedule, vehicle: 1 },
        ],
        unserved: [],
      },
    ],
    [
      'the same vehicle twice',
      'duplicateVisit',
      problem,
      { schedules: [goodSchedule, goodSchedule], unserved: [] },
    ],
  ];

  it.each(mutations)('%s: %s', (_, code, of, plan, options) => {
    expect(codes(of, plan, options)).toContain(code);
  });

  it('every code there is: some fault of the list shows it', () => {
    // The compiler refuses a list that misses a code or names one that does not exist.
    const all: Record<ViolationCode, true> = {
      early: true,
      late: true,
      rideTooLong: true,
      overCapacity: true,
      missingSkill: true,
      operatorNotAllowed: true,
      pairAboardTogether: true,
      wrongOrder: true,
      missingVisit: true,
      duplicateVisit: true,
      unknownVisit: true,
      unservedRequest: true,
      outsideShift: true,
      restTooShort: true,
      dutyTooLong: true,
      missingBreak: true,
      breakOutsideWindow: true,
      drivingTooLong: true,
      noRoad: true,
      fixedVisitMoved: true,
      timesImpossible: true,
      wrongFigures: true,
    };
    const shown = new Set(mutations.map(([, code]) => code));
    expect(Object.keys(all).filter((code) => !shown.has(code as ViolationCode))).toEqual([]);
  });

  it('one fault that moves nothing else: that fault alone, with its place and size', () => {
    const strict = withRequest(1, { maxRideSeconds: 1_859 });
    expect(checkPlan(strict, goodPlan)).toEqual([
      { code: 'rideTooLong', vehicle: 0, position: 3, request: 1, amount: 1 },
    ]);
  });

  it('a driver who has left unrested: history, unless asked for; one rested to the second: no fault', () => {
    const tired = withVehicle({ restedFrom: 401 });
    const plan = withSchedule({ ...front, slacks: goodSchedule.slacks });
    expect(checkPlan(tired, goodPlan)).toEqual([{ code: 'restTooShort', vehicle: 0, amount: 1 }]);
    expect(codes(tired, plan)).toEqual([]);
    expect(codes(tired, plan, { judgeFixed: true })).toEqual(['restTooShort']);
    expect(codes(withVehicle({ restedFrom: 400 }), goodPlan)).toEqual([]);
  });

  it('a late pickup that was performed: history, unless asked for', () => {
    const late = withRequest(0, { pickupWindow: { earliest: 0, latest: 900 } });
    const plan = withSchedule({ ...front, slacks: replaced(slacks, 0, 0) });
    expect(codes(late, plan)).toEqual([]);
    expect(codes(late, plan, { judgeFixed: true })).toEqual(['late']);
  });

  it('rest split into parts: counts once the parts add up', () => {
    // The break of 600 s and waits of 400 s at Cho's pickup: 1,000 s of rest needed, both parts are long enough, so the
    // count restarts after Cho's pickup: 2,400 + 1,200 = 3,600 s of driving before it, 1,200 s after it.
    const shift = (list: readonly number[]) => list.map((second, i) => (i >= 5 ? second + 400 : second));
    const plan = withSchedule({
      arrivals: [...arrivals.slice(0, 6), 5_860],
      starts: shift(starts),
      ends: shift(ends),
      departures: shift(departures),
      finish: 6_520,
    });
    const limit = { maxDrivingSeconds: 3_600, restSeconds: 1_000, minPartSeconds: 400 };
    expect(codes(withVehicle({ drivingLimit: limit }), plan)).toEqual([]);
    expect(codes(withVehicle({ drivingLimit: { ...limit, minPartSeconds: 401 } }), plan)).toEqual([
      'drivingTooLong',
      'drivingTooLong',
    ]);
  });

  it('known how the fixed part was driven: that is judged in place of the roads', () => {
    const fixed = withSchedule({
      fixedCount: 3,
      fixedStarts: starts.slice(0, 3),
      slacks: [0, 0, 0, ...slacks.slice(3)],
    });
    const drivingLimit = { maxDrivingSeconds: 3_600, restSeconds: 600, minPartSeconds: 600 };
    const found = (drivingSeconds: number, isUnderWay: boolean) =>
      codes(withVehicle({ drivingLimit, driven: { drivingSeconds, restedSeconds: 0, isUnderWay } }), fixed);
    // One leg of 600 s is left before the break.
    expect(found(3_000, false)).toEqual([]);
    expect(found(3_001, false)).toEqual(['drivingTooLong']);
    expect(found(3_001, true)).toEqual([]);
  });

  it('roads slow down at 2,000: a leg belongs to the layer in which it departs', () => {
    const day = problem.travel.layers[0]!;
    const slow = Float64Array.from(day.seconds, (seconds) => seconds * 2);
    const layers = [day, { fromSecond: 2_000, seconds: slow, metres: day.metres }];
    const faults = checkPlan({ ...problem, travel: { ...problem.travel, layers } }, goodPlan);
    // The leg to place 3 departs at 1,080 and keeps its 1,200 s; the one to place 4 departs at 2,340 and needs 600 s more.
    expect(faults.find((fault) => fault.code === 'timesImpossible')).toMatchObject({
      position: 3,
      amount: 600,
    });
  });

  it('back before the break could last begin: none is owed', () => {
    const late = withVehicle({ breaks: [{ window: { earliest: 3_000, latest: 6_120 }, seconds: 600 }] });
    const plan = withSchedule({
      visits: [0, 2, 1, 3, 4, 5],
      ...Object.fromEntries(
        (['arrivals', 'starts', 'ends', 'departures', 'slacks', 'loads'] as const).map((list) => [
          list,
          [...goodSchedule[list].slice(0, 4), ...goodSchedule[list].slice(5)],
        ]),
      ),
    });
    // The driver stands still from 3,000 to 3,600 all the same: a stay that counts as rest.
    const stay = withSchedule({
      ...plan.schedules[0],
      departures: [1_060, 1_080, 2_340, 3_600, 4_860, 5_520],
    });
    expect(codes(late, stay)).toEqual([]);
  });

  it('an open start: the first leg drives nothing', () => {
    const { startLocation: _, ...open } = problem.vehicles[0]!;
    const plan = withSchedule({ departure: 1_000, drivingSeconds: 4_200, drivingMetres: 35_000 });
    expect(codes({ ...problem, vehicles: [open, problem.vehicles[1]!] }, plan)).toEqual([]);
  });

  it('any rubbish in place of a plan: an answer, never an exception', () => {
    const rubbish = fc.oneof(
      fc.anything(),
      fc.record({ schedules: fc.array(fc.anything()), unserved: fc.anything() }),
      fc.record({
        schedules: fc.array(
          fc.record(
            {
              vehicle: fc.integer({ min: -1, max: 2 }),
              visits: fc.oneof(
                fc.anything(),
                fc.array(fc.oneof(fc.integer({ min: -3, max: 8 }), fc.double())),
              ),
              fixedCount: fc.oneof(fc.anything(), fc.integer({ min: -1, max: 9 })),
              starts: fc.oneof(fc.anything(), fc.array(fc.double())),
              ends: fc.anything(),
              loads: fc.anything(),
            },
            { requiredKeys: ['vehicle'] },
          ),
        ),
        unserved: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(rubbish, (plan) => {
        expect(checkPlan(problem, plan as Plan).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
