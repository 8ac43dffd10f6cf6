import type { SpokenText } from '../../../domain/units/spokenText.ts';
import type { VoicePlace } from '../../../domain/voice/voiceState.ts';
import { type CancelAnswer, cancelAnswer } from '../cancelAnswer.ts';
import type { ErrandResult } from '../errand.ts';
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
import { rideName } from '../rideWords.ts';
import { chosenKey } from '../understand.ts';
import { type ComingRide, cancellableRides } from '../voiceFacts.ts';

type At<Kind extends VoicePlace['at']> = Extract<VoicePlace, { at: Kind }>;

const GONE: SpokenText = { ja: 'そのご予約は、もうありません。', en: 'That ride is not booked any more.' };
const KEPT: SpokenText = { ja: '取り消さずに、そのままにします。', en: 'It stays as it is.' };
const NONE_LEFT: SpokenText = { ja: 'ほかにご予約はありません。', en: 'There are no other rides.' };
const CANCELLED: SpokenText = { ja: '取り消しました。', en: 'It is cancelled.' };

/** One ride after the other, until the caller says which. */
export const cancelWhich: PlaceRules<At<'cancelWhich'>> = {
  ask({ rideId }, scene) {
    const { coming } = findCancellable(scene, rideId);
    if (!coming) return backToMenu(GONE);
    const name = rideName(coming.ride, scene.facts.now);
    return {
      ask: [
        {
          ja: `${name.ja}。これを取り消すときは1、つぎのご予約は2、戻るときは9を押してください。`,
          en: `This is ${name.en}. To cancel it, press 1; for the next ride, 2; to go back, 9.`,
        },
      ],
    };
  },
  hear({ rideId }, said, scene) {
    if (chosenKey(said, { 2: /^(つぎ|次|いいえ|違|ちが|next|no\b)/i }) === '2') {
      const { next } = findCancellable(scene, rideId);
      return next ? goTo({ at: 'cancelWhich', rideId: next.ride.id }) : backToMenu(NONE_LEFT);
    }
    return moveOf(cancelAnswer(said), goTo({ at: 'cancelSure', rideId }));
  },
};

/** Nothing is cancelled by one key alone. */
export const cancelSure: PlaceRules<At<'cancelSure'>> = {
  ask({ rideId }, scene) {
    const { coming } = findCancellable(scene, rideId);
    if (!coming) return backToMenu(GONE);
    const name = rideName(coming.ride, scene.facts.now);
    return {
      ask: [
        {
          ja: `${name.ja}を、取り消します。よろしければ1、そのままにするときは2を押してください。`,
          en: `We cancel ${name.en}. If that is right, press 1; to keep it, press 2.`,
        },
      ],
    };
  },
  hear({ rideId }, said) {
    return moveOf(cancelAnswer(said), doFirst({ do: 'cancel', rideId }));
  },
  done(_place, result) {
    if (result.did !== 'cancel') return notCancelled(result);
    const { homeId } = result;
    if (homeId === null) return acted(CANCELLED);
    return { ...goTo({ at: 'cancelHome', rideId: homeId }, CANCELLED), change: { hasActed: true } };
  },
};

/** The way home of a ride that is cancelled, which nobody will need. */
export const cancelHome: PlaceRules<At<'cancelHome'>> = {
  ask({ rideId }, scene) {
    const { coming } = findCancellable(scene, rideId);
    if (!coming) return backToMenu();
    return {
      ask: [
        {
          ja: 'お帰りのご予約も残っています。お帰りも取り消すときは1、残すときは2を押してください。',
          en: 'The way home is still booked. To cancel it too, press 1; to keep it, press 2.',
        },
      ],
    };
  },
  hear({ rideId }, said) {
    return moveOf(cancelAnswer(said), doFirst({ do: 'cancel', rideId }));
  },
  done: (_place, result) => (result.did === 'cancel' ? acted(CANCELLED) : notCancelled(result)),
};

/** What follows on an answer; who keeps the ride is told so. */
function moveOf(answer: CancelAnswer, cancelling: Move): Move | 'unsure' | undefined {
  if (answer === 'cancel') return cancelling;
  return answer === 'keep' ? backToMenu(KEPT) : answer;
}

function notCancelled(result: ErrandResult): Move {
  const { code, details } = result.did === 'refuse' ? result.rejection : { code: null, details: undefined };
  // Cancelled meanwhile, or changed to another ride, which the menu reads.
  if (code === 'rideReplaced' || details?.status === 'cancelled') return acted(GONE);
  return toPerson({
    ja: 'このご予約は、もう動いていますので、係がうけたまわります。',
    en: 'This ride is already under way, so somebody at the desk will help you.',
  });
}

/** Where a ride stands among those that can be cancelled. */
function findCancellable(
  { facts }: Scene,
  rideId: string,
): { readonly coming: ComingRide | undefined; readonly next: ComingRide | undefined } {
  const rides = cancellableRides(facts);
  const index = rides.findIndex(({ ride }) => ride.id === rideId);
  return { coming: rides[index], next: rides[index + 1] };
}
