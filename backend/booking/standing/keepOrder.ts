import type { Actor } from '../../domain/account/actor.ts';
import type { LogEvent } from '../../domain/event/logEvent.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Channel } from '../../domain/ride/ride.ts';
import { checkExceptions, checkWish } from '../../domain/standingOrder/checkWish.ts';
import type { DayException, StandingOrder, StandingWish } from '../../domain/standingOrder/standingOrder.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { readSeries } from './readSeries.ts';
import type { StandingWorld } from './standingWorld.ts';

/** Keeps a new order; its rides are made afterwards. */
export async function createOrder(
  world: StandingWorld,
  personId: string,
  channel: Channel,
  wish: StandingWish,
  exceptions: readonly DayException[],
  actor: Actor,
): Promise<Outcome<StandingOrder, Rejection>> {
  const wrong = checkAll({ ...wish, exceptions }, world.clock.now());
  if (wrong) return refusal(wrong);
  return world.store.write(actor.scope, async (tables): Promise<Outcome<StandingOrder, Rejection>> => {
    const person = await tables.people.find(personId);
    if (!person) return refusal({ code: 'unknownPerson', field: 'personId' });
    const read = await readSeries(tables, world.holidays, await tables.services.list(), {
      ...wish,
      personId,
    });
    if (!read.ok) return read;
    const now = world.clock.now();
    const order: StandingOrder = {
      ...wish,
      id: world.ids.next('standing'),
      revision: 1,
      personId,
      municipality: person.municipality,
      channel,
      exceptions,
      state: 'active',
      changedAt: now,
    };
    await tables.standingOrders.insert(order);
    await tables.events.append([changed(order, actor, now)]);
    return success(order);
  });
}

/**
 * Changes an order by the revision that was read.
 * @param change pure: the order as it is to be
 */
export async function changeOrder(
  world: StandingWorld,
  id: string,
  revision: number,
  actor: Actor,
  change: (order: StandingOrder) => StandingOrder,
): Promise<Outcome<StandingOrder, Rejection>> {
  try {
    return await world.store.write(actor.scope, async (tables) => {
      const order = await tables.standingOrders.find(id);
      if (!order) return refusal({ code: 'unknownStandingOrder' as const });
      if (order.revision !== revision) return refusal({ code: 'staleVersion' as const });
      const now = world.clock.now();
      const next = { ...change(order), revision: revision + 1, changedAt: now };
      const wrong = checkAll(next, now) ?? (await checkPlaces(world, tables, next));
      if (wrong) return refusal(wrong);
      await tables.standingOrders.update(next, revision);
      await tables.events.append([changed(next, actor, now)]);
      return success(next);
    });
  } catch (fault) {
    if (fault instanceof StaleWrite) return refusal({ code: 'staleVersion' });
    throw fault;
  }
}

/** Dates that are over stay as they are, whatever they say. */
function checkAll(
  series: StandingWish & Pick<StandingOrder, 'exceptions'>,
  now: EpochMs,
): Rejection | undefined {
  const today = serviceDayOf(now);
  const coming = series.exceptions.filter(({ day }) => day >= today);
  return checkWish(series) ?? checkExceptions(series, coming);
}

async function checkPlaces(
  world: StandingWorld,
  tables: Tables,
  order: StandingOrder,
): Promise<Rejection | undefined> {
  const read = await readSeries(tables, world.holidays, await tables.services.list(), order);
  return read.ok ? undefined : read.reason;
}

function changed(order: StandingOrder, actor: Actor, now: EpochMs): LogEvent {
  return {
    occurredAt: now,
    day: serviceDayOf(now),
    rideId: null,
    shiftId: null,
    municipality: order.municipality,
    personId: order.personId,
    actor: actor.name,
    body: { type: 'StandingOrderChanged', orderId: order.id },
  };
}
