import type { SpokenText } from '../../../domain/units/spokenText.ts';
import { serviceDayOf } from '../../../domain/units/time.ts';
import type { VoicePlace } from '../../../domain/voice/voiceState.ts';
import { goTo, type PlaceRules, toPerson } from '../move.ts';
import { rideNews } from '../rideWords.ts';
import { type Choices, chosenKey } from '../understand.ts';
import { type ComingRide, cancellableRides, usualKey, type VoiceFacts } from '../voiceFacts.ts';
import { isToBeTold } from './owed.ts';

/** So many rides are read aloud in one go. */
const MOST_RIDES = 3;

interface MenuItem {
  readonly key: string;
  readonly words: RegExp;
  readonly text: SpokenText;
  /**
   * Where it leads: a place, or rides to be told; undefined where there is nothing of the kind.
   * @param told how many of the coming rides were told
   */
  readonly leadsTo: (
    facts: VoiceFacts,
    told: number,
  ) => VoicePlace | { readonly tell: readonly ComingRide[] } | undefined;
}

/** The same key always means the same; what cannot be had is not read aloud. */
const ITEMS: readonly MenuItem[] = [
  {
    key: '4',
    words: /帰り|終わ|おわ|済ん|すん|準備|ready|home/i,
    text: { ja: 'お帰りの準備ができたかたは4', en: 'if you are ready to go home, 4' },
    leadsTo: (facts) => {
      const ride = waitingHome(facts);
      return ride && { at: 'ready', rideId: ride.ride.id };
    },
  },
  {
    key: '2',
    words: /取り?消|とりけ|キャンセル|やめ|cancel/i,
    text: { ja: '取り消しは2', en: 'to cancel, 2' },
    leadsTo: (facts) => {
      const [first, ...others] = cancellableRides(facts);
      if (!first) return undefined;
      return { at: others.length === 0 ? 'cancelSure' : 'cancelWhich', rideId: first.ride.id };
    },
  },
  {
    key: '3',
    words: /いつも|予約し|予約を?(お願い|取)|book|usual/i,
    text: { ja: 'いつものお出かけのご予約は3', en: 'to book your usual ride, 3' },
    leadsTo: ({ rider }) => {
      const [first] = rider?.usual ?? [];
      return first && { at: 'usual', key: usualKey(first) };
    },
  },
  {
    key: '1',
    words: /いつ(?!も)|どこ|何時|なんじ|何分|聞|確認|where|when|hear/i,
    text: { ja: 'ご予約をもう一度聞くときは1', en: 'to hear your rides again, 1' },
    leadsTo: (facts) => {
      const tell = nextRides(facts);
      return tell.length > 0 ? { tell } : undefined;
    },
  },
  {
    key: '5',
    words: /ほか|他の|そのあと|つづき|続き|後の|other|later|more/i,
    text: { ja: 'そのあとのご予約を聞くときは5', en: 'to hear later rides, 5' },
    leadsTo: ({ rider }, told) => {
      const tell = rider?.rides.slice(told, told + MOST_RIDES) ?? [];
      return tell.length > 0 ? { tell } : undefined;
    },
  },
];

const CHOICES: Choices = Object.fromEntries(ITEMS.map(({ key, words }) => [key, words]));

/** What can be done now. */
export const menu: PlaceRules<Extract<VoicePlace, { at: 'menu' }>> = {
  ask(_place, { state, facts }) {
    const owed = facts.rider?.owed.find(({ call }) => isToBeTold(call, state));
    if (owed) return goTo({ at: 'owed', callBackId: owed.call.id });
    const first = state.heardRides > 0 ? [] : nextRides(facts);
    const heardRides = state.heardRides || first.length;
    const items = ITEMS.filter(({ leadsTo }) => leadsTo(facts, heardRides) !== undefined).sort(
      firstThingsFirst,
    );
    const news = state.heardRides > 0 || state.hasActed ? [] : firstNews(facts, first);
    if (items.length === 0 && facts.office.isOpen && !state.hasActed) return toPerson(...news, NEW_BOOKING);
    return {
      ask: [...news, menuWords(items, state.hasActed)],
      change: { heardRides },
      listen: { firstSeconds: 10 },
    };
  },
  hear(_place, said, { state, facts }) {
    const key = chosenKey(said, CHOICES);
    const led = ITEMS.find((item) => item.key === key)?.leadsTo(facts, state.heardRides);
    if (led === undefined) return undefined;
    if (!('tell' in led)) return goTo(led);
    const heardRides = key === '5' ? state.heardRides + led.tell.length : state.heardRides;
    const say = led.tell.map((coming) => rideNews(coming, facts.now));
    return { say, change: { hasActed: true, heardRides }, next: { go: { at: 'menu' } } };
  },
};

const PERSON_KEY: SpokenText = { ja: '係と話すときは0', en: 'to talk to somebody, 0' };
const NEW_BOOKING: SpokenText = {
  ja: '新しいご予約は、係がうけたまわります。',
  en: 'Somebody at the desk takes new bookings.',
};

/** Who stands at the hospital's door wants to hear of the way home first. */
function firstThingsFirst(a: MenuItem, b: MenuItem): number {
  const rank = ({ key }: MenuItem) => (key === '4' ? '0' : key);
  return rank(a) < rank(b) ? -1 : 1;
}

function menuWords(items: readonly MenuItem[], hasActed: boolean): SpokenText {
  const end = hasActed
    ? { ja: 'お済みでしたら、このままお切りください。ほかに、', en: 'If that was all, just hang up. ' }
    : { ja: '', en: '' };
  const keys = [...items.map(({ text }) => text), PERSON_KEY];
  return {
    ja: `${end.ja}${keys.map(({ ja }) => ja).join('。')}を押してください。`,
    en: `${end.en}Press: ${keys.map(({ en }) => en).join('; ')}.`,
  };
}

/** The rides of the next day on which there is one. */
function nextRides({ rider }: VoiceFacts): readonly ComingRide[] {
  const rides = rider?.rides ?? [];
  return rides.filter(({ ride }) => ride.day === rides[0]?.ride.day).slice(0, MOST_RIDES);
}

/** What most people ring for, before they have to ask. */
function firstNews({ rider, now }: VoiceFacts, first: readonly ComingRide[]): readonly SpokenText[] {
  if (first.length === 0) return [{ ja: 'ご予約は入っていません。', en: 'You have no ride booked.' }];
  const more = (rider?.rides.length ?? 0) - first.length;
  const told = first.map((coming) => rideNews(coming, now));
  if (more === 0) return told;
  return [
    ...told,
    { ja: `そのあとに、${more}件のご予約があります。`, en: `There are ${more} more after that.` },
  ];
}

/** The way home of today for which the rider was to ring. */
function waitingHome({ rider, now }: VoiceFacts): ComingRide | undefined {
  const today = serviceDayOf(now);
  return rider?.rides.find(({ ride }) => ride.status === 'willCall' && ride.day === today);
}
