import type { ApartAnswer, ApartView } from '../../contract/index.ts';
import type { ApartFrom, ApartPair } from '../../domain/apart/apartPair.ts';
import type { Provider } from '../../domain/fleet/fleet.ts';
import { type Person, personName } from '../../domain/person/person.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { localMoment } from './localMoment.ts';

type Driver = Omit<Extract<ApartFrom, { kind: 'driver' }>, 'kind'>;

/**
 * Two who are kept apart, from the card of one of them.
 * @param other the other rider; undefined where it is a driver, or nobody who is there any more
 */
export function apartView(
  { id, from, reason, recordedAt }: ApartPair,
  other: Person | undefined,
  drivers: readonly Driver[],
  providers: readonly Provider[],
): ApartView | undefined {
  const view = from.kind === 'driver' ? driverView(from, drivers, providers) : other && riderView(other);
  return view && { id, other: view, reason, recordedAt: localMoment(recordedAt) };
}

function riderView(person: Person): ApartView['other'] {
  const { id, familyKana, givenKana, birthYear, hamlet } = person;
  const kana = `${familyKana} ${givenKana}`;
  return { kind: 'rider', personId: id, name: personName(person), kana, birthYear, hamlet };
}

function driverView(
  { providerId, driverName }: Driver,
  drivers: readonly Driver[],
  providers: readonly Provider[],
): ApartView['other'] {
  const { name = '', nameEn = '' } = providers.find(({ id }) => id === providerId) ?? {};
  const isKnown = drivers.some((one) => one.providerId === providerId && one.driverName === driverName);
  return { kind: 'driver', name: driverName, providerName: { ja: name, en: nameEn }, isKnown };
}

/** A ride that is still planned with somebody from whom its rider is kept apart. */
export function rideTogetherView(ride: Ride): ApartAnswer['together'][number] {
  const { id, day, scheduled, from, to } = ride;
  return { rideId: id, day, pickupSecond: scheduled.pickup, fromName: from.name, toName: to.name };
}
