import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import type { Offer } from '../domain/ride/offer.ts';
import { FINAL_STATUSES, type Ride } from '../domain/ride/ride.ts';
import type { DaySecond } from '../domain/units/time.ts';
import type { PlannedCall } from './plannedCall.ts';
import type { PeopleDoors } from './simulatedPeople.ts';

/** Who gets no vehicle at once rings again after this. */
const PATIENCE_SECONDS = 600;

/** Books the way home of a call whose way there stands; undefined where there is none, or no offer. */
export async function bookHome(doors: PeopleDoors, call: PlannedCall): Promise<Ride | undefined> {
  const { input, home } = call;
  const outbound = home && (await findOutbound(doors, input.personId, input.day));
  if (!outbound) return undefined;
  if (home === 'timed') {
    const wish = { kind: 'timed', requested: input.requested } as const;
    const asked = await doors.booking.requestReturn(outbound.id, wish, SYSTEM_ACTOR);
    return asked.ok ? takeFirst(doors, inOrderOf(call, asked.value.offers)) : undefined;
  }
  const wish = { kind: 'willCall', expectedSecond: input.requested.second } as const;
  const asked = await doors.booking.requestReturn(outbound.id, wish, SYSTEM_ACTOR);
  if (!asked.ok) return undefined;
  const booked = await doors.booking.bookWillCall(asked.value.ride.id, SYSTEM_ACTOR);
  return booked.ok ? booked.value : undefined;
}

/** The offers as a caller would have them: who can choose takes a shared time near the nearest one before it. */
export function inOrderOf({ flexibleSeconds = 0 }: PlannedCall, offers: readonly Offer[]): readonly Offer[] {
  const [nearest] = offers;
  if (!nearest || nearest.sharedWith > 0) return offers;
  const isNear = ({ pickupSecond }: Offer) =>
    Math.abs(pickupSecond - nearest.pickupSecond) <= flexibleSeconds;
  const shared = offers.filter((offer) => offer.sharedWith > 0 && isNear(offer));
  return [...shared, ...offers.filter((offer) => !shared.includes(offer))];
}

/** Says yes to the first offer that still stands. */
export async function takeFirst(
  { booking }: PeopleDoors,
  offers: readonly { readonly id: string }[],
): Promise<Ride | undefined> {
  for (const { id } of offers) {
    const booked = await booking.accept(id, SYSTEM_ACTOR);
    if (booked.ok) return booked.value;
  }
  return undefined;
}

/** The last way out of that day that has no way home yet. */
function findOutbound({ store }: PeopleDoors, personId: string, day: string): Promise<Ride | undefined> {
  return store.read(SYSTEM_SCOPE, async ({ rides }) => {
    const own = await rides.listByPerson(personId, day, day);
    const standing = own.filter(({ status }) => !FINAL_STATUSES.includes(status) || status === 'done');
    const taken = new Set(standing.map(({ returnOf }) => returnOf));
    return standing.findLast(
      ({ id, returnOf, promise }) => returnOf === null && promise !== null && !taken.has(id),
    );
  });
}

/** A rider who is ready to go home, and since when. */
export interface Ringing {
  readonly ride: Ride;
  readonly due: DaySecond;
}

/** Who rings for the way home, and when next: when expected, and again while no vehicle was found. */
export class RingingRiders {
  readonly #again = new Map<string, DaySecond>();

  /** In order of time. */
  list(rides: Iterable<Ride>): readonly Ringing[] {
    return [...rides]
      .filter(({ status }) => status === 'willCall')
      .map((ride) => ({ ride, due: this.#again.get(ride.id) ?? ride.willCall?.expectedSecond ?? 0 }))
      .sort((a, b) => a.due - b.due || (a.ride.id < b.ride.id ? -1 : 1));
  }

  /** Rings, and takes the soonest vehicle. */
  async ring(doors: PeopleDoors, { ride, due }: Ringing): Promise<void> {
    this.#again.set(ride.id, due + PATIENCE_SECONDS);
    const by = ride.clinicId === null ? 'phone' : 'clinic';
    const ready = await doors.booking.activate(ride.id, by, SYSTEM_ACTOR);
    if (ready.ok) await takeFirst(doors, ready.value.offers);
  }
}
