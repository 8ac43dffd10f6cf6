import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { checkWish } from '../../domain/standingOrder/checkWish.ts';
import { expandSeries } from '../../domain/standingOrder/expandSeries.ts';
import type { StandingOrder } from '../../domain/standingOrder/standingOrder.ts';
import { refusal, success } from '../../domain/units/outcome.ts';
import { addDays, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import { generateRides } from './generateRides.ts';
import { changeOrder, createOrder } from './keepOrder.ts';
import { readSeries } from './readSeries.ts';
import type { StandingDesk } from './standingDesk.ts';
import type { StandingWorld } from './standingWorld.ts';

/** Standing orders over a world. */
export function createStandingDesk(world: StandingWorld): StandingDesk {
  const { store, holidays, clock } = world;

  /** Dates of a series that is not kept: its identity does not matter for its dates. */
  function draft(series: Parameters<StandingDesk['preview']>[0]): StandingOrder {
    const nothing = {
      id: '',
      revision: 0,
      municipality: '',
      channel: 'phone',
      state: 'active',
      changedAt: 0,
    } as const;
    return { ...nothing, ...series };
  }

  return {
    async preview(series, from, days, actor) {
      const wrong = checkWish(series);
      if (wrong) return refusal(wrong);
      return store.read(actor.scope, async (tables) => {
        const read = await readSeries(tables, holidays, await tables.services.list(), series);
        if (!read.ok) return read;
        return success(expandSeries(draft(series), read.value.calendar, from, addDays(from, days)));
      });
    },
    create: (personId, channel, wish, exceptions, actor) =>
      createOrder(world, personId, channel, wish, exceptions, actor),
    change: (id, revision, wish, actor) =>
      changeOrder(world, id, revision, actor, (order) => ({ ...order, ...wish })),
    except: (id, revision, day, exception, actor) =>
      changeOrder(world, id, revision, actor, (order) => ({
        ...order,
        exceptions: withException(order.exceptions, day, exception),
      })),
    setState: (id, revision, state, actor) =>
      changeOrder(world, id, revision, actor, (order) => ({ ...order, state })),
    dates: (order, from, days, actor) =>
      store.read(actor.scope, async (tables) => {
        const read = await readSeries(tables, holidays, await tables.services.list(), order);
        if (!read.ok) return read;
        const to = addDays(from, days);
        const entries = await tables.standingOrders.listEntries([order.id], from, to);
        return success(
          expandSeries(order, read.value.calendar, from, to).map((occurrence) => ({
            occurrence,
            entries: entries.filter(({ seriesDay }) => seriesDay === occurrence.seriesDay),
          })),
        );
      }),
    generate: (order) => generateRides(world, [order]),
    async generateAll() {
      const orders = await store.read(SYSTEM_SCOPE, (tables) =>
        tables.standingOrders.listActive(serviceDayOf(clock.now())),
      );
      return generateRides(world, orders);
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
