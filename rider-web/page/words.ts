import type { NeedName } from '../../backend/contract/index.ts';

/** Texts of the rider's page. Readings stand as `[漢字|かんじ]`. */
export const texts = {
  trial: {
    ja: '[試用中|しようちゅう]です。[本当|ほんとう]の[予約|よやく]はできません。',
    en: 'Trial: no real bookings.',
  },
  title: { ja: 'あいのりの予約', en: 'Ainori booking' },
  heading: { ja: 'あいのりの[予約|よやく]', en: 'Ainori booking' },
  callService: { ja: '[電話|でんわ]で[予約|よやく]・[相談|そうだん]', en: 'Book or ask by phone' },
  ruby: { ja: 'ふりがな', en: 'Readings' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  count: { ja: (count: number) => `（${count}）`, en: (count: number) => ` (${count})` },
  hello: { ja: (name: string) => `${name} [様|さま]`, en: (name: string) => name },
  stale: {
    ja: 'いま、[新|あたら]しいお[知|し]らせが[届|とど]いていません。',
    en: 'No fresh news at the moment.',
  },

  unreachable: {
    ja: 'いま、つながりません。つながると、ひとりでに[出|で]ます。お[急|いそ]ぎのときは、お[電話|でんわ]ください。',
    en: 'We cannot connect at the moment. Your rides appear by themselves once we can. Please call if you are in a hurry.',
  },
  moreFound: {
    ja: 'ほかにもあります。[続|つづ]けて[入|い]れてください。',
    en: 'There are more. Please type on.',
  },

  book: { ja: '[新|あたら]しく[予約|よやく]する', en: 'Book a ride' },
  continueBooking: { ja: '[予約|よやく]の[続|つづ]きをする', en: 'Go on with the booking' },
  bookAgain: { ja: 'はじめからやり[直|なお]す', en: 'Start again' },
  myRides: { ja: 'これからの[乗車|じょうしゃ]', en: 'My coming rides' },
  pastRides: { ja: 'これまでの[乗車|じょうしゃ]', en: 'Earlier rides' },
  noRides: { ja: 'これからの[予約|よやく]はありません。', en: 'You have no coming rides.' },
  today: { ja: 'きょう', en: 'Today' },
  tomorrow: { ja: 'あす', en: 'Tomorrow' },

  left: {
    ja: (count: number) => (count === 1 ? 'これで[最後|さいご]' : `あと${count}つ`),
    en: (count: number) => (count === 1 ? 'Last question' : `${count} more questions`),
  },
  back: { ja: 'ひとつ[前|まえ]へ', en: 'Back' },
  next: { ja: '[次|つぎ]へ', en: 'Next' },
  stop: { ja: '[予約|よやく]をやめる', en: 'Stop booking' },
  change: { ja: '[変|か]える', en: 'Change' },
  askFrom: { ja: 'どこから[乗|の]りますか', en: 'Where from?' },
  askTo: { ja: 'どこへ[行|い]きますか', en: 'Where to?' },
  askWhen: { ja: 'いつ[乗|の]りますか', en: 'When?' },
  askWho: { ja: 'だれと[乗|の]りますか', en: 'Who rides?' },
  askOffers: { ja: 'ご[案内|あんない]できる[時刻|じこく]', en: 'Times we can offer' },
  fromPlace: { ja: (place: string) => `${place} から`, en: (place: string) => `From: ${place}` },
  toPlace: { ja: (place: string) => `${place} へ`, en: (place: string) => `To: ${place}` },
  home: { ja: '[自宅|じたく]', en: 'Home' },
  usual: { ja: 'いつもの[場所|ばしょ]', en: 'Usual places' },
  search: { ja: 'ほかの[場所|ばしょ]をさがす', en: 'Find another place' },
  searchHint: {
    ja: '[病院|びょういん]や[店|みせ]、[駅|えき]の[名前|なまえ]。ひらがなでもさがせます。',
    en: 'Name of a clinic, shop or station.',
  },
  searching: { ja: 'さがしています…', en: 'Searching…' },
  nothingFound: {
    ja: '[見|み]つかりません。[短|みじか]い[言葉|ことば]でお[試|ため]しください。わからないときは、お[電話|でんわ]ください。',
    en: 'Nothing found. Try a shorter word, or call us.',
  },

  arriveBy: { ja: 'この[時刻|じこく]までに[着|つ]く', en: 'Arrive by' },
  departAfter: { ja: 'この[時刻|じこく]から[乗|の]る', en: 'Leave after' },
  whichKind: { ja: 'どちらの[時刻|じこく]ですか', en: 'Which time?' },
  whichDay: { ja: '[何日|なんにち]ですか', en: 'Which day?' },
  laterDays: { ja: 'もっと[先|さき]の[日|ひ]を[見|み]る', en: 'Show later days' },
  whichHour: { ja: '[何時|なんじ]ですか', en: 'Which hour?' },
  whichMinute: { ja: '[何分|なんぷん]ですか', en: 'Which minute?' },
  morning: { ja: '[午前|ごぜん]', en: 'Morning' },
  afternoon: { ja: '[午後|ごご]', en: 'Afternoon' },
  noon: { ja: '[昼|ひる]の 12時', en: '12' },
  hour: { ja: (hour: number) => `${hour}時`, en: (hour: number) => `${hour}` },
  minute: {
    ja: (minute: number) => (minute === 0 ? 'ちょうど' : `${minute}分`),
    en: (minute: number) => `:${String(minute).padStart(2, '0')}`,
  },
  byTime: {
    ja: (day: string, time: string) => `${day} ${time}までに[着|つ]く`,
    en: (day: string, time: string) => `${day}, arrive by ${time}`,
  },
  afterTime: {
    ja: (day: string, time: string) => `${day} ${time}から[乗|の]る`,
    en: (day: string, time: string) => `${day}, leave after ${time}`,
  },
  chooseHour: { ja: '[時刻|じこく]を[選|えら]んでください。', en: 'Please choose a time.' },

  alone: { ja: 'ひとりで[乗|の]る', en: 'Riding alone' },
  withOthers: { ja: 'いっしょに[乗|の]る[人|ひと]', en: 'People riding along' },
  attendants: { ja: '付き添い', en: 'Attendants' },
  companions: { ja: 'ほかの大人', en: 'Other adults' },
  children: { ja: '子ども', en: 'Children' },
  needs: { ja: 'お[手伝|てつだ]いが[要|い]ること', en: 'Help that is needed' },
  noteLabel: {
    ja: '運転手に伝えること（なくてもかまいません）',
    en: 'Anything the driver should know (optional)',
  },
  whoAlone: { ja: 'ひとり', en: 'Alone' },
  whoCount: {
    ja: (count: number) => `[全部|ぜんぶ]で${count}[人|にん]`,
    en: (count: number) => `${count} people in all`,
  },

  finding: {
    ja: '[車|くるま]をさがしています。[少|すこ]しお[待|ま]ちください。',
    en: 'Looking for a vehicle. Just a moment.',
  },
  chooseOffer: {
    ja: 'ご[都合|つごう]のよい[方|ほう]をお[選|えら]びください。',
    en: 'Choose the one that suits you.',
  },
  offerPickup: { ja: 'お[迎|むか]え', en: 'Pickup' },
  offerArrival: { ja: '[着|つ]く[時刻|じこく]', en: 'Arrival' },
  between: {
    ja: (from: string, to: string) => `${from}〜${to}`,
    en: (from: string, to: string) => `${from} – ${to}`,
  },
  about: { ja: (time: string) => `${time}ごろ`, en: (time: string) => `about ${time}` },
  fare: { ja: '[運賃|うんちん]', en: 'Fare' },
  inVehicle: { ja: '[乗|の]っている[時間|じかん]', en: 'Time in the vehicle' },
  sharedNone: { ja: 'ほかのお[客様|きゃくさま]なし', en: 'Nobody else aboard' },
  sharedSome: {
    ja: (count: number) => `ほか${count}[組|くみ]と[相乗|あいの]り`,
    en: (count: number) => `Shared with ${count} other ${count === 1 ? 'party' : 'parties'}`,
  },
  estimate: { ja: 'おおよその[時刻|じこく]です', en: 'Times are an estimate' },
  takeChange: { ja: 'この[時刻|じこく]に[変|か]える', en: 'Change to this one' },
  take: { ja: 'この[時刻|じこく]で[予約|よやく]する', en: 'Book this one' },
  expired: {
    ja: 'ご[案内|あんない]の[期限|きげん]が[切|き]れました。もう[一度|いちど]おさがしします。',
    en: 'These times have run out. We can look again.',
  },
  lookAgain: { ja: 'もう[一度|いちど]さがす', en: 'Look again' },
  validFor: {
    ja: (minutes: number) => `このご[案内|あんない]は、あと${minutes}[分|ふん][有効|ゆうこう]です。`,
    en: (minutes: number) => `These times are held for another ${minutes} min.`,
  },
  otherTime: { ja: 'ほかの[時刻|じこく]にする', en: 'Choose another time' },
  otherPlace: { ja: 'ほかの[行|い]き[先|さき]にする', en: 'Choose another place' },

  changed: { ja: '[予約|よやく]を[変|か]えました', en: 'The ride is changed' },
  homeStands: {
    ja: (time: string) =>
      `[帰|かえ]りの[予約|よやく]（${time}ごろ）は、そのままです。[帰|かえ]りも[変|か]えるときは、[一覧|いちらん]から[変|か]えてください。`,
    en: (time: string) =>
      `Your way home (about ${time}) stays as it is. To change it too, choose it in your list of rides.`,
  },
  booked: { ja: '[予約|よやく]できました', en: 'The ride is booked' },
  bookReturn: { ja: '[帰|かえ]りも[予約|よやく]する', en: 'Book the way back too' },
  toRides: { ja: '[予約|よやく]の[一覧|いちらん]へ', en: 'To the rides' },

  fromTo: {
    ja: (from: string, to: string) => `${from} → ${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
  pickupBetween: {
    ja: (from: string, to: string) => `${from}から${to}のあいだにお[迎|むか]え`,
    en: (from: string, to: string) => `Pickup between ${from} and ${to}`,
  },
  vehicle: { ja: (name: string) => `[車|くるま]は ${name}`, en: (name: string) => `Vehicle ${name}` },
  momentPlanned: { ja: '[予約|よやく]が[決|き]まっています。', en: 'Booked.' },
  momentSearching: {
    ja: 'いま、[行|い]ける[車|くるま]をさがしています。[見|み]つかりしだい、お[電話|でんわ]します。',
    en: 'We are looking for a vehicle, and ring you as soon as there is one.',
  },
  momentToday: {
    ja: (time: string) => `お[迎|むか]えの[車|くるま]は、${time}ごろ[着|つ]く[予定|よてい]です。`,
    en: (time: string) => `The vehicle is due at about ${time}.`,
  },
  momentSoon: {
    ja: (time: string) => `まもなくお[迎|むか]えです（${time}ごろ）。お[支度|したく]をお[願|ねが]いします。`,
    en: (time: string) => `The vehicle is coming soon (about ${time}). Please be ready.`,
  },
  momentLate: {
    ja: '[車|くるま]が[遅|おく]れています。[申|もう]し[訳|わけ]ございません。お[急|いそ]ぎのときはお[電話|でんわ]ください。',
    en: 'The vehicle is late. We are sorry. Please call if you are in a hurry.',
  },
  momentArrived: {
    ja: (place: string) => `お[迎|むか]えの[車|くるま]が${place}に[着|つ]きました。`,
    en: (place: string) => `The vehicle is at ${place}.`,
  },
  momentOnBoard: {
    ja: (time: string) => `ご[乗車中|じょうしゃちゅう]です。${time}ごろ[着|つ]きます。`,
    en: (time: string) => `On board. Arrival at about ${time}.`,
  },
  momentDone: { ja: 'ご[乗車|じょうしゃ]ありがとうございました。', en: 'Thank you for riding with us.' },
  momentCancelled: { ja: '[取|と]り[消|け]しました。', en: 'Cancelled.' },
  momentNoShow: {
    ja: 'お[迎|むか]えにまいりましたが、お[会|あ]いできませんでした。',
    en: 'We came, but could not find you.',
  },
  momentMissed: {
    ja: '[当方|とうほう]の[行|い]き[違|ちが]いで、お[迎|むか]えできませんでした。[申|もう]し[訳|わけ]ございません。',
    en: 'We failed to come. We are sorry.',
  },
  momentWillCall: {
    ja: 'お[帰|かえ]りの[支度|したく]ができたら、お[電話|でんわ]ください。お[迎|むか]えにまいります。',
    en: 'Call us when you are ready to go home. We come and fetch you.',
  },
  momentNotBooked: { ja: 'まだ[予約|よやく]は[決|き]まっていません。', en: 'Not booked yet.' },

  changeRide: { ja: 'この[予約|よやく]を[変|か]える', en: 'Change this ride' },
  changing: {
    ja: (day: string, time: string) =>
      `${day} ${time}ごろの[予約|よやく]を[変|か]えています。[新|あたら]しい[時刻|じこく]が[決|き]まるまで、いまの[予約|よやく]はそのままです。`,
    en: (day: string, time: string) =>
      `You are changing your ride of ${day}, about ${time}. It stays as it is until you take a new time.`,
  },
  stopChange: { ja: '[変|か]えずにやめる', en: 'Leave it as it is' },
  changeShort: { ja: '[変|か]える', en: 'Change' },
  cancelShort: { ja: '[取|と]り[消|け]す', en: 'Cancel' },
  cancel: { ja: 'この[予約|よやく]を[取|と]り[消|け]す', en: 'Cancel this ride' },
  cancelTitle: { ja: '予約を取り消しますか', en: 'Cancel this ride?' },
  cancelWhy: { ja: 'わけを教えてください', en: 'Please tell us why' },
  cancelConsequence: {
    ja: '[取|と]り[消|け]すと、この[席|せき]はほかの[方|かた]にご[案内|あんない]します。もとには[戻|もど]せません。',
    en: 'The seat will be offered to others. This cannot be undone.',
  },
  cancelSoon: {
    ja: '[車|くるま]はもうこちらへ[向|む]かっています。',
    en: 'The vehicle is already on its way.',
  },
  cancelKeep: { ja: '[取|と]り[消|け]さない', en: 'Keep the ride' },
  cancelDo: { ja: '[取|と]り[消|け]す', en: 'Cancel the ride' },

  clinicHeading: { ja: '[送迎|そうげい]の[予約|よやく]', en: 'Patients’ rides' },
  clinicToday: { ja: '[送迎|そうげい]の[一覧|いちらん]', en: 'Rides of our patients' },
  clinicFromHome: { ja: 'ご[自宅|じたく]から', en: 'From home' },
  clinicToHome: { ja: 'ご[自宅|じたく]へ', en: 'To home' },
  clinicBetween: { ja: 'そのほか', en: 'Other rides' },
  clinicEnded: { ja: '[終|お]わった[方|かた]', en: 'Ended' },
  clinicWhichDay: { ja: 'いつの[送迎|そうげい]ですか', en: 'Rides of which day?' },
  clinicCount: {
    ja: (count: number) => `${count}[件|けん]`,
    en: (count: number) => (count === 1 ? '1 ride' : `${count} rides`),
  },
  clinicWeekBefore: { ja: '[前|まえ]の7[日|か]', en: '7 days before' },
  clinicWeekAfter: { ja: '[次|つぎ]の7[日|か]', en: 'Next 7 days' },
  clinicBackToToday: { ja: 'きょうに[戻|もど]る', en: 'Back to today' },
  clinicOtherDay: { ja: '[日|ひ]を[変|か]える', en: 'Another day' },
  clinicPickDay: { ja: '日を選ぶ', en: 'Pick a day' },
  clinicNone: { ja: 'この[日|ひ]の[送迎|そうげい]はありません。', en: 'No rides on this day.' },
  clinicBook: { ja: '[患者|かんじゃ]さんの[予約|よやく]をする', en: 'Book for a patient' },
  clinicBookHome: { ja: '[帰|かえ]りを[予約|よやく]', en: 'Book the ride home' },
  askPerson: { ja: 'どなたの[予約|よやく]ですか', en: 'Which patient?' },
  findPerson: { ja: '[患者|かんじゃ]さんをさがす', en: 'Find a patient' },
  findPersonHint: {
    ja: 'お[名前|なまえ]（かなでも）、[電話番号|でんわばんごう]、[集落|しゅうらく]の[名前|なまえ]',
    en: 'Name, phone number or hamlet',
  },
  nobodyFound: {
    ja: '[見|み]つかりません。こちらの[患者|かんじゃ]さんとして[登録|とうろく]されているか、お[電話|でんわ]でお[確|たし]かめください。',
    en: 'Nobody found. Please check by phone that the patient is registered with you.',
  },
  theClinic: { ja: 'こちら（当院）', en: 'Here (our clinic)' },
  patientHome: { ja: '患者さんの自宅', en: 'The patient’s home' },
};

/** Needs as a rider says them. */
export const needTexts = {
  wheelchair: { ja: '車いすで乗る', en: 'Wheelchair' },
  walker: { ja: '歩行器や押し車がある', en: 'Walker' },
  doorHelp: { ja: '玄関先での手伝い', en: 'Help at the door' },
  sight: { ja: '目が不自由', en: 'Hard to see' },
  hearing: { ja: '耳が不自由', en: 'Hard to hear' },
  oxygen: { ja: '酸素を使っている', en: 'Oxygen' },
  serviceAnimal: { ja: '補助犬といっしょ', en: 'Assistance dog' },
  stretcher: { ja: '寝たまま乗る', en: 'Stretcher' },
} satisfies Record<NeedName, { ja: string; en: string }>;

/** Reasons a rider may give for cancelling. */
export const reasonTexts = {
  riderAsked: { ja: '用がなくなった', en: 'No longer needed' },
  riderUnwell: { ja: '具合が悪い', en: 'Not well' },
  weather: { ja: '天気が悪い', en: 'Weather' },
  bookedByMistake: { ja: '予約を間違えた', en: 'Booked by mistake' },
  clinicChanged: { ja: '診察の日が変わった', en: 'Appointment changed' },
  other: { ja: 'そのほか', en: 'Something else' },
};
