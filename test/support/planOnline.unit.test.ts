import { describe, expect, it } from 'vitest';
import type { TimeWindow } from '../../backend/domain/units/time.ts';
import { checkPlan, type PlanProblem } from '../../backend/planner/index.ts';
import { lineProblem, rider, van } from '../backend/planner/insertion/lineTown.ts';
import { createSquareOnlineDay, latestPickup } from './onlineDay.ts';
import { planOnline, timeOut } from './planOnline.ts';

/** Places 0 (the depot), 1 and 2 in a line, 100 seconds from each to the next; every ride from 1 to 2; a second costs 1. */
function createLine(pickups: readonly TimeWindow[]): PlanProblem {
  const seconds = Float64Array.from([0, 100, 200, 100, 0, 100, 200, 100, 0]);
  return lineProblem({
    travel: { stride: 3, size: 3, layers: [{ fromSecond: 0, seconds, metres: seconds }] },
    requests: pickups.map((pickupWindow, r) =>
      rider(String(r), 1, 2, {
        pickupWindow,
        dropoffWindow: { earliest: 0, latest: pickupWindow.latest + 100 },
        maxRideSeconds: 100,
      }),
    ),
    vehicles: ['a', 'b'].map((id) =>
      van(id, { window: { earliest: 0, latest: 10_000 }, costPerKilometre: 0 }),
    ),
  });
}

const at = (second: number): TimeWindow => ({ earliest: second, latest: second });
const all = (_now: number): number => 1;
const how = { steps: 50, seed: 1, sendingOut: { rides: 0, gaps: 0 }, stillToCome: all };

describe('a day planned while requests arrive', () => {
  // Each ride alone: out 100 before its pickup, home 300 after it, 400. One vehicle for both: 900 to 2,300, 1,400.
  const problem = createLine([at(1_000), at(2_000)]);
  const arrivals = [0, 500];
  const vehiclesUsed = (sendingOut: { rides: number; gaps: number }, stillToCome = all) =>
    planOnline({ problem, arrivals }, { ...how, sendingOut, stillToCome }).schedules.filter(
      ({ visits }) => visits.length > 0,
    ).length;

  it('a vehicle sent out costs its hours alone: two go out', () => {
    expect(vehiclesUsed({ rides: 0, gaps: 0 })).toBe(2);
  });

  it('sending out has a price: one waits, whether the price counts rides alone or gaps between requests', () => {
    // Two cost 800 and twice the price, one 1,400 and once: one is cheaper from a price of 600 on. A ride alone takes 100,
    // and from one request to the next it is 1,000.
    expect(vehiclesUsed({ rides: 5, gaps: 0 })).toBe(2);
    expect(vehiclesUsed({ rides: 7, gaps: 0 })).toBe(1);
    expect(vehiclesUsed({ rides: 0, gaps: 0.7 })).toBe(1);
  });

  it('the price falls with what is still to come: at half of it one waits only for twice the price', () => {
    // 14 rides of 100 at half are 700; 11 are 550, less than the 600 that one vehicle costs more.
    const half = (now: number) => (now < 500 ? 1 : 0.5);
    expect(vehiclesUsed({ rides: 7, gaps: 0 }, half)).toBe(2);
    expect(vehiclesUsed({ rides: 11, gaps: 0 }, half)).toBe(2);
    expect(vehiclesUsed({ rides: 14, gaps: 0 }, half)).toBe(1);
  });

  it('a vehicle at the depot leaves as late as costs nothing, and so can take along who calls meanwhile', () => {
    // The first may be fetched from 1,000 to 1,600; at 1,200, when the second calls, the vehicle need not have left.
    const late = createLine([{ earliest: 1_000, latest: 1_600 }, at(1_600)]);
    const plan = planOnline({ problem: late, arrivals: [0, 1_200] }, how);
    expect(plan.schedules.map(({ visits }) => visits.length).sort()).toEqual([0, 4]);
    expect(timeOut(plan)).toBe(400);
  });

  it('a made-up day: everybody known in time is served, and the checker finds nothing', () => {
    const day = createSquareOnlineDay(4, 1);
    day.problem.requests.forEach((request, r) => {
      expect(day.arrivals[r]).toBeCloseTo(Math.max(0, latestPickup(day.problem, request) - 60));
    });
    expect([...day.arrivals].sort((a, b) => a - b)).toEqual(day.arrivals);
    const plan = planOnline(day, { ...how, sendingOut: { rides: 0, gaps: 3 } });
    expect(checkPlan(day.problem, plan)).toEqual([]);
  });
});
