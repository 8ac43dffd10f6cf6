import type { RejectionText } from './rejectionText.ts';

/** Refusals of moving a ride to another vehicle by hand. */
export const MOVE_TEXTS = {
  vehicleOnItsWay: {
    sentence: {
      ja: '車は、もうお迎えに向かっています。',
      en: 'The vehicle is on its way to the rider already.',
    },
    action: {
      ja: '車を変えるときは、乗務員に電話してください。',
      en: 'Ring the driver to have it done otherwise.',
    },
  },
  nothingToMove: {
    sentence: { ja: 'この乗車は、別の車に移せません。', en: 'This ride cannot be moved to another vehicle.' },
    action: {
      ja: 'お約束の時刻がある、これからの乗車を選んでください。',
      en: 'Choose a ride that is to come and has promised times.',
    },
  },
  rideMovedMeanwhile: {
    sentence: {
      ja: 'この乗車は、ほかの人が先に別の車へ移しました。',
      en: 'Somebody else has moved this ride to another vehicle first.',
    },
    action: {
      ja: '今の車を見てから、もう一度お選びください。',
      en: 'Look at the vehicle it has now, then choose again.',
    },
  },
  moveNotPossible: {
    sentence: { ja: 'この車では、もうお乗せできません。', en: 'That vehicle can no longer take the ride.' },
    action: { ja: '一覧を新しくして、お選びください。', en: 'Look at the list anew and choose again.' },
  },
  moveBreaksMore: {
    sentence: {
      ja: '見ていた間に予定が変わり、守れないお約束が増えました。まだ移していません。',
      en: 'The plan has changed meanwhile, and more promises would break now. Nothing has been moved.',
    },
    action: { ja: '一覧を新しくして、お選びください。', en: 'Look at the list anew and choose again.' },
  },
  moveNotUndoable: {
    sentence: {
      ja: '元の車では、お約束どおりにお乗せできなくなりました。今の車のままです。',
      en: 'The vehicle it came from can no longer carry it as promised. It stays where it is.',
    },
    action: {
      ja: '「別の車へ」から、車をお選びください。',
      en: 'Choose a vehicle by "Move to another vehicle".',
    },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
