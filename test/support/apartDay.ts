import { ApartRules } from '../../backend/dispatch/apart/apartRules.ts';
import { loadDay } from '../../backend/dispatch/daySnapshot.ts';
import { viewDay } from '../../backend/dispatch/planView.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { ApartFrom } from '../../backend/domain/apart/apartPair.ts';
import { checkSchedule, evaluateTour, isSchedule, prepareProblem } from '../../backend/planner/index.ts';
import type { Store } from '../../backend/ports/store.ts';
import { createRiders, type Riders } from '../../backend/riders/index.ts';
import { QUICK_HASHER } from './quickHasher.ts';
import { StraightRoadMatrix, VALLEY_DAY, type Valley } from './smallValley.ts';

/** Somebody who may write down who is kept apart. */
export const PLANNER = {
  scope: {
    kind: 'account',
    accountId: 'account-dispatch',
    role: 'dispatcher',
    municipalities: [],
    providerId: null,
    clinicId: null,
    personId: null,
    vehicleId: null,
  },
  name: 'account-dispatch',
} as const;

/** The riders' register of a valley. */
export function registerOf({ store, clock, ids }: Pick<Valley, 'store' | 'clock' | 'ids'>): Riders {
  const accounts = {
    list: async () => [],
    find: async () => undefined,
    save: async () => {},
    closeSessionsOf: async () => {},
    countFailures: async () => 0,
    recordFailure: async () => {},
  };
  return createRiders({ store, accounts, clock, wallClock: clock, ids, hasher: QUICK_HASHER });
}

/** Writes down that a rider is kept apart from somebody. @returns the id of the entry */
export async function keepApart(riders: Riders, personId: string, from: ApartFrom): Promise<string> {
  const kept = await riders.recordApart(personId, { from, reason: '言い争い' }, PLANNER, () => true);
  if (!kept.ok) throw new Error(kept.reason.code);
  return kept.value.id;
}

/**
 * What the checker says of the day as it is stored, with every rule about who is kept apart in force: also those that a
 * plan made before them breaks.
 */
export async function judgeStoredDay(store: Store): Promise<readonly string[]> {
  const snapshot = await store.read(SYSTEM_SCOPE, (tables) => loadDay(tables, VALLEY_DAY));
  const weights = { excessRideHour: 1200, waitHour: 600 };
  const ahead = Number.NEGATIVE_INFINITY;
  const view = await viewDay(snapshot, ahead, new StraightRoadMatrix(), weights, true);
  const rules = new ApartRules(snapshot);
  const requests = view.problem.requests.map((request, r) => {
    const ride = snapshot.rides.get(view.rideIds[r] ?? '');
    const needs = ride && rules.needsOf(ride);
    return needs
      ? {
          ...request,
          apartFrom: needs.apartFrom,
          neededSkills: request.neededSkills | needs.neededSkills,
        }
      : request;
  });
  return view.tours.flatMap((tour) => {
    const timed = evaluateTour(prepareProblem(view.problem), tour);
    const violations = isSchedule(timed)
      ? checkSchedule({ ...view.problem, requests }, timed)
      : timed.violations;
    return violations.map(({ code }) => code);
  });
}
