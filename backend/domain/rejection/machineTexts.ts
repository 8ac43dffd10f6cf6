import type { RejectionText } from './rejectionText.ts';

/** Refusals that the machine makes by itself. */
export const MACHINE_TEXTS = {
  notFound: {
    sentence: { ja: 'お探しのものが見つかりません。', en: 'There is nothing here.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  },
  bodyTooLarge: {
    sentence: { ja: '送られた内容が大きすぎます。', en: 'The request is too large.' },
    action: { ja: '短くして、もう一度お送りください。', en: 'Make it shorter and send it again.' },
  },
  busyTryAgain: {
    sentence: { ja: 'ただいま混み合っています。', en: 'The system is busy.' },
    action: { ja: '少し待って、もう一度お願いします。', en: 'Wait a moment and try again.' },
  },
  internalFault: {
    sentence: {
      ja: 'こちらの不具合で、できませんでした。入力した内容は残っています。',
      en: 'Something went wrong on our side. What you typed is kept.',
    },
    action: {
      ja: 'もう一度お試しください。続くときは担当に電話してください。',
      en: 'Try again; if it goes on, call support.',
    },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
