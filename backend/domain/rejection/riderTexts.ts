import type { RejectionText } from './rejectionText.ts';

/** Refusals of calls and riders. */
export const RIDER_TEXTS = {
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
  textTooLong: {
    sentence: { ja: '文字が多すぎます。', en: 'This text is too long.' },
    action: { ja: '{most}文字までに短くしてください。', en: 'Shorten it to at most {most} characters.' },
  },
  tooManyPhones: {
    sentence: { ja: '電話番号が多すぎます。', en: 'There are too many telephone numbers.' },
    action: {
      ja: '主な番号のほかは、{most}個までにしてください。',
      en: 'Enter at most {most} besides the main one.',
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
  importUnreadable: {
    sentence: { ja: 'このファイルは読めません。', en: 'This file cannot be read.' },
    action: {
      ja: 'Excel（.xlsx）か CSV のファイルを選んでください。',
      en: 'Choose an Excel (.xlsx) or CSV file.',
    },
  },
  importEmpty: {
    sentence: {
      ja: 'このファイルには、見出しの下に行がありません。',
      en: 'This file has no rows below its headers.',
    },
    action: {
      ja: '1行目が見出し、2行目からお客様になっているか確かめて、選び直してください。',
      en: 'See that the first row holds the headers and riders follow from the second on, then choose again.',
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
  unknownDistinct: {
    sentence: { ja: 'この記録は見つかりません。', en: 'This record cannot be found.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
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
  proxyEndsTooEarly: {
    sentence: { ja: '終わりの日が、始まりの日より前です。', en: 'The last day is before the first.' },
    action: { ja: '期間を確かめてください。', en: 'Check the days.' },
  },
  proxyAlreadyThere: {
    sentence: {
      ja: 'この方は、もう代理の方として登録されています。',
      en: 'This person is registered as a proxy already.',
    },
    action: {
      ja: 'お任せになることを変えるときは、今の登録を終えてから、もう一度登録してください。',
      en: 'To change what is left to them, end the entry there is, then register them again.',
    },
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
} as const satisfies Readonly<Record<string, RejectionText>>;
