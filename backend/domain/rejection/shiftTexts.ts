import type { RejectionText } from './rejectionText.ts';

/** Refusals of a driver's end of the shift, and of what is reported after it. */
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
} as const satisfies Readonly<Record<string, RejectionText>>;
