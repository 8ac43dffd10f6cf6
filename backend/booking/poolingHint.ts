import type { Offer } from '../domain/ride/offer.ts';
import type { RequestedTime } from '../domain/ride/ride.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';
import { spokenCompany } from './offerSentence.ts';

/** Another time that shares, where the first one offered does not. */
export interface PoolingHint {
  readonly offerId: string;
  readonly sentence: SpokenText;
}

/**
 * Says how much later (or earlier) the rider would share: `20分あとなら、おふたりと相乗りになります。` Nothing where
 * the first offer is shared, or none is.
 */
export function poolingHint(offers: readonly Offer[], requested: RequestedTime): PoolingHint | undefined {
  const [first] = offers;
  if (!first || first.sharedWith > 0) return undefined;
  const pooled = offers.find(({ sharedWith }) => sharedWith > 0);
  if (!pooled) return undefined;
  const timeOf = (offer: Offer) => (requested.kind === 'arriveBy' ? offer.dropoffSecond : offer.pickupSecond);
  const minutes = Math.round((timeOf(pooled) - timeOf(first)) / 60);
  const company = spokenCompany(pooled);
  const saves = pooled.usesRunningVehicle && !first.usesRunningVehicle;
  const when = spokenShift(minutes);
  return {
    offerId: pooled.id,
    sentence: {
      ja: `${when.ja}なら、${company.ja}と相乗りになります。${saves ? '車が1台あきます。' : ''}`,
      en: `${when.en} you would share with ${company.en}.${saves ? ' That leaves one vehicle free.' : ''}`,
    },
  };
}

function spokenShift(minutes: number): SpokenText {
  if (Math.abs(minutes) < 1) return { ja: '同じ時刻', en: 'At the same time' };
  const count = Math.abs(minutes);
  return minutes > 0
    ? { ja: `${count}分あと`, en: `${count} minutes later` }
    : { ja: `${count}分早く`, en: `${count} minutes earlier` };
}
