import { describe, expect, it } from 'vitest';
import { rideSentence as rideState } from '../../../backend/adapters/views/rideSentence.ts';
import { callSentence } from '../../../backend/booking/callBacks/callSentence.ts';
import { offerSentence, rideSentence } from '../../../backend/booking/offerSentence.ts';
import { willCallOfferSentence } from '../../../backend/booking/willCallWords.ts';
import { CALL_REASONS, type CallBack } from '../../../backend/domain/callBack/callBack.ts';
import type { RidePlace } from '../../../backend/domain/place/place.ts';
import { SAMPLE_DAY, SAMPLE_NOW, sampleOffer, sampleRide } from '../../support/sampleRows.ts';

/** A rider's own door, as it is called in Japanese, and a place whose name stays as it is. */
const DOOR: RidePlace = { ...sampleRide().from, id: 'door:person-1', name: 'ご自宅' };
const STOP: RidePlace = { ...sampleRide().to, id: 'point-1', name: 'Ekimae' };

/** Everything that can be said in English about a ride between two places. */
function sentencesOf(from: RidePlace, to: RidePlace): string[] {
  const ride = sampleRide({ from, to });
  const leaving = sampleRide({ from, to, requested: { kind: 'departAfter', second: 36_000 } });
  const offers = [{}, { sharedWith: 0 }, { sharedWith: 1, isEstimate: true }].map(sampleOffer);
  const calls = CALL_REASONS.flatMap((reason) =>
    [null, 'outsideServiceHours' as const].flatMap((rejection) => {
      const call = { reason, day: SAMPLE_DAY, rejection } as CallBack;
      return [callSentence(call, ride, SAMPLE_NOW), callSentence(call, undefined, SAMPLE_NOW)];
    }),
  );
  const states = (['booked', 'willCall', 'vehicleArrived', 'cancelled', 'done'] as const).map((status) =>
    rideState({ ...ride, status }),
  );
  const said = [
    ...offers.flatMap((offer) => [offerSentence(offer, ride), offerSentence(offer, leaving)]),
    rideSentence({ ...ride, status: 'booked' }),
    rideSentence({ ...leaving, status: 'booked' }),
    willCallOfferSentence(ride),
    ...states,
    ...calls,
  ];
  return said.map(({ en }) => en);
}

describe('what is said in English', () => {
  const all = [...sentencesOf(DOOR, STOP), ...sentencesOf(STOP, DOOR)];

  it('about a home: no Japanese word for it', () => {
    expect(all.filter((text) => /[\u3000-\u9fff]/.test(text))).toEqual([]);
  });

  it('of several parts: one space between them, none at the ends or before a comma', () => {
    expect(all.filter((text) => / {2}|^ | $| [,.]|[,.?][A-Z]/.test(text))).toEqual([]);
  });
});
