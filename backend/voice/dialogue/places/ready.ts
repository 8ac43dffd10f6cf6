import { rejectionText } from '../../../domain/rejection/rejectionTexts.ts';
import { standingPromise } from '../../../domain/ride/ride.ts';
import { spokenPlace } from '../../../domain/ride/spokenPlace.ts';
import type { SpokenText } from '../../../domain/units/spokenText.ts';
import { spokenWindow } from '../../../domain/units/spokenTime.ts';
import type { VoicePlace } from '../../../domain/voice/voiceState.ts';
import { acted, backToMenu, doFirst, type PlaceRules, toPerson } from '../move.ts';
import { chosenKey, YES_OR_NO } from '../understand.ts';

/** The rider is ready to go home: the soonest vehicle is booked at once, for they stand at the door. */
export const ready: PlaceRules<Extract<VoicePlace, { at: 'ready' }>> = {
  ask({ rideId }, { facts }) {
    const coming = facts.rider?.rides.find(({ ride }) => ride.id === rideId);
    if (coming?.ride.status !== 'willCall') return backToMenu();
    const from = spokenPlace(coming.ride.from);
    return {
      ask: [
        {
          ja: `${from.ja}からのお帰りですね。いまお迎えにまいってよろしければ1、まだのときは2を押してください。`,
          en: `Your way home from ${from.en}. If we may come now, press 1; if not yet, press 2.`,
        },
      ],
    };
  },
  hear({ rideId }, said) {
    const key = chosenKey(said, YES_OR_NO);
    if (key === undefined) return undefined;
    if (key === '1') return doFirst({ do: 'ready', rideId });
    return backToMenu({ ja: 'ご用が済みましたら、お電話ください。', en: 'Ring us when you are ready.' });
  },
  done(_place, result) {
    if (result.did === 'search') return acted(SEARCHING);
    if (result.did === 'refuse') return toPerson(rejectionText(result.rejection).sentence);
    if (result.did !== 'book') return toPerson();
    const { ride } = result;
    const promise = standingPromise(ride);
    if (!promise) return toPerson();
    const [when, from] = [spokenWindow(promise.pickup), spokenPlace(ride.from)];
    return acted({
      ja: `お迎えに、${when.ja}、${from.ja}にまいります。そのままお待ちください。`,
      en: `We come to ${from.en} ${when.en}. Please wait there.`,
    });
  },
};

const SEARCHING: SpokenText = {
  ja: 'いま、すぐに行ける車がありません。探しておりますので、見つかりしだい、こちらからお電話します。',
  en: 'No vehicle can come at once. We go on looking and ring you as soon as there is one.',
};
