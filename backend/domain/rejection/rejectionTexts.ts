import type { SpokenText } from '../units/spokenText.ts';
import type { Rejection, RejectionCode } from './rejection.ts';

/** What a refusal says to people: what happened, and what to do. */
export interface RejectionText {
  readonly sentence: SpokenText;
  readonly action: SpokenText;
}

const TEXTS: Readonly<Record<RejectionCode, RejectionText>> = {
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
    action: { ja: '{time} より後の時刻をお選びください。', en: 'Choose a time after {time}.' },
  },
  outboundNotBegun: {
    sentence: {
      ja: '行きの乗車がまだ始まっていません（{time}に着く予定です）。',
      en: 'The ride there has not begun yet (due there at {time}).',
    },
    action: {
      ja: '行き先に着いて、ご用が済んでからお知らせください。',
      en: 'Tell us once the rider is there and ready.',
    },
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
  arrivalTooSoon: {
    sentence: { ja: '今からでは、その時刻に間に合いません。', en: 'It is too late to arrive by that time.' },
    action: { ja: 'もっと遅い時刻をお選びください。', en: 'Choose a later time.' },
  },
  noVehicleOnDuty: {
    sentence: { ja: 'その時刻に走っている車がありません。', en: 'No vehicle is on duty at that time.' },
    action: { ja: 'ほかの時刻をお探しください。', en: 'Look for another time.' },
  },
  noVehicleWithEquipment: {
    sentence: {
      ja: '必要な設備のある車が、その時刻にありません。',
      en: 'No vehicle with the needed equipment is free then.',
    },
    action: {
      ja: '時刻を変えるか、介護タクシーをご案内ください。',
      en: 'Change the time, or suggest a care taxi.',
    },
  },
  noProviderAllowed: {
    sentence: {
      ja: 'その区間を走れる運行会社がありません。',
      en: 'No provider may carry riders between these places.',
    },
    action: { ja: '町の担当にお確かめください。', en: 'Ask the transport desk of the town.' },
  },
  noRoad: {
    sentence: { ja: '車で行ける道が見つかりません。', en: 'No road leads there.' },
    action: { ja: '近くの乗り場をお選びください。', en: 'Choose another boarding point nearby.' },
  },
  noCapacity: {
    sentence: { ja: 'その時刻の席がいっぱいです。', en: 'All places are taken at that time.' },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  noTimeLeft: {
    sentence: { ja: 'その時刻には、お迎えに行ける車がありません。', en: 'No vehicle can come in time.' },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  rideWouldBeTooLong: {
    sentence: { ja: '乗っている時間が長くなりすぎます。', en: 'The ride would take too long.' },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  wouldBreakPromises: {
    sentence: {
      ja: 'ほかのお客様とのお約束が守れなくなります。',
      en: 'Promises to other riders would be broken.',
    },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  driversNeedTheirBreaks: {
    sentence: { ja: '運転手の休憩にかかります。', en: 'The breaks of the drivers stand in the way.' },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  mustRideApart: {
    sentence: {
      ja: 'ご一緒にお乗せできないお客様がいます。',
      en: 'The vehicle carries somebody who must ride apart.',
    },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  noFeasibleInsertion: {
    sentence: {
      ja: 'その時刻には、お迎えに行ける車がありません。',
      en: 'No vehicle can take this ride at that time.',
    },
    action: { ja: '前後の時刻をお探しください。', en: 'Look for an earlier or later time.' },
  },
  reasonUnproved: {
    sentence: {
      ja: 'その時刻にお迎えに行ける車が見つかりませんでした。',
      en: 'No vehicle was found for this ride at that time.',
    },
    action: {
      ja: '混み合っていて、理由までは確かめられませんでした。前後の時刻をお探しください。',
      en: 'There was no time to find out why. Look for an earlier or later time.',
    },
  },
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
    sentence: { ja: '取り消せる10秒を過ぎました。', en: 'The ten seconds for undoing have passed.' },
    action: {
      ja: '予約の一覧から、取り消しか取り直しをお願いします。',
      en: 'Cancel the ride or book it again from the list.',
    },
  },
  undoNotPossible: {
    sentence: { ja: 'その席は、もう埋まりました。', en: 'The place has been taken meanwhile.' },
    action: { ja: 'もう一度、時刻をお探しください。', en: 'Search for times again.' },
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
  rideAlreadyClosed: {
    sentence: { ja: 'この予約は、もう終わっています。', en: 'This ride has ended already.' },
    action: { ja: '一覧を確かめてください。', en: 'Check the list.' },
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
      ja: '同じ送信番号で、ちがう内容が届きました。',
      en: 'The same key was used for another request.',
    },
    action: { ja: '画面を開き直して、もう一度お送りください。', en: 'Open the page again and resend.' },
  },
  unknownClosure: {
    sentence: {
      ja: 'この通行止めは見つからないか、もう解除されています。',
      en: 'This closure is unknown or has ended.',
    },
    action: { ja: '通行止めの一覧を開き直してください。', en: 'Open the list of closures again.' },
  },
  closureFindsNoRoad: {
    sentence: {
      ja: 'その通行止めに当たる道が見つかりません。',
      en: 'No road matches this closure: {reason}',
    },
    action: {
      ja: '道の番号と、区間の両端の位置を確かめてください。',
      en: 'Check the road number and the two ends of the stretch.',
    },
  },
  closureNeverHolds: {
    sentence: {
      ja: 'この日付と時間では、一度も通行止めになりません。',
      en: 'With these dates and hours the road is never closed.',
    },
    action: { ja: '日付と時間を確かめてください。', en: 'Check dates and hours.' },
  },
  unknownSeason: {
    sentence: {
      ja: 'この季節は見つからないか、もう終わっています。',
      en: 'This season is unknown or has ended.',
    },
    action: { ja: '季節の一覧を開き直してください。', en: 'Open the list of seasons again.' },
  },
  seasonNeverHolds: {
    sentence: {
      ja: 'この日付と時間では、季節が一度も来ません。',
      en: 'With these dates and hours the season never comes.',
    },
    action: { ja: '日付と時間を確かめてください。', en: 'Check dates and hours.' },
  },
  seasonsOverlap: {
    sentence: {
      ja: '{day}から、同じ道に「{other}」も当てはまります。',
      en: 'From {day} on, “{other}” slows the same roads.',
    },
    action: {
      ja: '日付・道の種類・標高を分けるか、両方の割合を掛けてよいことを選んでください。',
      en: 'Separate dates, kinds of roads or altitudes, or choose that both factors are multiplied.',
    },
  },
  seasonSlowsNothing: {
    sentence: {
      ja: 'この条件に当たる道がありません。標高の分からない道は、標高の条件に入りません。',
      en: 'No road matches. Roads of unknown altitude never match an altitude.',
    },
    action: {
      ja: '道の種類を変えるか、標高の条件を外してください。',
      en: 'Choose other kinds of roads, or leave the altitude out.',
    },
  },
  altitudesExchanged: {
    sentence: {
      ja: '標高の上限が下限より高くありません。',
      en: 'The upper altitude is not above the lower one.',
    },
    action: { ja: '標高の範囲を確かめてください。', en: 'Check the altitudes.' },
  },
  unknownSuggestion: {
    sentence: { ja: 'この提案は見つかりません。', en: 'This suggestion is unknown.' },
    action: { ja: '提案の一覧を開き直してください。', en: 'Open the list of suggestions again.' },
  },
  suggestionDecided: {
    sentence: {
      ja: 'この提案は、もう決まっています。',
      en: 'This suggestion has been decided already.',
    },
    action: { ja: '提案の一覧を開き直してください。', en: 'Open the list of suggestions again.' },
  },
  badSignature: {
    sentence: { ja: '電話の知らせの署名が合いません。', en: 'The signature of the call report is wrong.' },
    action: {
      ja: '電話の設備の合言葉を確かめてください。',
      en: 'Check the secret in the settings of the telephone system.',
    },
  },
  signatureTooOld: {
    sentence: { ja: '電話の知らせが古すぎます。', en: 'The call report is too old.' },
    action: {
      ja: '電話の設備の時計を合わせてください。',
      en: 'Set the clock of the telephone system.',
    },
  },
  unknownLine: {
    sentence: { ja: 'この電話回線は登録されていません。', en: 'This telephone line is not set up.' },
    action: {
      ja: '設定 AINORI_TELEPHONE_LINES に回線を加えてください。',
      en: 'Add the line to the setting AINORI_TELEPHONE_LINES.',
    },
  },
  unknownCall: {
    sentence: { ja: 'この着信は見つかりません。', en: 'This call cannot be found.' },
    action: { ja: '着信の一覧を開き直してください。', en: 'Open the list of calls again.' },
  },
  turnOutOfOrder: {
    sentence: {
      ja: '自動受付の問い合わせの順番が合いません。',
      en: 'This turn of the voice line is not the next one.',
    },
    action: {
      ja: 'この電話は、係におつなぎください。',
      en: 'Put this call through to the desk.',
    },
  },
  callerNotFound: {
    sentence: {
      ja: 'この電話番号のお宅に、そのお名前の方はいません。',
      en: 'Nobody of that name is known at this number.',
    },
    action: {
      ja: 'お名前をもう一度うかがうか、お名前で探してください。',
      en: 'Ask for the name again, or search by name.',
    },
  },
  nameMissing: {
    sentence: { ja: 'お名前が入っていません。', en: 'The name is missing.' },
    action: { ja: '姓と名を入れてください。', en: 'Enter family and given name.' },
  },
  kanaUnreadable: {
    sentence: { ja: 'ふりがなを読めません。', en: 'The reading cannot be understood.' },
    action: { ja: 'ひらがなかカタカナで入れてください。', en: 'Enter it in hiragana or katakana.' },
  },
  birthYearUnreadable: {
    sentence: { ja: '生まれ年を読めません。', en: 'The year of birth cannot be understood.' },
    action: { ja: '昭18、S18、1943 のように入れてください。', en: 'Enter it like 昭18, S18 or 1943.' },
  },
  phoneUnreadable: {
    sentence: { ja: '電話番号を読めません。', en: 'The telephone number cannot be understood.' },
    action: {
      ja: '市外局番から入れてください。例 0242-00-1234',
      en: 'Enter it with the area code, e.g. 0242-00-1234.',
    },
  },
  homeMissing: {
    sentence: { ja: 'お住まいが決まっていません。', en: 'Where the rider lives is missing.' },
    action: {
      ja: '集落か目印を探して選んでください。',
      en: 'Search for the hamlet or a landmark and choose it.',
    },
  },
  unknownImport: {
    sentence: { ja: 'この取り込みは見つかりません。', en: 'This import cannot be found.' },
    action: { ja: 'ファイルをもう一度選んでください。', en: 'Choose the file again.' },
  },
  importUnreadable: {
    sentence: { ja: 'このファイルは読めません。', en: 'This file cannot be read.' },
    action: {
      ja: 'Excel（.xlsx）か CSV のファイルを選んでください。',
      en: 'Choose an Excel (.xlsx) or CSV file.',
    },
  },
  importTooLarge: {
    sentence: { ja: 'このファイルは大きすぎます。', en: 'This file is too large.' },
    action: { ja: '2万行までのファイルに分けてください。', en: 'Split it into files of up to 20,000 rows.' },
  },
  unknownMerge: {
    sentence: { ja: 'この統合は見つかりません。', en: 'This merge cannot be found.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  mergeWithSelf: {
    sentence: { ja: '同じお客様どうしは統合できません。', en: 'A rider cannot be merged with themselves.' },
    action: { ja: '別のお客様を選んでください。', en: 'Choose another rider.' },
  },
  mergeOutlived: {
    sentence: {
      ja: 'この統合はもう取り消せません。そのあとで別の統合がありました。',
      en: 'This merge cannot be taken back: another merge followed.',
    },
    action: { ja: '新しい統合から順に取り消してください。', en: 'Take back the later merge first.' },
  },
  unknownProxy: {
    sentence: { ja: 'この代理の方は登録されていません。', en: 'This proxy is not registered.' },
    action: { ja: 'お客様の画面で登録してください。', en: 'Register them on the page of the rider.' },
  },
  proxyScopeEmpty: {
    sentence: {
      ja: 'だれの予約ができるかが決まっていません。',
      en: 'It is not said for whom this proxy may book.',
    },
    action: {
      ja: 'お客様、医院、または町村を選んでください。',
      en: 'Choose riders, a clinic or a municipality.',
    },
  },
  proxyOutsideScope: {
    sentence: {
      ja: 'この方は、このお客様の代理の方ではありません。',
      en: 'This proxy may not act for this rider.',
    },
    action: {
      ja: 'お客様の了解を得て、代理の方として登録してください。',
      en: 'Ask the rider, and register the proxy for them.',
    },
  },
  proxyEnded: {
    sentence: { ja: '代理の登録は終わっています。', en: 'This proxy’s registration has been ended.' },
    action: {
      ja: 'お客様の了解を得て、もう一度登録してください。',
      en: 'Ask the rider, and register the proxy again.',
    },
  },
  proxyExpired: {
    sentence: {
      ja: '代理の登録は {day} で期限が切れました。',
      en: 'This proxy’s registration ran out on {day}.',
    },
    action: {
      ja: 'お客様の了解を得て、もう一度登録してください。',
      en: 'Ask the rider, and register the proxy again.',
    },
  },
  proxyNotYetValid: {
    sentence: {
      ja: '代理の登録は {day} から有効です。',
      en: 'This proxy’s registration begins on {day}.',
    },
    action: { ja: 'お客様ご本人に確かめてください。', en: 'Ask the rider in person.' },
  },
  proxyActNotGranted: {
    sentence: {
      ja: 'この代理の方には、その手続きは任されていません。',
      en: 'The rider has not left this to the proxy.',
    },
    action: { ja: 'お客様ご本人に確かめてください。', en: 'Ask the rider in person.' },
  },
  unknownInvitation: {
    sentence: {
      ja: 'この招待番号は使えません。番号が違うか、期限が切れています。',
      en: 'This code cannot be used. It is mistyped or has run out.',
    },
    action: {
      ja: '番号をもう一度確かめてください。お電話いただければ、新しい番号をお出しします。',
      en: 'Check the code once more, or call us for a new one.',
    },
  },
  invitationUsed: {
    sentence: { ja: 'この招待番号はもう使われています。', en: 'This code has been used already.' },
    action: {
      ja: '決めた利用者名でサインインしてください。わからないときは、お電話ください。',
      en: 'Sign in with the user name you chose, or call us.',
    },
  },
  loginUnfit: {
    sentence: {
      ja: '利用者名は、半角の英字・数字と . _ - @ で4文字から40文字にしてください。',
      en: 'A user name has 4 to 40 letters, digits or the signs . _ - @',
    },
    action: { ja: '利用者名を直してください。', en: 'Change the user name.' },
  },
  loginTaken: {
    sentence: { ja: 'この利用者名はほかの方が使っています。', en: 'Somebody else has this user name.' },
    action: { ja: '別の利用者名にしてください。', en: 'Choose another one.' },
  },
  secretTooShort: {
    sentence: {
      ja: '合い言葉は{least}文字以上で、利用者名とは違うものにしてください。',
      en: 'A password has at least {least} characters and is not the user name.',
    },
    action: { ja: '長めの合い言葉にしてください。', en: 'Choose a longer one.' },
  },
  proxyEndsTooEarly: {
    sentence: { ja: '終わりの日が、始まりの日より前です。', en: 'The last day is before the first.' },
    action: { ja: '期間を確かめてください。', en: 'Check the days.' },
  },
  pinNeeded: {
    sentence: {
      ja: 'このお客様は暗証番号を決めています。',
      en: 'This rider has a PIN.',
    },
    action: { ja: '暗証番号の4けたを聞いてください。', en: 'Ask for the four digits of the PIN.' },
  },
  wrongPin: {
    sentence: { ja: '暗証番号が違います。', en: 'The PIN is not right.' },
    action: {
      ja: 'もう一度聞くか（あと {left} 回）、お客様ご本人に電話で確かめてください。',
      en: 'Ask once more ({left} left), or telephone the rider.',
    },
  },
  birthYearNeeded: {
    sentence: {
      ja: '代理の登録がない方からの取り消しです。',
      en: 'The caller is not registered as a proxy.',
    },
    action: { ja: 'お客様の生まれた年を聞いてください。', en: 'Ask for the rider’s year of birth.' },
  },
  wrongBirthYear: {
    sentence: { ja: '生まれた年が登録と違います。', en: 'The year of birth is not the one on record.' },
    action: {
      ja: 'もう一度聞くか（あと {left} 回）、お客様ご本人に電話で確かめてください。',
      en: 'Ask once more ({left} left), or telephone the rider.',
    },
  },
  tooManyPinAttempts: {
    sentence: {
      ja: '確認の答えが続けて違っています。',
      en: 'Too many wrong answers.',
    },
    action: {
      ja: '{minutes} 分ほど待つか、お客様ご本人に電話で確かめてください。',
      en: 'Wait about {minutes} minutes, or telephone the rider.',
    },
  },
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
  nameNotParted: {
    sentence: { ja: '姓と名の区切りが分かりません。', en: 'It is not clear where the family name ends.' },
    action: {
      ja: '姓と名のあいだに空白を入れてください。',
      en: 'Put a space between family and given name.',
    },
  },
  kanaGuessed: {
    sentence: {
      ja: 'ふりがなを登録済みの方から補いました。',
      en: 'The reading was taken from riders of the same name.',
    },
    action: { ja: '取り込んだあとで確かめてください。', en: 'Check it after the import.' },
  },
  needUnknown: {
    sentence: { ja: '配慮の書き方を読めませんでした。', en: 'The needs could not be understood.' },
    action: {
      ja: '車いす、歩行器、介助 などの言葉で入れてください。',
      en: 'Use words such as 車いす, 歩行器, 介助.',
    },
  },
  rowTwice: {
    sentence: { ja: '同じ方がこのファイルに二度あります。', en: 'The same person is in this file twice.' },
    action: { ja: '片方の行を消してください。', en: 'Delete one of the rows.' },
  },
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
};

/** The words for a refusal, its `{placeholders}` filled from the details. */
export function rejectionText(rejection: Rejection): RejectionText {
  const { sentence, action } = TEXTS[rejection.code];
  return { sentence: filled(sentence, rejection), action: filled(action, rejection) };
}

function filled(text: SpokenText, { details = {} }: Rejection): SpokenText {
  const fill = (words: string) =>
    words.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '…'));
  return { ja: fill(text.ja), en: fill(text.en) };
}
