import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { checkExceptions, checkWish } from '../../domain/standingOrder/checkWish.ts';
import { isTouched } from '../../domain/standingOrder/decideGeneration.ts';
import { expandSeries } from '../../domain/standingOrder/expandSeries.ts';
import type { StandingEntry } from '../../domain/standingOrder/standingEntry.ts';
import type { StandingOrder } from '../../domain/standingOrder/standingOrder.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { addDays, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import { followChanges } from './followChanges.ts';
import { generateRides } from './generateRides.ts';
import { changeOrder, createOrder } from './keepOrder.ts';
import { readSeries } from './readSeries.ts';
import type { MadeLeg, SeriesDate, SeriesDraft, StandingDesk } from './standingDesk.ts';
import type { StandingWorld } from './standingWorld.ts';

/** Standing orders over a world. */
export function createStandingDesk(world: StandingWorld): StandingDesk {
  const { store, holidays, clock } = world;

  /** Dates of a series that is not kept: its identity does not matter for its dates. */
  function draft({ orderId, ...series }: SeriesDraft): StandingOrder {
    const nothing = {
      id: orderId ?? '',
      revision: 0,
      municipality: '',
      channel: 'phone',
      state: 'active',
      changedAt: 0,
    } as const;
    return { ...nothing, ...series };
  }

  function datesOf(
    order: StandingOrder,
    from: ServiceDay,
    days: number,
    actor: Actor,
  ): Promise<Outcome<readonly SeriesDate[], Rejection>> {
    return store.read(actor.scope, async (tables) => {
      const read = await readSeries(tables, holidays, await tables.services.list(), order);
      if (!read.ok) return read;
      const to = addDays(from, days);
      const entries = await tables.standingOrders.listEntries([order.id], from, to);
      const rideIds = entries.map(({ rideId }) => rideId).filter((id) => id !== null);
      const rides = await followChanges(tables, rideIds);
      const madeOf = (entry: StandingEntry): MadeLeg => {
        const ride = rides.get(entry.rideId ?? '') ?? null;
        return { entry, ride, isTouched: ride !== null && isTouched(entry, ride) };
      };
      return success(
        expandSeries(order, read.value.calendar, from, to).map((occurrence) => ({
          occurrence,
          made: entries.filter(({ seriesDay }) => seriesDay === occurrence.seriesDay).map(madeOf),
        })),
      );
    });
  }

  return {
    async preview(series, from, days, actor) {
      const coming = series.exceptions.filter(({ day }) => day >= from);
      const wrong = checkWish(series) ?? checkExceptions(series, coming);
      return wrong ? refusal(wrong) : datesOf(draft(series), from, days, actor);
    },
    create: (personId, channel, wish, exceptions, actor) =>
      createOrder(world, personId, channel, wish, exceptions, actor),
    change: (id, revision, { wish, state, exception }, actor) =>
      changeOrder(world, id, revision, actor, (order) => ({
        ...order,
        ...wish,
        state: state ?? order.state,
        exceptions: exception
          ? withException(order.exceptions, exception.day, exception.set)
          : order.exceptions,
      })),
    dates: datesOf,
    generate: (order) => generateRides(world, [order]),
    async generateAll(night) {
      const orders = await store.read(SYSTEM_SCOPE, (tables) =>
        tables.standingOrders.listActive(serviceDayOf(clock.now())),
      );
      return generateRides(world, orders, night);
    },
  };
}

function withException(
  exceptions: StandingOrder['exceptions'],
  day: ServiceDay,
  exception: StandingOrder['exceptions'][number] | null,
): StandingOrder['exceptions'] {
  const others = exceptions.filter((each) => each.day !== day);
  const next = exception === null ? others : [...others, exception];
  return [...next].sort((a, b) => (a.day < b.day ? -1 : 1));
}
