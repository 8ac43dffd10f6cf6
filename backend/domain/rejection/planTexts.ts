import type { RejectionText } from './rejectionText.ts';

/** Refusals that the plan leaves no room for. */
export const PLAN_TEXTS = {
  noVehicleOnDuty: {
    sentence: { ja: 'その時刻に走っている車がありません。', en: 'No vehicle is on duty at that time.' },
    action: { ja: 'ほかの時刻をお探しください。', en: 'Look for another time.' },
  },
  noVehicleWithEquipment: {
    sentence: {
      ja: '必要な設備のある車が、その時刻にありません。',
      en: 'No vehicle with the needed equipment is free then.',
    },
    action: {
      ja: '時刻を変えるか、介護タクシーをご案内ください。',
      en: 'Change the time, or suggest a care taxi.',
    },
  },
  noProviderAllowed: {
    sentence: {
      ja: 'その区間を走れる運行会社がありません。',
      en: 'No provider may carry riders between these places.',
    },
    action: { ja: '町の担当にお確かめください。', en: 'Ask the transport desk of the town.' },
  },
  noRoad: {
    sentence: { ja: '車で行ける道が見つかりません。', en: 'No road leads there.' },
    action: { ja: '近くの乗り場をお選びください。', en: 'Choose another boarding point nearby.' },
  },
  noCapacity: {
    sentence: { ja: 'その時刻の席がいっぱいです。', en: 'All places are taken at that time.' },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  noTimeLeft: {
    sentence: { ja: 'その時刻には、お迎えに行ける車がありません。', en: 'No vehicle can come in time.' },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  rideWouldBeTooLong: {
    sentence: { ja: '乗っている時間が長くなりすぎます。', en: 'The ride would take too long.' },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  wouldBreakPromises: {
    sentence: {
      ja: 'ほかのお客様とのお約束が守れなくなります。',
      en: 'Promises to other riders would be broken.',
    },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  driversNeedTheirBreaks: {
    sentence: {
      ja: '運転手の休憩か、前の勤務からの休息にかかります。',
      en: 'The drivers’ breaks, or their rest since the last duty, stand in the way.',
    },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  noFeasibleInsertion: {
    sentence: {
      ja: 'その時刻には、お迎えに行ける車がありません。',
      en: 'No vehicle can take this ride at that time.',
    },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  reasonUnproved: {
    sentence: {
      ja: 'その時刻にお迎えに行ける車が見つかりませんでした。',
      en: 'No vehicle was found for this ride at that time.',
    },
    action: {
      ja: '混み合っていて、理由までは確かめられませんでした。前後の時刻をお探しください。',
      en: 'There was no time to find out why. Look for an earlier or later time.',
    },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
