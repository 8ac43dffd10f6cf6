import type { CancelRide } from '../../backend/contract/index.ts';

/** Why a ride was cancelled, in words. */
export const reasonTexts = {
  riderAsked: { ja: 'お客様のご都合', en: 'Rider asked' },
  riderUnwell: { ja: 'お客様の体調', en: 'Rider unwell' },
  weather: { ja: '天候', en: 'Weather' },
  bookedByMistake: { ja: '受付の間違い', en: 'Booked by mistake' },
  clinicChanged: { ja: '医療機関の変更', en: 'Clinic changed it' },
  ourChange: { ja: 'こちらの都合（時刻の変更・車なし）', en: 'Our change (times moved, no vehicle)' },
  other: { ja: 'そのほか', en: 'Other' },
} satisfies Record<CancelRide['reason'], { ja: string; en: string }>;

/** Other words for how a ride ended, where no reason was chosen. */
export const endTexts = {
  changed: { ja: '別の予約に変更', en: 'Changed into another ride' },
};
