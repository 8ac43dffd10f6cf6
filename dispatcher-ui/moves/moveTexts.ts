import type { BlockedMoves } from '../store/moveChoice.ts';

/** Why a vehicle cannot take a ride, for whoever plans the day. */
export const obstacleTexts = {
  noRoad: { ja: '行ける道がありません', en: 'no road leads there' },
  noVehicleWithSkill: {
    ja: '必要な設備（リフトなど）がありません',
    en: 'lacks the equipment (a lift, say)',
  },
  noOperatorAllowed: {
    ja: 'この運行を受け持たない会社の車です',
    en: 'of a company that does not run this service',
  },
  noVehicleOnDuty: { ja: 'その時刻は走っていません', en: 'not on duty then' },
  noCapacity: { ja: 'その時刻の席（車いす席）が足りません', en: 'no place (for a wheelchair) left then' },
  pairsApart: {
    ja: '離す登録のある方と一緒になります',
    en: 'would meet somebody they are kept apart from',
  },
  breaksAndLimits: {
    ja: '運転手の休憩・休息か、4時間・1日の時間の決まりに反します',
    en: 'against the driver’s breaks, rest, four hours or day',
  },
  maxRide: { ja: '乗っている時間が、1時間以上のびます', en: 'the ride would take over an hour longer' },
  pickupWindow: { ja: 'お迎えが1時間以上遅れます', en: 'the pickup would be over an hour late' },
  dropoffWindow: { ja: 'お降りが1時間以上遅れます', en: 'the dropoff would be over an hour late' },
  otherPromises: {
    ja: 'ほかのお客様が1時間以上遅れます',
    en: 'other riders would be over an hour late',
  },
  severalRules: { ja: 'いくつもの決まりに反します', en: 'against several rules at once' },
  notTimed: {
    ja: '今の予定がもう守れていません',
    en: 'cannot keep its own plan any more',
  },
  notTried: { ja: '時間内に調べられませんでした', en: 'there was no time to find out' },
} satisfies Record<BlockedMoves['why'], { ja: string; en: string }>;
