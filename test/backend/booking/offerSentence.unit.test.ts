import { expect, it } from 'vitest';
import { offerSentence } from '../../../backend/booking/offerSentence.ts';
import { sampleOffer, sampleRide } from '../../support/sampleRows.ts';

const NINE = 9 * 3600;

it('a ride shorter than its pickup may be late: from when until when one arrives, never before one may be fetched', () => {
  // Fetched from 9:00 to 9:20, 8 minutes' ride: there from 9:08 to 9:28
  const offer = sampleOffer({
    promise: {
      pickup: { earliest: NINE, latest: NINE + 1_200 },
      dropoff: { earliest: NINE, latest: NINE + 3_600 },
    },
    pickupSecond: NINE,
    dropoffSecond: NINE + 480,
  });
  const ride = sampleRide({ requested: { kind: 'departAfter', second: NINE } });
  const { ja, en } = offerSentence(offer, ride);
  expect(ja).toContain('午前9時8分から午前9時28分のあいだに着きます');
  expect(en).toContain('between 9:08 am and 9:28 am');
});
