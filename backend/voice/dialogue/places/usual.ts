import { rejectionText } from '../../../domain/rejection/rejectionTexts.ts';
import { spokenTime } from '../../../domain/units/spokenTime.ts';
import type { VoicePlace, VoiceWayHome } from '../../../domain/voice/voiceState.ts';
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
import { usualWords } from '../rideWords.ts';
import { chosenKey, YES_OR_NO } from '../understand.ts';
import { usualKey } from '../voiceFacts.ts';
import { bookedWords } from './offers.ts';

type At<Kind extends VoicePlace['at']> = Extract<VoicePlace, { at: Kind }>;

/** The rides of the household card, one after the other. */
export const usual: PlaceRules<At<'usual'>> = {
  ask(place, scene) {
    const { one, next } = findUsual(place, scene);
    if (!one) {
      return backToMenu({ ja: 'そのお出かけは、もう予約されています。', en: 'That ride is booked already.' });
    }
    const words = usualWords(one, scene.facts.now);
    const other = next ? { ja: 'ほかのお出かけは2、', en: ' for another ride, 2;' } : { ja: '', en: '' };
    return {
      ask: [
        {
          ja: `${words.ja}。この時刻をお探しするときは1、${other.ja}やめるときは9を押してください。`,
          en: `Your usual ride: ${words.en}. To look for a time, press 1;${other.en} to stop, 9.`,
        },
      ],
    };
  },
  hear(place, said, scene) {
    const { one, next } = findUsual(place, scene);
    const key = chosenKey(said, YES_OR_NO);
    if (key === undefined || !one) return undefined;
    if (key === '1') return doFirst({ do: 'request', usual: one });
    if (next) return goTo({ at: 'usual', key: usualKey(next) });
    return backToMenu({ ja: 'ほかのいつものお出かけはありません。', en: 'There is no other usual ride.' });
  },
  done: (place, result, scene) => afterRequest(result, findUsual(place, scene).one?.wayHome ?? null),
};

function findUsual({ key }: At<'usual'>, { facts }: Scene) {
  const rides = facts.rider?.usual ?? [];
  const index = rides.findIndex((each) => usualKey(each) === key);
  return { one: rides[index], next: rides[index + 1] };
}

/** The way back of what was booked just now. */
export const wayHome: PlaceRules<At<'wayHome'>> = {
  ask: ({ wish }) => ({ ask: [wayHomeQuestion(wish)] }),
  hear({ rideId, wish }, said) {
    const key = chosenKey(said, YES_OR_NO);
    if (key === undefined) return undefined;
    return key === '1' ? doFirst({ do: 'requestReturn', rideId, wish }) : backToMenu();
  },
  done: (_place, result) =>
    result.did === 'book' ? acted(bookedWords(result.ride)) : afterRequest(result, null),
};

function wayHomeQuestion(wish: VoiceWayHome) {
  const keys = { ja: 'はいは1、いいえは2を押してください。', en: 'For yes press 1, for no 2.' };
  if (wish.kind === 'willCall') {
    return {
      ja: `お帰りは、ご用が済んだらお電話をいただく形で、お取りしますか。${keys.ja}`,
      en: `Shall we book the way home, so that you ring us when you are ready? ${keys.en}`,
    };
  }
  const time = spokenTime(wish.second);
  const isArrival = wish.kind === 'arriveBy';
  return {
    ja: `お帰りも、いつものように、${time.ja}${isArrival ? 'までに着くように' : 'ごろ'}、お探ししますか。${keys.ja}`,
    en: `Shall we look for the way home, too, ${isArrival ? 'to be there by' : 'at about'} ${time.en}? ${keys.en}`,
  };
}

/** Offers to be read aloud, alternatives after a reason, or the reason alone. */
function afterRequest(result: ErrandResult, home: VoiceWayHome | null): Move {
  if (result.did === 'refuse') return backToMenu(rejectionText(result.rejection).sentence);
  if (result.did !== 'offer') return toPerson();
  const [first] = result.offers;
  const reason = result.instead ? [rejectionText(result.instead).sentence] : [];
  if (!first) return backToMenu(...reason);
  const lead = result.instead
    ? [{ ja: 'かわりに、つぎの時刻でしたら、ご案内できます。', en: 'Instead we can offer this.' }]
    : [];
  const place = { at: 'offers', rideId: result.ride.id, offerId: first.id, wayHome: home } as const;
  return goTo(place, ...reason, ...lead);
}
