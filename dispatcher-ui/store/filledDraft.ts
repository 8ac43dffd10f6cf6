import type { PersonView, PlaceChoice, RideView, UsualRideView } from '../../backend/contract/index.ts';
import type { BookingDraft, PlaceOption } from './bookingDraft.ts';

/** The form as a usual ride fills it: every field, the time as it would be typed. */
export function draftFromUsual(
  draft: BookingDraft,
  person: PersonView,
  usual: UsualRideView,
  homeName: string,
): BookingDraft {
  const from = placeOf(usual.from, usual.fromName);
  const to = placeOf(usual.to, usual.toName);
  const textOf = (place: PlaceOption): string => (place.kind === 'home' ? homeName : place.name);
  return {
    ...draft,
    person,
    enteredFor: { personId: person.id, isFilled: true },
    personText: `${person.familyName} ${person.givenName}`,
    from,
    fromText: textOf(from),
    to,
    toText: textOf(to),
    day: usual.time.day,
    whenText: usual.time.at,
    timeKind: usual.time.kind,
    companions: usual.party.companions,
    attendants: usual.party.attendants,
    children: usual.party.children,
    luggage: usual.party.luggage,
    needs: usual.needs,
    replaces: null,
  };
}

function placeOf(choice: PlaceChoice, name: string): PlaceOption {
  return choice.kind === 'home' ? { kind: 'home' } : { kind: 'named', choice, name, side: '' };
}

/** The form as a ride fills it, every field, to be changed: what is asked for then takes its place. */
export function draftToChange(draft: BookingDraft, ride: RideView, homeName: string): BookingDraft {
  return { ...draftFromRide(draft, ride, homeName), replaces: ride };
}

/** The form as a ride would fill it, to book another like it. */
export function draftFromRide(draft: BookingDraft, ride: RideView, homeName: string): BookingDraft {
  const from = placeOf(choiceOfId(ride.from), ride.from.name);
  const to = placeOf(choiceOfId(ride.to), ride.to.name);
  const textOf = (place: PlaceOption): string => (place.kind === 'home' ? homeName : place.name);
  const minutes = Math.floor(ride.requested.second / 60);
  const at = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return {
    ...draft,
    enteredFor: draft.person && { personId: draft.person.id, isFilled: true },
    from,
    fromText: textOf(from),
    to,
    toText: textOf(to),
    day: ride.day,
    whenText: at,
    timeKind: ride.requested.kind,
    ...ride.party,
    needs: ride.needs.filter((need) => !draft.person?.needs.includes(need)),
    note: ride.note ?? '',
    replaces: null,
  };
}

/** A ride's places are boarding points, the rider's own door, or points of the map. */
function choiceOfId({ id, lon, lat }: RideView['from']): PlaceChoice {
  if (id.startsWith('door:')) return { kind: 'home' };
  return id.startsWith('at:') ? { kind: 'coordinates', at: { lon, lat } } : { kind: 'boardingPoint', id };
}

/** Places of the usual rides, each once, to be offered before anything is typed. */
export function usualPlaces(usual: readonly UsualRideView[]): readonly PlaceOption[] {
  const places = new Map<string, PlaceOption>();
  for (const ride of usual) {
    for (const [choice, name] of [
      [ride.to, ride.toName],
      [ride.from, ride.fromName],
    ] as const) {
      if (choice.kind !== 'home') places.set(JSON.stringify(choice), placeOf(choice, name));
    }
  }
  return [...places.values()];
}
