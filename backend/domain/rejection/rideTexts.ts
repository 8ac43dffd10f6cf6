import type { RejectionText } from './rejectionText.ts';

/** Refusals of offers and rides. */
export const RIDE_TEXTS = {
  offerExpired: {
    sentence: { ja: 'ご案内の時刻の期限が切れました。', en: 'The offer has expired.' },
    action: { ja: 'もう一度、時刻をお探しください。', en: 'Search for times again.' },
  },
  offerTaken: {
    sentence: { ja: 'このご案内は、もう使われています。', en: 'The offer has been used already.' },
    action: { ja: '予約の一覧を確かめてください。', en: 'Check the list of rides.' },
  },
  offerNoLongerPossible: {
    sentence: { ja: 'たった今、その席が埋まりました。', en: 'The place has just been taken.' },
    action: { ja: 'もう一度、時刻をお探しください。', en: 'Search for times again.' },
  },
  commandOutOfOrder: {
    sentence: { ja: '今の状態では、その操作はできません。', en: 'That cannot be done in the present state.' },
    action: {
      ja: '画面を見直して、順番どおりに操作してください。',
      en: 'Look at the screen again and follow the order.',
    },
  },
  undoTooLate: {
    sentence: { ja: '元に戻せる10秒を過ぎました。', en: 'The ten seconds for undoing have passed.' },
    action: {
      ja: '取り消すときは一覧から、入れるときはもう一度お願いします。',
      en: 'Cancel it from the list, or enter it again.',
    },
  },
  undoNotPossible: {
    sentence: { ja: 'その席は、もう埋まりました。', en: 'The place has been taken meanwhile.' },
    action: { ja: 'もう一度、時刻をお探しください。', en: 'Search for times again.' },
  },
  rideAlreadyClosed: {
    sentence: { ja: 'この予約は、もう終わっています。', en: 'This ride has ended already.' },
    action: { ja: '一覧を確かめてください。', en: 'Check the list.' },
  },
  rideReplaced: {
    sentence: {
      ja: 'この予約は、もう変えられています。',
      en: 'This ride has been changed already.',
    },
    action: { ja: '変えたあとの予約をご覧ください。', en: 'Look at the ride that stands instead.' },
  },
  rideUnderWay: {
    sentence: { ja: 'もうご乗車中です。', en: 'The rider is on board already.' },
    action: {
      ja: '行き先を変えるときは、配車の係におたずねください。',
      en: 'Ask the dispatcher about another destination.',
    },
  },
  changeNotUndoable: {
    sentence: {
      ja: '元の席は、もう埋まりました。変えたあとの予約は、そのまま残っています。',
      en: 'The old place has been taken. The changed ride still stands.',
    },
    action: {
      ja: 'お客様に、変えたあとの時刻でよいかをおたずねください。',
      en: 'Ask the rider whether the new time will do.',
    },
  },
  staleVersion: {
    sentence: { ja: 'ほかの人が先に変えました。', en: 'Somebody else changed it first.' },
    action: {
      ja: '新しい内容を見てから、もう一度お願いします。',
      en: 'Look at the new state and try again.',
    },
  },
  idempotencyKeyReused: {
    sentence: {
      ja: '同じ送信番号で前に送った内容が、もう届いています。',
      en: 'What was sent before under the same key has arrived already.',
    },
    action: {
      ja: '何が入っているかを見てから、もう一度お送りください。',
      en: 'Look at what is there, then send again.',
    },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
