import type { RejectionText } from './rejectionText.ts';

/** Refusals of the end of a shift, by its driver or the desk, of taking it back, and of what is reported after it. */
export const SHIFT_TEXTS = {
  shiftEnded: {
    sentence: {
      ja: 'この便は、もう業務終了になっています。',
      en: 'This shift has been ended already.',
    },
    action: {
      ja: '続けるときは、業務終了を取り消してください。',
      en: 'To go on, take the end of the shift back.',
    },
  },
  ridersAboard: {
    sentence: {
      ja: 'まだ業務を終えられません。お乗りの方がいます（{count}件）。',
      en: 'The shift cannot be ended yet: somebody is aboard ({count}).',
    },
    action: {
      ja: '降りた記録をしてから、もう一度お願いします。',
      en: 'Record that they have got out, then end it again.',
    },
  },
  ridesStillAssigned: {
    sentence: {
      ja: 'まだ業務を終えられません。お迎えの予定が残っています（{count}件）。',
      en: 'The shift cannot be ended yet: riders are still to be fetched ({count}).',
    },
    action: {
      ja: '事務所に電話して、ほかの車に移してもらってから、もう一度お願いします。',
      en: 'Call the office to have them moved to other vehicles, then end it again.',
    },
  },
  driverHasRidersAboard: {
    sentence: {
      ja: 'まだ業務終了にできません。この車にお乗りの方がいます（{count}件）。',
      en: 'The shift cannot be ended yet: somebody is aboard ({count}).',
    },
    action: {
      ja: '降りた記録を、運転手にお願いしてください。端末が使えないときは、電話で聞いて、この便の枠から代わりに記録できます。',
      en: 'Ask the driver to record that they have got out; without a device, record it for the driver on the card of the shift.',
    },
  },
  driverHasRidesLeft: {
    sentence: {
      ja: 'まだ業務終了にできません。お迎えの予定が残っています（{count}件）。',
      en: 'The shift cannot be ended yet: riders are still to be fetched ({count}).',
    },
    action: {
      ja: '先に、その方を「別の車へ」移してください。',
      en: 'Move them to other vehicles first.',
    },
  },
  reportedAlready: {
    sentence: {
      ja: 'それは、もう記録されています。',
      en: 'That has been reported already.',
    },
    action: {
      ja: '画面で、次の記録を確かめてください。',
      en: 'See on the screen what comes next.',
    },
  },
  shiftNotEnded: {
    sentence: {
      ja: 'この便は、業務終了になっていません。',
      en: 'This shift has not been ended.',
    },
    action: {
      ja: 'そのまま続けられます。',
      en: 'It can simply go on.',
    },
  },
  shiftHoursOver: {
    sentence: {
      ja: '便の時間が過ぎたので、業務終了は元に戻せません。',
      en: 'The hours of the shift are over, so its end cannot be taken back.',
    },
    action: {
      ja: 'まだお送りする方がいるときは、別の車を手配してください。',
      en: 'Whoever is still to be carried needs another vehicle.',
    },
  },
  shiftNotToday: {
    sentence: {
      ja: 'きょうの便ではありません。',
      en: 'This is not a shift of today.',
    },
    action: {
      ja: '代わりに記録や業務終了ができるのは、その日の便だけです。',
      en: 'A shift is reported for and ended on its own day.',
    },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
