import {
  type Offered,
  poolingHint,
  type RequestRefusal,
  TARGET_WAIT_MINUTES,
  willCallOfferSentence,
} from '../../booking/index.ts';
import type { OffersAnswer, ReturnAnswer, WillCallOffer } from '../../contract/index.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { Tables } from '../../ports/tables.ts';
import { offerView, readOfferSurroundings } from '../views/offerView.ts';
import type { AccountScope } from '../views/reader.ts';
import { requestProblem } from './requestProblem.ts';

/** What can be promised, as the wire says it; the way home is answered for itself. */
export async function offersAnswer(
  tables: Tables,
  { ride, offers }: Offered,
  home: Outcome<Offered, RequestRefusal> | null,
  reader: AccountScope,
): Promise<OffersAnswer> {
  const around = await readOfferSurroundings(tables);
  return {
    requestId: ride.id,
    offers: offers.map((offer) => offerView(offer, ride, around)),
    poolingHint: poolingHint(offers, ride.requested) ?? null,
    return: home && (await returnAnswer(tables, home, reader)),
  };
}

/** The way home: offers, a will-call to be booked, or why not. */
export async function returnAnswer(
  tables: Tables,
  home: Outcome<Offered, RequestRefusal>,
  reader: AccountScope,
): Promise<ReturnAnswer> {
  if (!home.ok) {
    const { ride } = home.reason;
    const problem = await requestProblem(tables, home.reason, reader);
    return { requestId: ride?.id ?? null, offers: [], willCall: null, problem };
  }
  const { ride, offers } = home.value;
  const around = await readOfferSurroundings(tables);
  return {
    requestId: ride.id,
    offers: offers.map((offer) => offerView(offer, ride, around)),
    willCall: willCallOffer(ride),
    problem: null,
  };
}

function willCallOffer(ride: Ride): WillCallOffer | null {
  if (ride.willCall === null) return null;
  return {
    requestId: ride.id,
    expectedSecond: ride.willCall.expectedSecond,
    targetWaitMinutes: TARGET_WAIT_MINUTES,
    sentence: willCallOfferSentence(ride),
  };
}
