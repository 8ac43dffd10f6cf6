import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { runErrand } from '../../../backend/voice/runErrand.ts';
import { bookRide, openVoiceValley } from '../../support/voiceValley.ts';

const CALL = { callId: 'call', number: '0242007777', personId: 'haru' };

describe('an errand that is run again, because its process died before it was written down', () => {
  it('a way home on call: the one that was booked, and no second one', async () => {
    const valley = await openVoiceValley();
    const { id: rideId } = await bookRide(valley, 'haru', 9);
    const errand = { do: 'requestReturn', rideId, wish: { kind: 'willCall' } } as const;
    const first = await runErrand(valley.world, errand, CALL);
    if (first.did !== 'book') throw new Error(first.did);
    expect(await runErrand(valley.world, errand, CALL)).toEqual({ did: 'book', ride: first.ride });
    const homes = await valley.store.read(SYSTEM_SCOPE, ({ rides }) => rides.listReturns(rideId));
    expect(homes.map(({ id, status }) => [id, status])).toEqual([[first.ride.id, 'willCall']]);
  });

  it('a way home with a time is booked already: said so, nothing instead of it', async () => {
    const valley = await openVoiceValley();
    const { id: rideId } = await bookRide(valley, 'haru', 9);
    const wish = { kind: 'departAfter', second: 12 * 3600 } as const;
    const asked = await runErrand(valley.world, { do: 'requestReturn', rideId, wish }, CALL);
    if (asked.did !== 'offer') throw new Error(asked.did);
    const offerId = asked.offers[0]!.id;
    await runErrand(valley.world, { do: 'accept', rideId: asked.ride.id, offerId }, CALL);
    const onCall = { do: 'requestReturn', rideId, wish: { kind: 'willCall' } } as const;
    expect(await runErrand(valley.world, onCall, CALL)).toMatchObject({
      did: 'refuse',
      rejection: { code: 'returnExists' },
    });
  });
});
