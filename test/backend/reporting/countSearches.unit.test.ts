import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { countSearches } from '../../../backend/reporting/index.ts';
import { SAMPLE_DAY, sampleRide } from '../../support/sampleRows.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

const never = () => false;

describe('what became of the searches', () => {
  it('one of each kind: every search in exactly one place, rides counted beside', () => {
    const bookedAt = 5;
    const rides: Ride[] = [
      sampleRide({ id: '1', status: 'done', bookedAt }),
      sampleRide({ id: '2', status: 'noShow', bookedAt }),
      sampleRide({ id: '3', status: 'missed', bookedAt }),
      sampleRide({ id: '4', status: 'cancelled', bookedAt, endReason: 'riderUnwell' }),
      sampleRide({ id: '5', status: 'willCall', bookedAt }),
      sampleRide({ id: '6', status: 'lapsed', bookedAt, endReason: 'neverReady' }),
      sampleRide({ id: '7', status: 'denied', endReason: 'noCapacity', riderAnswer: 'tookAnother' }),
      sampleRide({ id: '8', status: 'denied', endReason: 'noCapacity' }),
      sampleRide({ id: '9', status: 'declined', riderAnswer: 'declined' }),
      sampleRide({ id: '10', status: 'lapsed', endReason: 'unanswered' }),
      sampleRide({ id: '11', status: 'offered' }),
      sampleRide({ id: '12', status: 'offered' }),
      // Booked instead of the seventh; never searched for itself.
      sampleRide({ id: '13', status: 'done', bookedAt, insteadOf: '7' }),
    ];
    const counts = countSearches(SAMPLE_DAY, rides, ({ id }) => id === '11');
    expect(counts).toEqual({
      day: SAMPLE_DAY,
      searches: 12,
      booked: 6,
      denied: 2,
      declined: 1,
      abandoned: 2,
      open: 1,
      deniedBy: { noCapacity: 2 },
      answersToDenials: { none: 1, tookAnother: 1 },
      cancelledBy: { riderUnwell: 1 },
      noShows: 1,
      missed: 1,
      neverReady: 1,
    });
  });

  it('a day at the desk with every ending: searches are the sum of what became of them', async () => {
    const valley = await openValley({ people: valleyPeople(8), rules: { outsidePoints: [] } });
    const { booking } = valley;
    const ask = (n: number, given = {}) =>
      booking.request(valleyRequest({ personId: `person-${n}`, ...given }), SYSTEM_ACTOR);
    const offers = async (n: number) => {
      const asked = await ask(n);
      if (!asked.ok) throw new Error(asked.reason.rejection.code);
      return asked.value;
    };
    const take = async (n: number) => {
      const { offers: all } = await offers(n);
      const taken = await booking.accept(all[0]!.id, SYSTEM_ACTOR);
      if (!taken.ok) throw new Error(taken.reason.code);
      return taken.value;
    };
    await take(1);
    await booking.cancel((await take(2)).id, 'riderAsked', SYSTEM_ACTOR);
    await booking.undoBooking((await take(3)).id, SYSTEM_ACTOR);
    await booking.answer((await offers(4)).ride.id, 'declined', SYSTEM_ACTOR);
    await offers(5);
    await ask(6, { to: { kind: 'boardingPoint', id: 'X' } });
    const early = await ask(7, { requested: { kind: 'departAfter', second: 6.5 * 3600 } });
    if (early.ok) throw new Error('offered');
    await booking.accept(early.reason.alternatives[0]!.id, SYSTEM_ACTOR);
    const home = await booking.requestReturn(
      (await take(8)).id,
      { kind: 'willCall', expectedSecond: null },
      SYSTEM_ACTOR,
    );
    if (!home.ok) throw new Error('refused');
    await booking.bookWillCall(home.value.ride.id, SYSTEM_ACTOR);
    await booking.closeDay(VALLEY_DAY);
    const rides = [...(await readValley(valley)).rides.values()];
    const counts = countSearches(VALLEY_DAY, rides, never);
    // Eight people asked, the last one for both ways: nine searches.
    expect(counts).toMatchObject({
      searches: 9,
      booked: 4,
      denied: 2,
      declined: 1,
      abandoned: 2,
      open: 0,
      deniedBy: { outsideServiceArea: 1, outsideServiceHours: 1 },
      answersToDenials: { none: 1, tookAnother: 1 },
      cancelledBy: { riderAsked: 1 },
      neverReady: 1,
    });
    const { booked, denied, declined, abandoned, open } = counts;
    expect(booked + denied + declined + abandoned + open).toBe(counts.searches);
  });
});
