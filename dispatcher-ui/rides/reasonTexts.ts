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
  // the rider or the vehicle was not there
  notThere: { ja: 'お迎え場所にお見えにならない', en: 'Not at the pickup place' },
  vehicleLate: { ja: '車の遅れ', en: 'Vehicle late' },
  vehicleBrokenDown: { ja: '車の故障', en: 'Vehicle broken down' },
  wrongPlace: { ja: 'お迎え場所の間違い', en: 'Wrong place' },
  roadClosed: { ja: '通行止め', en: 'Road closed' },
  // it came to nothing by itself
  unanswered: { ja: 'ご案内にお返事なし', en: 'Offers not answered' },
  neverReady: { ja: 'お帰りの連絡なし', en: 'Never rang for the way home' },
  // the service's rules
  outsideServiceArea: { ja: '運行区域の外', en: 'Outside the service area' },
  outsideServiceHours: { ja: '運行時間の外', en: 'Outside service hours' },
  closedDay: { ja: '運休日', en: 'No service on that day' },
  tooLateToBook: { ja: '締め切りのあと', en: 'Too late to book' },
  tooEarlyToBook: { ja: '受付が始まる前', en: 'Too early to book' },
  notEligible: { ja: '利用の条件に合わない', en: 'Not eligible' },
  overlappingRide: { ja: 'ほかの予約と時刻が重なる', en: 'Overlaps another ride' },
  duplicateRide: { ja: '同じ予約がすでにある', en: 'Booked already' },
  arrivalTooSoon: { ja: '着きたい時刻に間に合わない', en: 'Cannot arrive in time' },
  // the plan
  noVehicleOnDuty: { ja: 'その時刻に走る車がない', en: 'No vehicle on duty' },
  noVehicleWithEquipment: { ja: '必要な設備の車がない', en: 'No vehicle with the equipment' },
  noProviderAllowed: { ja: '走れる運行会社がない', en: 'No provider may drive it' },
  noRoad: { ja: '車で行ける道がない', en: 'No road leads there' },
  noCapacity: { ja: '満席', en: 'All places taken' },
  noTimeLeft: { ja: 'お迎えに行ける車がない', en: 'No vehicle can come in time' },
  rideWouldBeTooLong: { ja: '乗る時間が長すぎる', en: 'Ride would be too long' },
  wouldBreakPromises: { ja: 'ほかのお客様とのお約束', en: 'Promises to other riders' },
  driversNeedTheirBreaks: { ja: '運転手の休憩・休息', en: 'Breaks and rest of the drivers' },
  noFeasibleInsertion: { ja: 'お迎えに行ける車がない', en: 'No vehicle can take it' },
  reasonUnproved: { ja: 'お迎えに行ける車が見つからない', en: 'No vehicle was found' },
} as const;

/** Which words say how a ride ended; null: none do, and a code is nothing to show. */
export function endWord(endReason: string | null): keyof typeof reasonTexts | keyof typeof endTexts | null {
  if (endReason === null) return null;
  return endReason in reasonTexts || endReason in endTexts ? (endReason as keyof typeof endTexts) : null;
}
