import type { RejectionText } from './rejectionText.ts';

/** Refusals of standing orders, call-backs and the waitlist. */
export const STANDING_TEXTS = {
  unknownStandingOrder: {
    sentence: { ja: 'この定期予約は見つかりません。', en: 'This standing order cannot be found.' },
    action: { ja: 'お客様の定期予約を開き直してください。', en: 'Open the rider’s standing orders again.' },
  },
  noWeekdayChosen: {
    sentence: { ja: '曜日が選ばれていません。', en: 'No weekday is chosen.' },
    action: { ja: '曜日をひとつ以上お選びください。', en: 'Choose at least one weekday.' },
  },
  endsBeforeItBegins: {
    sentence: { ja: '終わりの日が始まりの日より前です。', en: 'The last day lies before the first.' },
    action: { ja: '日にちを確かめてください。', en: 'Check the dates.' },
  },
  homewardTooEarly: {
    sentence: {
      ja: 'お帰りの時刻が、行きの時刻より前です。',
      en: 'The way home begins before the way there.',
    },
    action: { ja: 'お帰りの時刻を確かめてください。', en: 'Check the time of the way home.' },
  },
  exceptionHomeTooEarly: {
    sentence: {
      ja: '{day} だけの時刻では、お帰りが行きより前になります。',
      en: 'With the times of {day} alone, the way home begins before the way there.',
    },
    action: {
      ja: 'その日の時刻を直すか、ふだんどおりに戻してください。',
      en: 'Correct the times of that date, or make it as usual again.',
    },
  },
  standingEntryTaken: {
    sentence: {
      ja: 'この日の乗車は、もうほかで予約されました。',
      en: 'This ride was booked elsewhere meanwhile.',
    },
    action: { ja: '一覧を確かめてください。', en: 'Check the list.' },
  },
  unknownCallBack: {
    sentence: { ja: 'この折り返し電話は見つかりません。', en: 'This call cannot be found.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  callBackTaken: {
    sentence: { ja: 'ほかの係が、このお宅に電話しています。', en: 'A colleague is ringing this household.' },
    action: { ja: '次の電話をお選びください。', en: 'Choose the next call.' },
  },
  callBackNotTaken: {
    sentence: { ja: 'この電話は、まだ受け持っていません。', en: 'You have not taken this call.' },
    action: { ja: '先に「電話する」を押してください。', en: 'Press “Ring” first.' },
  },
  callBackClosed: {
    sentence: { ja: 'この電話は、もう済んでいます。', en: 'This call is done already.' },
    action: { ja: '一覧を確かめてください。', en: 'Check the list.' },
  },
  tooFewTries: {
    sentence: { ja: 'まだあきらめるには早い電話です。', en: 'It is too early to give this call up.' },
    action: {
      ja: '{tries}回かけても出ないときに、お選びください。',
      en: 'Choose this after {tries} calls without an answer.',
    },
  },
  nothingToUndo: {
    sentence: { ja: '取り消せる記録がありません。', en: 'There is nothing to take back.' },
    action: { ja: '一覧を確かめてください。', en: 'Check the list.' },
  },
  unknownWaitlistEntry: {
    sentence: { ja: 'この空き待ちは見つかりません。', en: 'This waitlist entry cannot be found.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  waitlistEntryClosed: {
    sentence: { ja: 'この空き待ちは、もう終わっています。', en: 'This waitlist entry is closed.' },
    action: { ja: '一覧を確かめてください。', en: 'Check the list.' },
  },
  requestNotDenied: {
    sentence: {
      ja: 'お断りした希望だけを、空き待ちにできます。',
      en: 'Only a refused request can wait for a place.',
    },
    action: { ja: 'もう一度、時刻をお探しください。', en: 'Search for times again.' },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
