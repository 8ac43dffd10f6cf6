import { offerSentence, rideSentence } from '../../../booking/index.ts';
import { rejectionText } from '../../../domain/rejection/rejectionTexts.ts';
import type { Offer } from '../../../domain/ride/offer.ts';
import type { Ride } from '../../../domain/ride/ride.ts';
import { spokenDay } from '../../../domain/units/spokenDay.ts';
import type { SpokenText } from '../../../domain/units/spokenText.ts';
import type { VoicePlace } from '../../../domain/voice/voiceState.ts';
import {
  acted,
  backToMenu,
  doFirst,
  goTo,
  type Move,
  type PlaceRules,
  type Scene,
  toPerson,
} from '../move.ts';
import { chosenKey, NO, YES } from '../understand.ts';

type Offers = Extract<VoicePlace, { at: 'offers' }>;

/** Somebody else was faster, or it took too long. */
const LOST = ['offerTaken', 'offerExpired', 'offerNoLongerPossible', 'unknownOffer'];

const NO_MORE: SpokenText = {
  ja: 'ほかにご案内できる時刻がありません。',
  en: 'There is no other time that we can offer.',
};

/** Times that we could promise, read aloud one after the other. */
export const offers: PlaceRules<Offers> = {
  ask(place, scene) {
    const { offers: open, index, ride } = findOffers(place, scene);
    // What was to be read may have run out: then the first of those that are left.
    const at = Math.max(0, index);
    const [offer, next] = open.slice(at);
    if (!offer || !ride) return backToMenu(NO_MORE);
    const other = next ? { ja: 'ほかの時刻は2、', en: ' for another time, 2;' } : { ja: '', en: '' };
    return {
      ask: [
        offerSentence(offer, ride),
        {
          ja: `これでよろしければ1、${other.ja}やめるときは9を押してください。`,
          en: `If that suits you, press 1;${other.en} to stop, 9.`,
        },
      ],
      // The yes is to what was read.
      change: { place: { ...place, offerId: offer.id } },
    };
  },
  hear(place, said, scene) {
    const { rideId, offerId } = place;
    const key = chosenKey(said, {
      1: YES,
      2: /^(ほか|他|別|違う(時|の)|ちがう(時|じ|の)|いいえ|other|next|no\b)/i,
      9: NO,
    });
    if (key === undefined) return undefined;
    if (key === '1') return doFirst({ do: 'accept', rideId, offerId });
    const { offers: open, index } = findOffers(place, scene);
    const next = open[index + 1];
    if (key === '2' && next) return goTo({ ...place, offerId: next.id });
    return doFirst({ do: 'decline', rideId });
  },
  done(place, result, scene) {
    if (result.did === 'note')
      return backToMenu({ ja: 'わかりました。予約はしていません。', en: 'Nothing is booked.' });
    if (result.did === 'book') return afterBooking(result.ride, place);
    if (result.did !== 'refuse') return toPerson();
    if (!LOST.includes(result.rejection.code)) return backToMenu(rejectionText(result.rejection).sentence);
    // It is not open any more, or it stands there still and cannot be had: then those after it.
    const { offers: open, index } = findOffers(place, scene);
    const next = open[index + 1];
    const lost = {
      ja: '申し訳ありません。その時刻は、いま埋まってしまいました。',
      en: 'We are sorry, that time has just been taken.',
    };
    return next ? goTo({ ...place, offerId: next.id }, lost) : backToMenu(lost, NO_MORE);
  },
};

function afterBooking(ride: Ride, { wayHome }: Offers): Move {
  const said = bookedWords(ride);
  if (wayHome === null) return acted(said);
  return {
    ...goTo({ at: 'wayHome', rideId: ride.id, wish: wayHome }, said),
    change: { hasActed: true },
  };
}

/** What was booked, with its day: nobody sees a calendar on the telephone. */
export function bookedWords(ride: Ride): SpokenText {
  const [day, booked] = [spokenDay(ride.day), rideSentence(ride)];
  return { ja: `${day.ja}です。${booked.ja}`, en: `${day.en}. ${booked.en}` };
}

/** The open offers of the request, and where the one that is read stands among them; -1 where it has gone. */
function findOffers(
  { rideId, offerId }: Offers,
  { facts }: Scene,
): { readonly offers: readonly Offer[]; readonly index: number; readonly ride: Ride | undefined } {
  const asked = facts.rider?.asked;
  if (asked?.ride.id !== rideId) return { offers: [], index: -1, ride: undefined };
  const index = asked.offers.findIndex(({ id }) => id === offerId);
  return { offers: asked.offers, index, ride: asked.ride };
}
