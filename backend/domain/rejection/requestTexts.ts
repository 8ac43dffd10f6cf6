import type { RejectionText } from './rejectionText.ts';

/** Refusals of what was asked for. */
export const REQUEST_TEXTS = {
  malformedInput: {
    sentence: { ja: '入力の形が正しくありません。', en: 'The input is not well formed.' },
    action: {
      ja: '印のついた欄を直して、もう一度お送りください。',
      en: 'Correct the marked field and send it again.',
    },
  },
  unknownPerson: {
    sentence: { ja: 'このお客様は登録されていません。', en: 'This rider is not registered.' },
    action: { ja: 'お名前か電話番号で探し直してください。', en: 'Search again by name or telephone number.' },
  },
  unknownPlace: {
    sentence: { ja: 'この場所は登録されていません。', en: 'This place is not known.' },
    action: { ja: '近くの集会所や病院の名前で探してください。', en: 'Search for a hall or hospital nearby.' },
  },
  unknownOffer: {
    sentence: { ja: 'このご案内は見つかりません。', en: 'This offer cannot be found.' },
    action: { ja: 'もう一度、時刻をお探しください。', en: 'Search for times again.' },
  },
  unknownRide: {
    sentence: { ja: 'この予約は見つかりません。', en: 'This ride cannot be found.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  unknownShift: {
    sentence: { ja: 'この便は見つかりません。', en: 'This shift cannot be found.' },
    action: { ja: '運行表を開き直してください。', en: 'Open the manifest again.' },
  },
  invalidCoordinates: {
    sentence: { ja: '地図の位置が正しくありません。', en: 'The position on the map is not valid.' },
    action: { ja: '地図で場所を選び直してください。', en: 'Choose the place on the map again.' },
  },
  outsideRegion: {
    sentence: { ja: 'その場所は会津の地域の外です。', en: 'That place lies outside the region.' },
    action: { ja: '地域の中の場所を選んでください。', en: 'Choose a place inside the region.' },
  },
  samePlace: {
    sentence: { ja: 'お迎えの場所と行き先が同じです。', en: 'Pickup and destination are the same place.' },
    action: { ja: '行き先を確かめてください。', en: 'Check the destination.' },
  },
  timeInPast: {
    sentence: { ja: 'その時刻はもう過ぎています。', en: 'That time has passed.' },
    action: { ja: 'これからの時刻を選んでください。', en: 'Choose a later time.' },
  },
  timeOutsideServiceDay: {
    sentence: { ja: 'その時刻には運行していません。', en: 'There is no service at that time.' },
    action: { ja: '運行時間の中の時刻を選んでください。', en: 'Choose a time within the hours of service.' },
  },
  windowEndsBeforeItBegins: {
    sentence: { ja: '終わりの時刻が始まりより前になっています。', en: 'The window ends before it begins.' },
    action: { ja: '時刻を確かめてください。', en: 'Check the times.' },
  },
  partyTooSmall: {
    sentence: { ja: '人数が足りません。', en: 'The party has nobody in it.' },
    action: { ja: 'お客様をひとり以上にしてください。', en: 'Enter at least one rider.' },
  },
  partyTooLarge: {
    sentence: {
      ja: '一度にお乗せできる人数をこえています。',
      en: 'The party is larger than one vehicle can carry.',
    },
    action: { ja: '{limit}人までに分けて、ご予約ください。', en: 'Book in groups of at most {limit}.' },
  },
  tooMuchLuggage: {
    sentence: { ja: '荷物が多すぎて、お乗せできません。', en: 'There is too much luggage for one ride.' },
    action: { ja: '大きな荷物は {limit} 個までにしてください。', en: 'Bring at most {limit} large pieces.' },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
