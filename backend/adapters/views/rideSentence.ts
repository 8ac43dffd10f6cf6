import type { Ride, RideStatus } from '../../domain/ride/ride.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { spokenTime } from '../../domain/units/spokenTime.ts';
import { spokenDay } from './spokenDay.ts';

/** What stands in the way of reading a promise aloud: the ride has ended, or has none yet. */
const WITHOUT_PROMISE: Readonly<Partial<Record<RideStatus, SpokenText>>> = {
  requested: { ja: 'まだ予約は決まっていません。', en: 'Nothing is booked yet.' },
  offered: { ja: 'まだ予約は決まっていません。', en: 'Nothing is booked yet.' },
  denied: { ja: 'このご希望はお受けできませんでした。', en: 'We could not take this request.' },
  onBoard: { ja: 'いまご乗車中です。', en: 'The rider is on board.' },
  done: { ja: 'ご乗車は終わりました。', en: 'The ride is done.' },
  cancelled: { ja: '予約を取り消しました。', en: 'The booking is cancelled.' },
  noShow: {
    ja: 'お迎えにまいりましたが、お会いできませんでした。',
    en: 'We came, but nobody was there.',
  },
  missed: { ja: '当方の行き違いで、お迎えにまいれませんでした。', en: 'We failed to come.' },
};

/** What was agreed about a ride, to be read aloud. */
export function rideSentence(ride: Ride): SpokenText {
  const plain = WITHOUT_PROMISE[ride.status];
  if (plain) return plain;
  if (ride.promise === null) return { ja: '予約をうけたまわりました。', en: 'Your ride is booked.' };
  if (ride.status === 'vehicleArrived') {
    return { ja: `お迎えの車が${ride.from.name}に着きました。`, en: `The vehicle is at ${ride.from.name}.` };
  }
  const day = spokenDay(ride.day);
  const from = spokenTime(ride.promise.pickup.earliest);
  const until = spokenTime(ride.promise.pickup.latest);
  const arrival = spokenTime(ride.promise.dropoff.latest);
  return {
    ja: `${day.ja}、${from.ja}から${until.ja}の間に、${ride.from.name}へお迎えにまいります。${ride.to.name}には${arrival.ja}までに着きます。`,
    en: `On ${day.en}, we pick you up at ${ride.from.name} between ${from.en} and ${until.en}. You arrive at ${ride.to.name} by ${arrival.en}.`,
  };
}
