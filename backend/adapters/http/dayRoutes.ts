import type { CapacityAnswer, DayFiguresView, SearchFigures } from '../../contract/index.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { countSearches, forecastCapacity, untilEnded } from '../../reporting/index.ts';
import { byId } from '../views/rideView.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { dayOf } from './queryInput.ts';

/** A service day in numbers. */
export const dayRoutes = {
  'GET /api/v1/days/:day/figures': readFigures,
  'GET /api/v1/days/:day/capacity': readCapacity,
  'GET /api/v1/days/:day/searches': readSearches,
};

async function readFigures(call: Call): Promise<Reply> {
  const day = dayOf(call.params.day ?? '', 'day');
  const figures = await call.deps.figures(day, accountScopeOf(call));
  const view: DayFiguresView = { ...figures, denied: { ...figures.denied } };
  return answer(view);
}

async function readSearches(call: Call): Promise<Reply> {
  const day = dayOf(call.params.day ?? '', 'day');
  const now = call.deps.clock.now();
  const counts = await call.deps.store.read(accountScopeOf(call), async ({ rides, offers }) => {
    const all = await rides.listByDay(day);
    const open = new Set<Ride>();
    for (const ride of all.filter(({ status }) => status === 'requested' || status === 'offered')) {
      const own = ride.status === 'requested' ? [] : await offers.listByRide(ride.id);
      const isWaiting = own.some(({ state, expiresAt }) => state === 'open' && expiresAt > now);
      if (ride.status === 'requested' || isWaiting) open.add(ride);
    }
    return countSearches(day, all, (ride) => open.has(ride));
  });
  const { deniedBy, answersToDenials, cancelledBy, ...rest } = counts;
  const view: SearchFigures = {
    ...rest,
    deniedBy: { ...deniedBy },
    answersToDenials: { ...answersToDenials },
    cancelledBy: { ...cancelledBy },
  };
  return answer(view);
}

async function readCapacity(call: Call): Promise<Reply> {
  const day = dayOf(call.params.day ?? '', 'day');
  const hours = await call.deps.store.read(accountScopeOf(call), async ({ rides, fleet, days }) =>
    forecastCapacity({
      shifts: untilEnded(await fleet.listShifts(day), await days.listSchedules(day)),
      vehicles: byId(await fleet.listVehicles()),
      rides: await rides.listByDay(day),
    }),
  );
  const view: CapacityAnswer = {
    day,
    hours: hours.map(({ places, booked, withWillCalls, ...rest }) => ({
      ...rest,
      places: [...places],
      booked: [...booked],
      withWillCalls: [...withWillCalls],
    })),
  };
  return answer(view);
}
