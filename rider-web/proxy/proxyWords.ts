/** Texts for those who act for somebody else. Readings stand as `[漢字|かんじ]`. */
export const proxyTexts = {
  heading: { ja: '[代|か]わりにする[予約|よやく]', en: 'Booking for others' },
  forWhom: { ja: 'どなたの[予約|よやく]ですか', en: 'For whom?' },
  bookFor: {
    ja: (name: string) => `${name} [様|さま]の[予約|よやく]をする`,
    en: (name: string) => `Book for ${name}`,
  },
  myself: { ja: 'じぶんの[予約|よやく]', en: 'Myself' },
  others: { ja: 'ほかの[方|かた]の[予約|よやく]をする', en: 'Book for somebody else' },
  actingFor: {
    ja: (name: string) => `${name} [様|さま]の[予約|よやく]`,
    en: (name: string) => `For ${name}`,
  },
  another: { ja: 'ほかの[方|かた]に[変|か]える', en: 'Change' },
  back: { ja: '[戻|もど]る', en: 'Back' },
  book: { ja: '[予約|よやく]', en: 'book' },
  cancel: { ja: '[取|と]り[消|け]し', en: 'cancel' },
  seeRides: { ja: '[予約|よやく]を[見|み]る', en: 'see rides' },
  may: {
    ja: (acts: readonly string[]) => `できること：${acts.join('、')}`,
    en: (acts: readonly string[]) => `You may ${acts.join(', ')}`,
  },
  theyMay: {
    ja: (acts: readonly string[]) => `できること：${acts.join('、')}`,
    en: (acts: readonly string[]) => `May ${acts.join(', ')}`,
  },
  nobody: {
    ja: 'いま、[予約|よやく]を[任|まか]されている[方|かた]がいません。お[電話|でんわ]でお[確|たし]かめください。',
    en: 'Nobody has left bookings to you at the moment. Please call us.',
  },
  find: { ja: 'お[名前|なまえ]でさがす', en: 'Find by name' },
  findHint: { ja: 'ひらがなでもさがせます。', en: 'Name or reading.' },
  noneFound: {
    ja: '[見|み]つかりません。[任|まか]されている[方|かた]だけをさがします。',
    en: 'Nobody found. Only people who have left bookings to you are searched.',
  },
  ended: {
    ja: 'この[方|かた]の[予約|よやく]は、もうお[任|まか]せいただいていません。お[電話|でんわ]でお[確|たし]かめください。',
    en: 'This person’s bookings are not left to you any more. Please call us.',
  },
  ownOnly: {
    ja: 'ここには、あなたが[予約|よやく]した[乗車|じょうしゃ]だけが[出|で]ます。',
    en: 'Only the rides you booked yourself are shown here.',
  },
  noBooking: {
    ja: '[新|あたら]しい[予約|よやく]は、お[電話|でんわ]でうけたまわります。',
    en: 'New bookings can be made by phone.',
  },
  noCancel: {
    ja: '[取|と]り[消|け]しは、お[電話|でんわ]でうけたまわります。',
    en: 'Cancellations can be made by phone.',
  },
  homeOf: { ja: (name: string) => `${name} 様の自宅`, en: (name: string) => `${name}’s home` },
  ridesOf: {
    ja: (name: string) => `${name} [様|さま]のこれからの[乗車|じょうしゃ]`,
    en: (name: string) => `Coming rides of ${name}`,
  },
  bookedBy: {
    ja: (who: string) => `${who} 様が[予約|よやく]しました`,
    en: (who: string) => `Booked by ${who}`,
  },
  cancelledBy: {
    ja: (who: string) => `${who} 様が[取|と]り[消|け]しました`,
    en: (who: string) => `Cancelled by ${who}`,
  },
  family: { ja: 'ご家族', en: 'family:' },
  careManager: { ja: 'ケアマネ', en: 'care manager' },
  clinic: { ja: '医療機関', en: 'clinic' },
  townOffice: { ja: '役場', en: 'town office' },

  trusted: { ja: '[予約|よやく]を[任|まか]せている[方|かた]', en: 'Who may book for you' },
  endTrust: {
    ja: 'やめたいときや[変|か]えたいときは、お[電話|でんわ]ください。',
    en: 'Call us to change or end this.',
  },

  haveCode: { ja: '[招待番号|しょうたいばんごう]をお[持|も]ちの[方|かた]', en: 'I have a code' },
  joinTitle: { ja: '[招待番号|しょうたいばんごう]を[入|い]れる', en: 'Enter your code' },
  code: { ja: '招待番号（12けたの数字）', en: 'Code (12 digits)' },
  codeMissing: { ja: '招待番号を入れてください。', en: 'Enter the code.' },
  next: { ja: '[次|つぎ]へ', en: 'Next' },
  becomes: {
    ja: (proxy: string, rider: string) =>
      `${proxy} [様|さま]。これから、${rider} [様|さま]の[予約|よやく]ができるようになります。`,
    en: (proxy: string, rider: string) => `${proxy}, from now on you can book for ${rider}.`,
  },
  newSecret: {
    ja: (login: string) =>
      `[利用者名|りようしゃめい]は「${login}」のままです。[新|あたら]しい[合|あ]い[言葉|ことば]を[決|き]めてください。`,
    en: (login: string) => `Your user name stays “${login}”. Choose a new password.`,
  },
  login: { ja: '利用者名を決める', en: 'Choose a user name' },
  loginHint: {
    ja: '半角の英字と数字で4文字以上。あとで使うので、書きとめてください。',
    en: 'At least 4 letters or digits. Write it down: you will need it again.',
  },
  secret: { ja: '合い言葉を決める', en: 'Choose a password' },
  secretHint: { ja: '8文字以上。', en: 'At least 8 characters.' },
  loginMissing: { ja: '利用者名を入れてください。', en: 'Enter a user name.' },
  secretMissing: { ja: '合い言葉を入れてください。', en: 'Enter a password.' },
  join: { ja: 'はじめる', en: 'Start' },
  addRider: {
    ja: '[招待番号|しょうたいばんごう]を[入|い]れて、[方|かた]をふやす',
    en: 'Add somebody by a code',
  },
};
