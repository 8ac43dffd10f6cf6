import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import type { Service } from '../../domain/service/service.ts';
import {
  decideGeneration,
  type Generation,
  type WantedRide,
} from '../../domain/standingOrder/decideGeneration.ts';
import { expandSeries } from '../../domain/standingOrder/expandSeries.ts';
import type { StandingOrder } from '../../domain/standingOrder/standingOrder.ts';
import { addDays, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import { type BookedHow, bookWanted, couldBeBooked, withdrawEntry } from './bookWanted.ts';
import { readSeries } from './readSeries.ts';
import { horizonDays } from './seriesCalendar.ts';
import type { GenerationReport, NightWork } from './standingDesk.ts';
import type { StandingWorld } from './standingWorld.ts';

const NOTHING: Generation = { book: [], withdraw: [] };

/** Counts what a run does. */
class Tally {
  readonly counts: Record<BookedHow | 'withdrawn', number> = {
    booked: 0,
    refused: 0,
    postponed: 0,
    elsewhere: 0,
    withdrawn: 0,
  };
  readonly days = new Set<ServiceDay>();

  report(orders: number): GenerationReport {
    const { booked, refused, postponed, withdrawn } = this.counts;
    return { orders, booked, refused, withdrawn, postponed, days: [...this.days].sort() };
  }
}

/**
 * Brings the rides of these orders in line with their series, from tomorrow to the horizon. All that is to go goes first,
 * so that its places are free; then the early days before the late ones, and each day from morning to evening.
 * @param night absent: somebody waits for the answer, and no plan is improved meanwhile
 */
export async function generateRides(
  world: StandingWorld,
  orders: readonly StandingOrder[],
  night: NightWork = {},
): Promise<GenerationReport> {
  const tally = new Tally();
  const services = await world.store.read(SYSTEM_SCOPE, (tables) => tables.services.list());
  const work: Generation[] = [];
  for (const order of orders) work.push(await decide(world, services, order));
  for (const entry of work.flatMap(({ withdraw }) => withdraw)) {
    if (!(await withdrawEntry(world, entry))) continue;
    tally.counts.withdrawn += 1;
    tally.days.add(entry.day);
  }
  const wanted = work
    .flatMap(({ book }) => book)
    .sort((a, b) => a.input.requested.second - b.input.requested.second);
  const days = [...new Set(wanted.map(({ input }) => input.day))].sort();
  for (const [i, day] of days.entries()) {
    const ofDay = wanted.filter(({ input }) => input.day === day);
    await generateDay(world, day, ofDay, tally, night, days.length - i);
  }
  return tally.report(orders.length);
}

/** Books a day's rides: those that fit, then, in the improved plan, those that did not. */
async function generateDay(
  world: StandingWorld,
  day: ServiceDay,
  wanted: readonly WantedRide[],
  tally: Tally,
  { improve, isStopped = () => false }: NightWork,
  daysLeft: number,
): Promise<void> {
  async function book(ride: WantedRide): Promise<void> {
    const how = isStopped() ? 'postponed' : await bookWanted(world, ride);
    tally.counts[how] += 1;
    if (how === 'booked') tally.days.add(day);
  }
  const left: WantedRide[] = [];
  for (const ride of wanted) {
    if (improve && !isStopped() && !(await couldBeBooked(world, ride))) left.push(ride);
    else await book(ride);
  }
  if (improve && !isStopped()) await improve(day, daysLeft);
  for (const ride of left) await book(ride);
}

/** What is to be done for one order; an order whose places are gone keeps what it has. */
function decide(
  world: StandingWorld,
  services: readonly Service[],
  order: StandingOrder,
): Promise<Generation> {
  const today = serviceDayOf(world.clock.now());
  return world.store.read(SYSTEM_SCOPE, async (tables) => {
    const read = await readSeries(tables, world.holidays, services, order);
    const horizon = read.ok ? horizonDays(services, read.value.places, today) : null;
    if (!read.ok || horizon === null || horizon < 1) return NOTHING;
    const [from, to] = [addDays(today, 1), addDays(today, horizon)];
    const occurrences = expandSeries(order, read.value.calendar, from, to);
    const entries = (await tables.standingOrders.listEntries([order.id], from, to)).filter(
      ({ day }) => day >= from,
    );
    const rideIds = entries.map(({ rideId }) => rideId).filter((id) => id !== null);
    const rides = new Map((await tables.rides.listByIds(rideIds)).map((ride) => [ride.id, ride]));
    return decideGeneration(order, occurrences, entries, rides);
  });
}
