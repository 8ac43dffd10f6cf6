/** What a driver reports, as it is said on the driver's own page and at the desk. */
export const actTexts = {
  aBreak: { ja: '休憩', en: 'Break' },
  name: { ja: (name: string) => `${name} 様`, en: (name: string) => name },
  homeOf: { ja: (name: string) => `${name} 様宅`, en: (name: string) => `${name}’s home` },
  arrive: { ja: '到着', en: 'Arrived' },
  beginBreak: { ja: '休憩に入る', en: 'Begin break' },
  endBreak: { ja: '休憩を終える', en: 'End break' },
  board: { ja: 'お乗りになりました', en: 'Got in' },
  alight: { ja: 'お降りになりました', en: 'Got out' },
  depart: { ja: '出発', en: 'Depart' },
  departFor: { ja: (place: string) => `${place}へ`, en: (place: string) => `for ${place}` },
  depot: { ja: '車庫', en: 'the depot' },
  noShow: { ja: 'お見えにならない', en: 'Did not come' },
  undo: { ja: (what: string) => `${what} を取り消す`, en: (what: string) => `Take back: ${what}` },
  saidArrive: { ja: '「到着」', en: 'arrived' },
};
