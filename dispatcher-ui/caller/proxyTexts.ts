import type { ProxyKindName, ProxyView, RideView } from '../../backend/contract/index.ts';

/** Words about those who act for a rider. */
export const proxyTexts = {
  family: { ja: 'ご家族', en: 'Family' },
  careManager: { ja: 'ケアマネ', en: 'Care manager' },
  clinic: { ja: '医療機関', en: 'Clinic' },
  townOffice: { ja: '役場', en: 'Town office' },
  self: { ja: 'ご本人', en: 'The rider' },
  book: { ja: '予約', en: 'Book' },
  cancel: { ja: '取り消し', en: 'Cancel rides' },
  seeRides: { ja: '予約のようすを見る', en: 'See rides' },
  person: { ja: (name: string) => `${name} 様`, en: (name: string) => name },
  bookedBy: {
    ja: (who: string) => `${who}が予約`,
    en: (who: string) => `booked by ${who}`,
  },
};

export const PROXY_KINDS: readonly ProxyKindName[] = ['family', 'careManager', 'clinic', 'townOffice'];

/** 娘 物江 美咲: what the person is to the rider, and the name. */
export function proxyLabel(
  proxy: Pick<ProxyView, 'kind' | 'name' | 'relation'>,
  words: Readonly<Record<ProxyKindName, string>>,
): string {
  return `${proxy.relation ?? words[proxy.kind]} ${proxy.name}`;
}

/** Who booked the ride for the rider; empty where the rider did. */
export function bookerLabel(
  { bookedBy }: Pick<RideView, 'bookedBy'>,
  words: Readonly<Record<ProxyKindName, string>> &
    Readonly<Record<'bookedBy' | 'person', (who: string) => string>>,
): string {
  if (!bookedBy) return '';
  const { kind, name } = bookedBy;
  // An office's name says what it is, and is not a person's.
  const isOffice = kind === 'clinic' || kind === 'townOffice';
  return words.bookedBy(isOffice ? name : words.person(`${words[kind]} ${name}`));
}
