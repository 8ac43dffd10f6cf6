import type { RejectionText } from './rejectionText.ts';

/** Refusals of accounts and rights. */
export const RIGHTS_TEXTS = {
  signInNeeded: {
    sentence: { ja: 'サインインが必要です。', en: 'You need to sign in.' },
    action: { ja: 'お名前と合言葉を入れてください。', en: 'Enter your name and password.' },
  },
  wrongSignIn: {
    sentence: { ja: 'お名前か合言葉がちがいます。', en: 'Name or password is wrong.' },
    action: { ja: '確かめて、もう一度入れてください。', en: 'Check both and try again.' },
  },
  tooManyAttempts: {
    sentence: { ja: 'まちがいが続いたので、しばらく入れません。', en: 'Too many wrong attempts.' },
    action: {
      ja: '{minutes} 分ほど待って、もう一度お試しください。',
      en: 'Wait about {minutes} minutes and try again.',
    },
  },
  notAllowed: {
    sentence: { ja: 'この操作は、あなたの係ではできません。', en: 'Your role may not do this.' },
    action: { ja: '担当の人にお願いしてください。', en: 'Ask somebody who may.' },
  },
  crossSiteRequest: {
    sentence: {
      ja: 'ほかの画面から送られたので、受けつけませんでした。',
      en: 'The request did not come from our page.',
    },
    action: { ja: '画面を開き直して、もう一度お願いします。', en: 'Open the page again and retry.' },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
