/** Words that facilities' names are made of, with their readings; longer ones first where one holds another. */
const WORDS: readonly (readonly [string, string])[] = `
  介護老人保健施設 かいごろうじんほけんしせつ,特別養護老人ホーム とくべつようごろうじんほーむ,循環器科 じゅんかんきか,循環器 じゅんかんき,
  整形外科 せいけいげか,脳神経外科 のうしんけいげか,脳神経内科 のうしんけいないか,神経内科 しんけいないか,胃腸科 いちょうか,呼吸器科 こきゅうきか,
  小児科 しょうにか,産婦人科 さんふじんか,婦人科 ふじんか,皮膚科 ひふか,泌尿器科 ひにょうきか,耳鼻咽喉科 じびいんこうか,眼科 がんか,
  精神科 せいしんか,心療内科 しんりょうないか,内科 ないか,外科 げか,歯科 しか,医療センター いりょうせんたー,総合病院 そうごうびょういん,
  厚生病院 こうせいびょういん,中央病院 ちゅうおうびょういん,病院 びょういん,診療所 しんりょうじょ,医院 いいん,薬局 やっきょく,調剤 ちょうざい,
  市役所 しやくしょ,町役場 まちやくば,村役場 むらやくば,役場 やくば,支所 ししょ,出張所 しゅっちょうじょ,本庁舎 ほんちょうしゃ,庁舎 ちょうしゃ,
  市民センター しみんせんたー,公民館 こうみんかん,集会所 しゅうかいじょ,集会場 しゅうかいじょう,交流館 こうりゅうかん,体育館 たいいくかん,図書館 としょかん,
  会館 かいかん,郵便局 ゆうびんきょく,小学校 しょうがっこう,中学校 ちゅうがっこう,高等学校 こうとうがっこう,高校 こうこう,幼稚園 ようちえん,
  保育所 ほいくしょ,保育園 ほいくえん,地区 ちく,中央 ちゅうおう,駅前 えきまえ,温泉 おんせん,道の駅 みちのえき,駅 えき,商店 しょうてん,
  酒店 さかてん,旅館 りょかん,神社 じんじゃ,公園 こうえん,老人福祉センター ろうじんふくしせんたー,福祉センター ふくしせんたー,
  老人ホーム ろうじんほーむ,会津若松 あいづわかまつ,会津坂下 あいづばんげ,会津美里 あいづみさと,会津 あいづ,喜多方 きたかた,北塩原 きたしおばら,
  猪苗代 いなわしろ,磐梯 ばんだい,湯川 ゆがわ,柳津 やないづ,三島 みしま,金山 かねやま,昭和 しょうわ,若松 わかまつ,坂下 ばんげ,美里 みさと,
  佐藤 さとう,鈴木 すずき,渡部 わたなべ,渡辺 わたなべ,斎藤 さいとう,遠藤 えんどう,小林 こばやし,山口 やまぐち,高橋 たかはし,加藤 かとう,
  伊藤 いとう,五十嵐 いがらし,長谷川 はせがわ,目黒 めぐろ,吉田 よしだ,阿部 あべ,菊地 きくち,武藤 むとう,金子 かねこ,酒井 さかい,
  入澤 いりさわ,入沢 いりさわ,山田 やまだ,田中 たなか,荒井 あらい,松本 まつもと,石田 いしだ,福島県立 ふくしまけんりつ,県立 けんりつ,
  市立 しりつ,町立 ちょうりつ,村立 そんりつ,第一 だいいち,第二 だいに,第三 だいさん,東 ひがし,西 にし,南 みなみ,北 きた,新 しん,本 ほん
`
  .split(',')
  .map((pair) => pair.trim().split(' ') as [string, string])
  .sort(([a], [b]) => b.length - a.length);

const READING = new Map(WORDS);
const ANY_WORD = new RegExp(WORDS.map(([word]) => word).join('|'), 'gu');

/** A facility's name with the words that are known read as kana; kanji that are not known stay. */
export function facilityReading(name: string): string {
  return name.normalize('NFKC').replace(ANY_WORD, (word) => READING.get(word) ?? word);
}

/** What stands behind a place's own name: 高田公民館 is 高田's. */
const END =
  /(?:地区)?(?:公民館|集会所|集会場|会館|交流館|市民センター|コミュニティセンター|多目的センター|生活改善センター|センター|小学校|中学校|高等学校|体育館|郵便局|診療所|医院|クリニック|病院|役場|支所|駅|温泉)$/u;

/** A facility's name without what it is; undefined where nothing is left or nothing was there. */
export function facilityStem(name: string): string | undefined {
  const stem = name.normalize('NFKC').replace(END, '');
  return stem === '' || stem === name.normalize('NFKC') ? undefined : stem;
}
