import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Service } from '../../domain/service/service.ts';
import type { StandingCalendar } from '../../domain/standingOrder/expandSeries.ts';
import type { StandingOrder, StandingWish } from '../../domain/standingOrder/standingOrder.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { Tables } from '../../ports/tables.ts';
import { resolvePlace } from '../resolvePlace.ts';
import { type SeriesPlaces, seriesCalendar } from './seriesCalendar.ts';

/** A series with the calendar it is expanded against. */
export interface SeriesReading {
  readonly calendar: StandingCalendar;
  readonly services: readonly Service[];
  readonly places: SeriesPlaces;
}

/**
 * Looks up both ends of a series and the calendar of the services between them.
 * @param services read once for many orders
 */
export async function readSeries(
  tables: Tables,
  holidays: Holidays,
  services: readonly Service[],
  series: Pick<StandingWish, 'from' | 'to'> & Pick<StandingOrder, 'personId'>,
): Promise<Outcome<SeriesReading, Rejection>> {
  const person = await tables.people.find(series.personId);
  if (!person) return refusal({ code: 'unknownPerson', field: 'personId' });
  const from = await resolvePlace(series.from, person, tables.places, 'from');
  if (!from.ok) return from;
  const to = await resolvePlace(series.to, person, tables.places, 'to');
  if (!to.ok) return to;
  if (from.value.id === to.value.id) return refusal({ code: 'samePlace', field: 'to' });
  const places = { from: from.value, to: to.value };
  return success({ calendar: seriesCalendar(holidays, services, places), services, places });
}
