import type { RejectionText } from './rejectionText.ts';

/** Refusals of the service's rules. */
export const SERVICE_TEXTS = {
  outsideServiceArea: {
    sentence: { ja: 'その区間を走る運行がありません。', en: 'No service runs between these two places.' },
    action: {
      ja: '区域の中の乗り場か、区域外でも行ける病院をお選びください。',
      en: 'Choose places inside the service area, or a hospital it reaches.',
    },
  },
  outsideServiceHours: {
    sentence: { ja: 'その時刻は運行時間の外です。', en: 'That time is outside the hours of service.' },
    action: {
      ja: '運行は {from} から {to} までです。この間でお選びください。',
      en: 'The service runs from {from} to {to}. Choose a time in between.',
    },
  },
  closedDay: {
    sentence: { ja: 'その日は運行がお休みです。', en: 'There is no service on that day.' },
    action: { ja: 'ほかの日をお選びください。', en: 'Choose another day.' },
  },
  tooLateToBook: {
    sentence: { ja: 'その便の受付は終わりました。', en: 'Booking for that time has closed.' },
    action: {
      ja: '{until} より後の時刻か、ほかの日をお選びください。',
      en: 'Choose a time after {until}, or another day.',
    },
  },
  tooEarlyToBook: {
    sentence: { ja: 'その日の予約はまだ始まっていません。', en: 'Booking for that day is not open yet.' },
    action: { ja: '予約は {days} 日前からです。', en: 'Booking opens {days} days ahead.' },
  },
  notEligible: {
    sentence: {
      ja: 'このお客様は、この運行をお使いになれません。{ruleJa}',
      en: 'This rider may not use this service. {ruleEn}',
    },
    withoutDetails: {
      ja: 'このお客様は、この運行をお使いになれません。',
      en: 'This rider may not use this service.',
    },
    action: {
      ja: '町の窓口にお確かめください。ほかの運行もご案内できます。',
      en: 'Ask the town office; another service may be open.',
    },
  },
  overlappingRide: {
    sentence: { ja: '同じ時間に、もうご予約があります。', en: 'The rider already has a ride at that time.' },
    action: {
      ja: '{time} のご予約を確かめ、変えるか取り消してからお取りください。',
      en: 'Check the ride at {time}; change or cancel it first.',
    },
  },
  duplicateRide: {
    sentence: {
      ja: '同じ行き先のご予約が、もう {time} にあります。',
      en: 'The same ride is booked already, at {time}.',
    },
    withoutDetails: {
      ja: '同じ行き先のご予約が、もうあります。',
      en: 'The same ride is booked already.',
    },
    action: {
      ja: 'このご予約でよければ、そのままで結構です。変えるときは、先に取り消してください。',
      en: 'If it is the one meant, nothing is to be done. To change it, cancel it first.',
    },
  },
  returnBeforeOutbound: {
    sentence: {
      ja: 'お帰りの時刻が、行きの着く時刻（{time}）より前です。',
      en: 'The return would begin before the outbound ride arrives ({time}).',
    },
    withoutDetails: {
      ja: 'お帰りの時刻が、行きの着く時刻より前です。',
      en: 'The return would begin before the outbound ride arrives.',
    },
    action: { ja: '{time} より後の時刻をお選びください。', en: 'Choose a time after {time}.' },
  },
  returnExists: {
    sentence: { ja: 'お帰りは、もうご予約があります。', en: 'The return is booked already.' },
    action: {
      ja: '今のお帰りを確かめ、変えるときは先に取り消してください。',
      en: 'Check the return; to change it, cancel it first.',
    },
  },
  noWillCall: {
    sentence: {
      ja: '帰りの連絡待ちのご予約がありません。',
      en: 'No way home is waiting for this rider’s call.',
    },
    action: { ja: 'お帰りを、時刻を決めてお取りください。', en: 'Book the way home with a time.' },
  },
  outboundNotBegun: {
    sentence: {
      ja: '行きの乗車がまだ始まっていません（{time}に着く予定です）。',
      en: 'The ride there has not begun yet (due there at {time}).',
    },
    withoutDetails: {
      ja: '行きの乗車がまだ始まっていません。',
      en: 'The ride there has not begun yet.',
    },
    action: {
      ja: '行き先に着いて、ご用が済んでからお知らせください。',
      en: 'Tell us once the rider is there and ready.',
    },
  },
  arrivalTooSoon: {
    sentence: { ja: '今からでは、その時刻に間に合いません。', en: 'It is too late to arrive by that time.' },
    action: { ja: 'もっと遅い時刻をお選びください。', en: 'Choose a later time.' },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
