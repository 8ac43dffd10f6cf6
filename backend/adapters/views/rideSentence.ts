import { rideSentence as bookedSentence } from '../../booking/index.ts';
import type { Ride, RideStatus } from '../../domain/ride/ride.ts';
import { spokenPlace } from '../../domain/ride/spokenPlace.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';

/** States in which there is something else to say than the promise: not booked yet, under way, ended. */
const INSTEAD_OF_PROMISE: Readonly<Partial<Record<RideStatus, SpokenText>>> = {
  requested: { ja: 'まだ予約は決まっていません。', en: 'Nothing is booked yet.' },
  offered: { ja: 'まだ予約は決まっていません。', en: 'Nothing is booked yet.' },
  denied: { ja: 'このご希望はお受けできませんでした。', en: 'We could not take this request.' },
  declined: { ja: 'ご案内の時刻は、お選びになりませんでした。', en: 'None of the times was taken.' },
  lapsed: { ja: 'このご希望は、お返事のないまま終わりました。', en: 'This request ended without an answer.' },
  onBoard: { ja: 'いまご乗車中です。', en: 'The rider is on board.' },
  done: { ja: 'ご乗車は終わりました。', en: 'The ride is done.' },
  cancelled: { ja: '予約を取り消しました。', en: 'The booking is cancelled.' },
  noShow: {
    ja: 'お迎えにまいりましたが、お会いできませんでした。',
    en: 'We came, but nobody was there.',
  },
  missed: { ja: '当方の行き違いで、お迎えにまいれませんでした。', en: 'We failed to come.' },
};

/** What is to be said about a ride now; while a promise stands, booking's own words. */
export function rideSentence(ride: Ride): SpokenText {
  if (ride.status === 'vehicleArrived') {
    return {
      ja: `お迎えの車が${ride.from.name}に着きました。`,
      en: `The vehicle is at ${spokenPlace(ride.from).en}.`,
    };
  }
  return INSTEAD_OF_PROMISE[ride.status] ?? bookedSentence(ride);
}
