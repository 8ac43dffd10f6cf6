import { describe, expect, it } from 'vitest';
import { findAlternatives } from '../../../../backend/planner/index.ts';
import { lineDay, lineProblem, rider, van } from './lineTown.ts';

const within = (earliest: number, latest: number) => ({
  pickupWindow: { earliest, latest },
  dropoffWindow: { earliest: 0, latest: 86_400 },
});
const at = (second: number) => ({ earliest: second, latest: second });

// Ann and Ben go from 1 to 5, both fetched at 3,600 and there at 6,000; Cho asks to go from 2 to 4.
const ann = rider('Ann', 1, 5, { pickupWindow: at(3_600), dropoffWindow: at(6_000) });
const ben = rider('Ben', 1, 5, { pickupWindow: at(3_600), dropoffWindow: at(6_000) });
const cho = rider('Cho', 2, 4);

describe('findAlternatives', () => {
  const day = lineDay(lineProblem({ requests: [ann, ben], vehicles: [van('shared'), van('other')] }), [
    [0, 2, 1, 3],
  ]);

  it('now alone, or 20 minutes later with two others: each offer tells how many it shares with', () => {
    // The van with Ann and Ben leaves 1 at 3,600 and passes 2 at 4,200; after 3,000 it cannot fetch Cho first, 600 away.
    const [alone, shared] = findAlternatives(day, cho, [within(3_001, 3_599), within(4_200, 4_799)]);
    expect(alone!.insertion).toMatchObject({ sharedWith: 0, vehicle: 1 });
    // Cho lies on their way: no metre and no second more.
    expect(shared!.insertion).toMatchObject({
      sharedWith: 2,
      vehicle: 0,
      pickupStart: 4_200,
      dropoffStart: 5_400,
      addedDrivingSeconds: 0,
      addedDrivingMetres: 0,
      cost: 0,
    });
    // Alone: to 4 and back to 0 = 4,800 s and 48 km: 4,800 / 3,600 * 3,600 + 48 * 100 = 9,600.
    expect(alone!.insertion!.cost).toBeCloseTo(9_600, 6);
    expect(alone!.insertion).toMatchObject({ addedDrivingSeconds: 4_800, addedDrivingMetres: 48_000 });
  });

  it('a time at which nobody can come: the reason in place of an offer, the other times as before', () => {
    const answers = findAlternatives(day, cho, [within(0, 1_199), within(4_200, 4_799)]);
    // 2 is reached at 1,200 at the soonest by vans that leave at 0, when their shifts begin.
    expect(answers[0]).toEqual({ windows: within(0, 1_199), obstacle: 'noVehicleOnDuty' });
    expect(answers[1]!.insertion).toMatchObject({ sharedWith: 2 });
  });

  it('asked for other times: the request itself stays unknown to the day', () => {
    const before = day.prepared.requests.length;
    findAlternatives(day, cho, [within(0, 9_000)]);
    expect(day.prepared.requests).toHaveLength(before);
  });
});
