import type { Actor } from '../domain/account/actor.ts';
import type { RidePlace } from '../domain/place/place.ts';
import type { RejectionCode } from '../domain/rejection/rejection.ts';
import type { InsteadOfAsked, Offer } from '../domain/ride/offer.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { RequestedTime } from '../domain/ride/ride.ts';
import { addDays } from '../domain/units/time.ts';
import type { Proposal } from '../ports/ridePlanning.ts';
import { type Attempt, type AttemptTerms, attemptRequest, attemptUnderstood } from './attemptRequest.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { toOffer } from './keepRequest.ts';
import { otherRidesOf, type UnderstoodRequest } from './understandRequest.ts';

/** Refusals that another time of the same day, or the same time of another day, can mend. */
const MENDED_BY_TIME: readonly RejectionCode[] = [
  'timeInPast',
  'outsideServiceHours',
  'tooLateToBook',
  'overlappingRide',
  'arrivalTooSoon',
  'noVehicleOnDuty',
  'noVehicleWithEquipment',
  'noCapacity',
  'noTimeLeft',
  'rideWouldBeTooLong',
  'wouldBreakPromises',
  'driversNeedTheirBreaks',
  'noFeasibleInsertion',
  'reasonUnproved',
];
const MENDED_BY_PLACE: readonly RejectionCode[] = ['outsideRegion', 'outsideServiceArea', 'noRoad'];

const HOUR = 3600;
/** So many hours away from the wish another time is still worth telling. */
const MOST_HOURS = 5;
const MOST_DAYS = 7;
/** How far somebody may be asked to go to another boarding point, and how many are tried. */
const PLACE_METRES = 5000;
const MOST_PLACES = 3;

/**
 * The nearest things that could be booked instead of a refused request: a later and an earlier time of the day, the
 * next day on which it is possible, another boarding point. Each is an open offer of the refused ride.
 */
export async function findAlternatives(
  world: BookingWorld,
  input: RequestInput,
  refused: Attempt,
  code: RejectionCode,
  actor: Actor,
  terms: AttemptTerms,
): Promise<readonly Offer[]> {
  if (input.isWillCall) return [];
  const search = new AlternativeSearch(world, input, refused, actor, { ...terms, explain: false });
  if (MENDED_BY_PLACE.includes(code)) return kept([await search.otherPlace()]);
  if (code === 'closedDay') return kept([await search.otherDay()]);
  if (!MENDED_BY_TIME.includes(code)) return [];
  return kept([await search.otherTime(1), await search.otherTime(-1), await search.otherDay()]);
}

function kept(offers: readonly (Offer | undefined)[]): readonly Offer[] {
  return offers.filter((offer) => offer !== undefined);
}

/** A caller is told what was found by then. */
const SEARCH_MS = 800;

class AlternativeSearch {
  readonly #began: number;

  constructor(
    readonly world: BookingWorld,
    readonly input: RequestInput,
    readonly refused: Attempt,
    readonly actor: Actor,
    readonly terms: AttemptTerms,
  ) {
    this.#began = world.stopwatch?.() ?? 0;
  }

  /** Has the caller waited long enough? */
  #isOver(): boolean {
    const { stopwatch } = this.world;
    return stopwatch !== undefined && stopwatch() - this.#began > SEARCH_MS;
  }

  /** The nearest time of the same day, later (1) or earlier (−1). */
  async otherTime(direction: 1 | -1): Promise<Offer | undefined> {
    for (let hours = 1; hours <= MOST_HOURS; hours++) {
      const second = this.input.requested.second + direction * hours * HOUR;
      if (second < 0 || this.#isOver()) return undefined;
      const requested: RequestedTime = { kind: this.input.requested.kind, second };
      const offer = await this.#tryAt({ ...this.input, requested }, this.refused.understood, 'otherTime');
      if (offer) return offer;
    }
    return undefined;
  }

  /** The same time on the first of the next days on which it is possible. */
  async otherDay(): Promise<Offer | undefined> {
    const { personId, day: asked } = this.input;
    const days = Array.from({ length: MOST_DAYS }, (_, i) => addDays(asked, i + 1));
    const rides = await this.world.store.read(this.actor.scope, (tables) =>
      tables.rides.listByPerson(personId, days[0]!, days.at(-1)!),
    );
    for (const day of days) {
      if (this.#isOver()) return undefined;
      const otherRides = otherRidesOf(
        this.input,
        rides.filter((ride) => ride.day === day),
      );
      const understood = { ...this.refused.understood, otherRides };
      const offer = await this.#tryAt({ ...this.input, day }, understood, 'otherDay');
      if (offer) return offer;
    }
    return undefined;
  }

  /** The same time at a boarding point near the end that cannot be reached. */
  async otherPlace(): Promise<Offer | undefined> {
    for (const end of ['from', 'to'] as const) {
      for (const point of await this.#pointsNear(this.refused.ride[end])) {
        if (this.#isOver()) return undefined;
        const said = { kind: 'boardingPoint', id: point } as const;
        const attempt = await attemptRequest(
          this.world,
          { ...this.input, [end]: said },
          this.actor,
          this.terms,
        );
        const offer = attempt.ok ? this.#offerOf(attempt.value, 'otherPlace') : undefined;
        if (offer) return offer;
      }
    }
    return undefined;
  }

  async #pointsNear(place: RidePlace): Promise<readonly string[]> {
    const near = await this.world.store.read(this.actor.scope, ({ places }) =>
      places.nearestBoardingPoints(place.coordinates, MOST_PLACES + 1, PLACE_METRES),
    );
    return near.map(({ point }) => point.id).filter((id) => id !== place.id);
  }

  async #tryAt(
    input: RequestInput,
    understood: UnderstoodRequest,
    kind: InsteadOfAsked['kind'],
  ): Promise<Offer | undefined> {
    return this.#offerOf(await attemptUnderstood(this.world, input, understood, this.terms), kind);
  }

  #offerOf({ ride, outcome }: Attempt, kind: InsteadOfAsked['kind']): Offer | undefined {
    if (!outcome.ok) return undefined;
    const { proposals, choices } = outcome.value;
    const proposal = nearest(proposals, this.input.requested);
    if (!proposal) return undefined;
    const { day, from, to, requested } = ride;
    const offer = toOffer(this.world, ride.id, proposal, choices, this.terms.now);
    return { ...offer, instead: { kind, day, from, to, requested } };
  }
}

/** The proposal whose time is closest to what was wished. */
function nearest(proposals: readonly Proposal[], wish: RequestedTime): Proposal | undefined {
  const distance = ({ pickupSecond, dropoffSecond }: Proposal) =>
    Math.abs((wish.kind === 'arriveBy' ? dropoffSecond : pickupSecond) - wish.second);
  return [...proposals].sort((a, b) => distance(a) - distance(b))[0];
}
