import {
  type ChangeStandingOrder,
  changeStandingOrderSchema,
  createStandingOrderSchema,
  type DayExceptionInput,
  previewSeriesSchema,
  type SeriesDates,
  type SeriesTime,
  type StandingOrderAnswer,
  type StandingOrdersAnswer,
  type StandingWishInput,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { RequestedTime } from '../../domain/ride/ride.ts';
import type { DayException, StandingOrder, StandingWish } from '../../domain/standingOrder/standingOrder.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { canSeePerson } from '../views/reader.ts';
import { seriesDateView, standingOrderView } from '../views/standingOrderView.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** Standing orders of a rider. */
export const standingRoutes = {
  'GET /api/v1/people/:id/standing-orders': listOrders,
  'POST /api/v1/standing-orders/preview': previewSeries,
  'POST /api/v1/standing-orders': createOrder,
  'POST /api/v1/standing-orders/:id': changeOrder,
};

/** How far ahead the dates of a kept series are shown. */
const SHOWN_DAYS = 60;

async function listOrders(call: Call): Promise<Reply> {
  const personId = await visiblePerson(call, idOf(call.params.id, 'unknownPerson'));
  const orders = await call.deps.store.read(accountScopeOf(call), (tables) =>
    tables.standingOrders.listByPerson(personId),
  );
  const view: StandingOrdersAnswer = { orders: [] };
  for (const order of orders) view.orders.push(await orderView(call, order));
  return answer(view);
}

async function previewSeries(call: Call): Promise<Reply> {
  const { wish, exceptions, from, days, most, ...body } = parseInput(previewSeriesSchema, call.body);
  const personId = await visiblePerson(call, body.personId);
  const orderId = body.orderId === null ? null : await orderOfPerson(call, body.orderId, personId);
  const series = { ...wishOf(wish), personId, orderId, exceptions: exceptions.map(exceptionOf) };
  const dates = demand(await call.deps.standing.preview(series, from, days, actorOf(call)));
  const excepted = exceptions.map(({ day }) => day);
  const view: SeriesDates = {
    dates: dates.slice(0, most).map((date) => seriesDateView(date, excepted)),
  };
  return answer(view);
}

async function createOrder(call: Call): Promise<Reply> {
  const { wish, exceptions, ...body } = parseInput(createStandingOrderSchema, call.body);
  const personId = await visiblePerson(call, body.personId);
  const { standing } = call.deps;
  const kept = exceptions.map(exceptionOf);
  const order = demand(await standing.create(personId, 'phone', wishOf(wish), kept, actorOf(call)));
  return { ...(await orderAnswer(call, order)), status: 201 };
}

async function changeOrder(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownStandingOrder');
  const { wish, state, exception, ...body } = parseInput(changeStandingOrderSchema, call.body);
  if (!wish && !state && !exception) throw new Refused({ code: 'malformedInput' });
  const change = { wish: wish && wishOf(wish), state, exception: exception && exceptionSet(exception) };
  const order = demand(await call.deps.standing.change(id, body.revision, change, actorOf(call)));
  return orderAnswer(call, order);
}

function exceptionSet({ kind, ...exception }: NonNullable<ChangeStandingOrder['exception']>) {
  return { day: exception.day, set: kind && exceptionOf({ ...exception, kind }) };
}

/** Makes the order's rides and answers how it stands then. */
async function orderAnswer(call: Call, order: StandingOrder): Promise<Reply> {
  const { booked, refused, withdrawn, postponed } = await call.deps.standing.generate(order);
  const view: StandingOrderAnswer = {
    order: await orderView(call, order),
    made: { booked, refused, withdrawn, postponed },
  };
  return answer(view);
}

async function orderView(call: Call, order: StandingOrder) {
  const today = serviceDayOf(call.deps.clock.now());
  const dates = await call.deps.standing.dates(order, today, SHOWN_DAYS, actorOf(call));
  return standingOrderView(order, dates.ok ? dates.value : [], today);
}

/** An order that is not the rider's is as good as unknown. */
async function orderOfPerson(call: Call, orderId: string, personId: string): Promise<string> {
  const order = await call.deps.store.read(accountScopeOf(call), (tables) =>
    tables.standingOrders.find(orderId),
  );
  if (order?.personId !== personId) throw new Refused({ code: 'unknownStandingOrder', field: 'orderId' });
  return orderId;
}

async function visiblePerson(call: Call, personId: string): Promise<string> {
  const scope = accountScopeOf(call);
  const person = await call.deps.store.read(scope, (tables) => tables.people.find(personId));
  if (!person || !canSeePerson(scope, person)) {
    throw new Refused({ code: 'unknownPerson', field: 'personId' });
  }
  return personId;
}

function demand<Value>(outcome: Outcome<Value, Rejection>): Value {
  if (!outcome.ok) throw new Refused(outcome.reason);
  return outcome.value;
}

function wishOf(input: StandingWishInput): StandingWish {
  const { weekdays, everyWeeks, startDay, endDay, outbound, homeward, ...rest } = input;
  return {
    ...rest,
    fromName: rest.from.kind === 'home' ? null : rest.fromName,
    toName: rest.to.kind === 'home' ? null : rest.toName,
    recurrence: { weekdays: [...new Set(weekdays)].sort(), everyWeeks, startDay, endDay },
    outbound: timeOf(outbound),
    homeward: homeward && timeOf(homeward),
  };
}

function exceptionOf({ day, kind, outbound, homeward }: DayExceptionInput): DayException {
  return {
    day,
    kind,
    ...(outbound && { outbound: timeOf(outbound) }),
    ...(homeward !== undefined && { homeward: homeward && timeOf(homeward) }),
  };
}

function timeOf({ kind, at }: SeriesTime): RequestedTime {
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  return { kind, second: hours * 3600 + minutes * 60 };
}
