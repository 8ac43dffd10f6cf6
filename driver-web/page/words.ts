import type { NeedName } from '../../backend/contract/index.ts';
import { actTexts } from '../../screen-kit/words/actTexts.ts';

/** Texts of the driver's page. */
export const texts = {
  ...actTexts,
  trial: { ja: '試用中です。お客様も予約も架空のものです。', en: 'Trial: riders and bookings are invented.' },
  title: { ja: '運行表', en: 'Manifest' },
  nextStop: { ja: '次の行き先', en: 'Next stop' },
  hereNow: { ja: 'いま停車中', en: 'Stopped at' },
  planned: { ja: (time: string) => `予定 ${time}`, en: (time: string) => `Planned ${time}` },
  until: {
    ja: (from: string, to: string) => `${from}〜${to}`,
    en: (from: string, to: string) => `${from}–${to}`,
  },
  restHere: {
    ja: (from: string, to: string) => `${from}から${to}まで休憩`,
    en: (from: string, to: string) => `Rest from ${from} to ${to}`,
  },
  restWhy: {
    ja: '続けて運転できるのは4時間までです。時刻になるまで、出発しないでください。',
    en: 'Four hours at the wheel are the most without a rest. Please do not leave before then.',
  },
  restThen: {
    ja: (time: string, place: string) => `${time}まで休憩。そのあと${place}へ`,
    en: (time: string, place: string) => `Rest until ${time}, then for ${place}`,
  },
  waitHere: {
    ja: (time: string) => `${time}ごろに出れば、間に合います`,
    en: (time: string) => `Leaving at about ${time} is early enough`,
  },
  waitWhy: {
    ja: 'それまで近くでお待ちください。「出発」は、出るときに押してください。待つあいだに、ほかのお迎えが入ることがあります。',
    en: 'Please wait nearby until then, and tap Depart when you leave. Another ride may come in meanwhile.',
  },
  waitMore: {
    ja: 'それまで近くでお待ちください。待つあいだに、ほかのお迎えが入ることがあります。',
    en: 'Please wait nearby until then. Another ride may come in meanwhile.',
  },
  waitThen: {
    ja: (time: string, place: string) => `${time}ごろ、${place}へ`,
    en: (time: string, place: string) => `At about ${time}, for ${place}`,
  },
  promised: { ja: (window: string) => `お約束 ${window}`, en: (window: string) => `Promised ${window}` },
  held: {
    ja: (time: string) =>
      `仮の予約です。お客様のお返事を ${time} まで待っています。それまでは予定どおり向かってください。お返事がなければ、この予定は消えます。`,
    en: (time: string) =>
      `Not agreed yet: we wait for the rider’s yes until ${time}. Go there as planned until then; without a yes this stop goes away.`,
  },
  inBrackets: { ja: (what: string) => `（${what}）`, en: (what: string) => ` (${what})` },
  heldMark: { ja: '（仮）', en: ' (not agreed yet)' },
  late: {
    ja: (minutes: number) => `お約束を${minutes}分過ぎています`,
    en: (minutes: number) => `${minutes} min past the promise`,
  },
  getsIn: { ja: '乗る方', en: 'Gets in' },
  getsOut: { ja: '降りる方', en: 'Gets out' },
  nobody: { ja: '乗り降りはありません', en: 'Nobody gets in or out' },
  waitPlace: {
    ja: '乗り降りはありません。ここで待つと、次のお約束と休憩に間に合います。',
    en: 'Nobody gets in or out. Waiting here keeps the next promise and your break.',
  },
  waitNear: {
    ja: '乗り降りはありません。この近くで待つと、次のお約束と休憩に間に合います。お宅には声をかけないでください。',
    en: 'Nobody gets in or out. Waiting near here keeps the next promise and your break. Please ring at no door.',
  },
  people: {
    ja: (count: number) => `${count}人`,
    en: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  },
  fare: { ja: (yen: string) => `運賃 ${yen}`, en: (yen: string) => `Fare ${yen}` },
  to: { ja: (place: string) => `${place}まで`, en: (place: string) => `to ${place}` },
  call: { ja: '電話', en: 'Call' },
  callRider: { ja: (name: string) => `${name}様に電話`, en: (name: string) => `Call ${name}` },
  note: { ja: '申し送り', en: 'Note' },
  serveFirst: { ja: '先にこの方', en: 'This one first' },
  isNext: { ja: '次の記録', en: 'Next to record' },
  rideOpen: { ja: 'これから', en: 'To come' },
  rideIn: { ja: 'お乗りです', en: 'On board' },
  rideOut: { ja: '降りました', en: 'Got out' },
  rideNoShow: { ja: 'お見えにならず', en: 'Did not come' },
  rideCancelled: { ja: '取り消し', en: 'Cancelled' },

  actChanged: { ja: '行き先が変わりました', en: 'The next stop has changed' },
  firstThere: {
    ja: (place: string, time: string) => `先に${place}へ（${time}）。`,
    en: (place: string, time: string) => `First ${place}, ${time}.`,
  },
  thenThere: {
    ja: (place: string, time: string) => `${place}は、そのあとです（${time}）。`,
    en: (place: string, time: string) => ` ${place} comes after it, ${time}.`,
  },
  saidTakeBack: { ja: '「到着」の取り消し', en: 'not arrived' },
  saidBoard: { ja: '「お乗り」', en: 'got in' },
  saidAlight: { ja: '「お降り」', en: 'got out' },
  saidNoShow: { ja: '「お見えにならず」', en: 'did not come' },
  saidEnd: { ja: '「業務終了」', en: 'shift ended' },
  saidTakeBackEnd: { ja: '「業務終了」の取り消し', en: 'not ended' },
  saidDepart: { ja: '「出発」', en: 'departed' },

  noShowTitle: {
    ja: (name: string) => `${name}様は、お見えになりませんか`,
    en: (name: string) => `Has ${name} not come?`,
  },
  noShowWait: {
    ja: (time: string, minutes: number) => `お約束は${time}までです。あと${minutes}分お待ちください。`,
    en: (time: string, minutes: number) =>
      `The promise runs until ${time}. Please wait another ${minutes} min.`,
  },
  noShowOver: {
    ja: (time: string) => `お約束の${time}を過ぎました。`,
    en: (time: string) => `The promised ${time} has passed.`,
  },
  noShowCallFirst: { ja: 'まず、お電話してください。', en: 'Please call first.' },
  noShowNoPhone: {
    ja: '電話番号がありません。事務所に確かめてください。',
    en: 'There is no telephone number. Please ask the office.',
  },
  noShowConsequence: {
    ja: '記録すると、この方の予約は終わります。',
    en: 'Recording it ends this booking.',
  },
  noShowConfirm: { ja: 'お見えにならず と記録する', en: 'Record as not come' },
  keepWaiting: { ja: 'もう少し待つ', en: 'Wait a little longer' },
  callOffice: { ja: '事務所に電話', en: 'Call the office' },

  connected: { ja: '接続中', en: 'Connected' },
  connecting: { ja: '接続しています', en: 'Connecting' },
  stale: { ja: '更新待ち', en: 'Updating' },
  offline: { ja: '電波なし', en: 'No signal' },
  waiting: { ja: (count: number) => `送信待ち ${count}件`, en: (count: number) => `${count} to send` },
  lastRead: { ja: (time: string) => `${time} 現在の予定です`, en: (time: string) => `As of ${time}` },
  offlineNote: {
    ja: (time: string) =>
      `電波がありません。${time}現在の予定を表示しています。記録はこの端末に残り、つながると自動で送ります。`,
    en: (time: string) =>
      `No signal. This is the plan as of ${time}. What you record stays here and is sent by itself later.`,
  },
  notKept: {
    ja: 'この端末に記録を残せません。画面を閉じずに、事務所に電話してください。',
    en: 'This device cannot keep records. Do not close the page, and call the office.',
  },
  signInAgain: {
    ja: 'サインインが切れました。記録は残っています。もう一度サインインすると送られます。',
    en: 'You are signed out. Your records are kept. Sign in again to send them.',
  },
  signInNow: { ja: 'サインインする', en: 'Sign in' },
  otherWindow: {
    ja: 'この画面は、別の窓でも開いています。そちらをお使いください。',
    en: 'This page is open in another window. Please use that one.',
  },
  refusedTitle: {
    ja: (what: string) => `受け付けられなかった記録 ${what}`,
    en: (what: string) => `Not accepted: ${what}`,
  },
  dismiss: { ja: '確認しました', en: 'Understood' },
  changesTitle: { ja: '予定が変わりました', en: 'The plan has changed' },
  changeAdded: { ja: '追加', en: 'New' },
  changeRemoved: { ja: '取り消し', en: 'Cancelled' },
  changeMoved: { ja: '時刻変更', en: 'New time' },

  restOfDay: { ja: 'このあとの予定', en: 'Later today' },
  restEmpty: { ja: 'このあとの予定はありません。', en: 'Nothing else is planned.' },
  doneStops: {
    ja: (count: number) => `終わったところ ${count}か所`,
    en: (count: number) => `${count} stops done`,
  },
  noShift: { ja: 'きょうの便はありません。', en: 'You have no shift today.' },
  noShiftHelp: {
    ja: '違うときは、事務所に電話してください。',
    en: 'If that is wrong, please call the office.',
  },
  noStop: { ja: 'いま、次の予定はありません。', en: 'There is no next stop at the moment.' },
  endShift: { ja: '業務を終える', en: 'End my shift' },
  endTitle: { ja: '業務を終えますか', en: 'End your shift?' },
  endNotYet: { ja: 'まだ業務を終えられません', en: 'The shift cannot be ended yet' },
  endsAt: {
    ja: (time: string) => `この便は${time}までの予定です。`,
    en: (time: string) => `This shift is planned until ${time}.`,
  },
  endMeans: {
    ja: '終えると、この車にはもうお客様が入りません。事務所の画面にも出ます。',
    en: 'No more riders will be given to this vehicle, and the office sees it.',
  },
  endAboard: {
    ja: (count: number) => `お乗りの方がいます（${count}件）。降りた記録をしてから、終えてください。`,
    en: (count: number) => `Somebody is aboard (${count}). Record that they have got out, then end it.`,
  },
  endAwaited: {
    ja: (count: number) =>
      `お迎えの予定が残っています（${count}件）。早く終えるときは、事務所に電話して、ほかの車に移してもらってください。`,
    en: (count: number) =>
      `Riders are still to be fetched (${count}). To end early, call the office to have them moved to other vehicles.`,
  },
  goOn: { ja: 'まだ続ける', en: 'Go on working' },
  endedAt: {
    ja: (time: string) => `${time}に業務を終えました。お疲れさまでした。`,
    en: (time: string) => `You ended your shift at ${time}. Thank you.`,
  },
  endedByDesk: {
    ja: (time: string) => `${time}に、事務所が業務終了にしました。お疲れさまでした。`,
    en: (time: string) => `The office ended this shift at ${time}. Thank you.`,
  },
  endedHelp: {
    ja: 'まだ走れるときは取り消してください。またお客様が入るようになります。',
    en: 'If you can go on after all, take it back: riders can be given to you again.',
  },
  takeBackEnd: { ja: '業務終了を取り消す', en: 'Take the end back' },
  ended: { ja: '業務終了', en: 'Shift ended' },
  standby: { ja: '待機中', en: 'Standing by' },
  noStopHelp: {
    ja: '予定が入ると、この画面でお知らせします。',
    en: 'This page will tell you when one is added.',
  },
  allDone: { ja: 'きょうの予定は終わりました。お疲れさまでした。', en: 'All stops are done. Thank you.' },
  nothingYet: {
    ja: 'まだ予定を受け取っていません。電波の届くところで開いてください。',
    en: 'No plan received yet. Please open this page where there is a signal.',
  },
  shiftHours: {
    ja: (from: string, to: string) => `${from}〜${to}`,
    en: (from: string, to: string) => `${from}–${to}`,
  },
  departDepot: {
    ja: (place: string, time: string) => `${place}を ${time} に出ます`,
    en: (place: string, time: string) => `Leave ${place} at ${time}`,
  },

  readyTitle: {
    ja: 'お帰りの用意ができた方を、事務所に知らせる',
    en: 'Tell the office who is ready to go home',
  },
  readyWaits: {
    ja: 'まだ知らせていません。この端末に残っています。つながりしだい、事務所に知らせます。',
    en: 'Not told yet. It is kept here and told to the office as soon as there is a signal.',
  },
  readyTakeBack: { ja: '知らせるのをやめる', en: 'Do not tell' },
  readyAnswer: {
    ja: (name: string) => `お帰りの返事 ${name} 様`,
    en: (name: string) => `About the way home of ${name}`,
  },
  ready: { ja: '用意ができた', en: 'Ready' },
  readyRefused: {
    ja: 'お帰りの車は、事務所に電話して頼んでください。',
    en: 'Please call the office about the way home.',
  },
  at: { ja: (place: string) => `${place}で降りた方`, en: (place: string) => `got out at ${place}` },

  menu: { ja: 'メニュー', en: 'Menu' },
  close: { ja: '閉じる', en: 'Close' },
  look: { ja: '画面の色', en: 'Colours' },
  lookAuto: { ja: '自動', en: 'Automatic' },
  lookDay: { ja: '昼', en: 'Day' },
  lookNight: { ja: '夜', en: 'Night' },
  language: { ja: '言語', en: 'Language' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  signOutWaits: {
    ja: (count: number) => `送信待ちの記録が${count}件あります。送り終わってからサインアウトしてください。`,
    en: (count: number) => `${count} records wait to be sent. Please sign out after they are sent.`,
  },
  sharePosition: { ja: '車の位置を事務所に知らせる', en: 'Tell the office where the vehicle is' },
};

/** What to know about a rider, said as a driver would. */
export const needTexts = {
  walker: { ja: '歩行器', en: 'Walker' },
  wheelchair: { ja: '車いす', en: 'Wheelchair' },
  stretcher: { ja: '寝台', en: 'Stretcher' },
  doorHelp: { ja: '玄関先で手伝い', en: 'Help at the door' },
  sight: { ja: '目が不自由', en: 'Sight impaired' },
  hearing: { ja: '耳が不自由', en: 'Hard of hearing' },
  oxygen: { ja: '酸素', en: 'Oxygen' },
  serviceAnimal: { ja: '補助犬', en: 'Assistance dog' },
} satisfies Record<NeedName, { ja: string; en: string }>;
