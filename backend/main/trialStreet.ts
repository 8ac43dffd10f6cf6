import { generateDemand } from '../../seeds/demand/generateDemand.ts';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { createRandom } from '../../seeds/seededRandom.ts';
import type { Booking } from '../booking/index.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Person } from '../domain/person/person.ts';
import { refusal } from '../domain/units/outcome.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Roads } from '../ports/roads.ts';
import type { Store } from '../ports/store.ts';
import {
  onSlowStreet,
  type PlannedCall,
  planCalls,
  type StreetLife,
  startStreetLife,
  variedPace,
} from '../simulation/index.ts';
import type { Stages } from './assembleStages.ts';
import type { Settings } from './settings.ts';

/** Calls a trial's day brings. */
const CALLS_A_DAY = 220;
/** Of the ways home so many are on call: the rider rings when ready. */
const ON_CALL_SHARE = 0.25;
/** A look at the clock every half minute of the service's time, but not more often than the machine can keep up with. */
const LOOK_SECONDS = 30;
const SHORTEST_LOOK_MS = 500;
const LONGEST_LOOK_MS = 4000;

/** What the invented people of a trial live in. */
export interface TrialTown {
  readonly region: RegionData;
  readonly people: readonly Person[];
  readonly store: Store;
  readonly roads: Roads;
  readonly clock: Clock;
  readonly log: Log;
  readonly stages: Stages;
}

/** Lets nobody in any more once `shut`, so that a stop need not wait for all the calls still to come. */
function shuttableBooking(booking: Booking): { readonly booking: Booking; shut(): void } {
  let isShut = false;
  const shut = refusal({ rejection: { code: 'busyTryAgain' }, ride: null, alternatives: [] } as const);
  return {
    booking: {
      ...booking,
      request: async (input, actor) => (isShut ? shut : booking.request(input, actor)),
      requestReturn: async (rideId, wish, actor) =>
        isShut ? shut : booking.requestReturn(rideId, wish, actor),
    },
    shut() {
      isShut = true;
    },
  };
}

/** Enters today's bookings; then, unless it is to be quiet, lets callers and drivers live through the day. */
export function openTrialStreet(town: TrialTown, settings: Settings): StreetLife {
  const { store, roads, clock, log, stages } = town;
  const door = shuttableBooking(stages.booking);
  const life = startStreetLife({
    store,
    booking: door.booking,
    operations: stages.operations,
    clock,
    roads,
    pace: onSlowStreet(variedPace(1), settings.streetFactor),
    callsFor: (day) => callsFor(town, day),
    tickMs: Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, (LOOK_SECONDS * 1000) / settings.speed)),
    onFault: (err) => log.warn({ err }, 'an invented person was turned away'),
  });
  // Stopped at once it still enters the bookings that were made before now.
  if (!settings.hasStreetLife) void life.stop();
  return {
    booked: life.booked,
    stop() {
      door.shut();
      return life.stop();
    },
  };
}

/** The day's invented calls, without those that an earlier run of the trial has made. */
async function callsFor(town: TrialTown, day: ServiceDay): Promise<readonly PlannedCall[]> {
  const seed = Number(day.replaceAll('-', ''));
  const demand = generateDemand(town.region, town.people, { count: CALLS_A_DAY, day }, createRandom(seed));
  const rides = await town.store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(day));
  const made = new Set(rides.map((ride) => `${ride.personId} ${ride.requested.second}`));
  const unmade = demand.filter(({ input }) => !made.has(`${input.personId} ${input.requested.second}`));
  return planCalls(unmade, createRandom(seed + 1), { onCall: ON_CALL_SHARE }).map((call) => ({
    ...call,
    cancelAfterSeconds: null,
  }));
}
