import type { RequestRefusal } from '../../booking/index.ts';
import type { Problem } from '../../contract/index.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Tables } from '../../ports/tables.ts';
import { offerView, readOfferSurroundings } from '../views/offerView.ts';
import { type ProblemExtras, problemOf } from '../views/problemOf.ts';
import { type AccountScope, canSeeRide } from '../views/reader.ts';
import { readRideViews } from '../views/rideView.ts';
import { spokenOverride } from '../views/spokenOverride.ts';

/**
 * A refused request in words, with what could be booked instead, who may override, and the ride in the way.
 * @param reader who is told of that ride only where they may see it
 */
export async function requestProblem(
  tables: Tables,
  refusal: RequestRefusal,
  reader: AccountScope,
): Promise<Problem> {
  const { rejection, ride, alternatives } = refusal;
  const around = alternatives.length > 0 ? await readOfferSurroundings(tables) : undefined;
  const offers = ride && around ? alternatives.map((offer) => offerView(offer, ride, around)) : [];
  return {
    ...(await rejectionProblem(tables, rejection, reader, ride ? { requestId: ride.id } : {})),
    ...(ride ? { alternatives: offers } : {}),
  };
}

/** A refusal in words, with who may override it and the ride that stands in the way, where the account may see it. */
export async function rejectionProblem(
  tables: Tables,
  rejection: Rejection,
  reader: AccountScope,
  extras: ProblemExtras = {},
): Promise<Problem> {
  // The request names things in its body, so an unknown one is a wrong request and not a missing page.
  const status = rejection.code.startsWith('unknown') ? { status: 422 } : {};
  const problem = problemOf(rejection, { ...status, ...extras });
  const otherId = rejection.details?.rideId;
  const other = typeof otherId === 'string' ? await tables.rides.find(otherId) : undefined;
  const isSeen = other !== undefined && canSeeRide(reader, other);
  const [otherRide] = isSeen ? await readRideViews(tables, [other], reader) : [];
  return { ...problem, ...spokenOverride(rejection), ...(otherRide ? { otherRide } : {}) };
}
