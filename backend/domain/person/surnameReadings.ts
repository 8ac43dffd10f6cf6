/** Surnames of the region that are read in more than one way. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  渡部: ['わたなべ', 'わたべ'],
  角田: ['つのだ', 'かくた', 'すみだ'],
  小椋: ['おぐら', 'こくら'],
  上野: ['うえの', 'かみの'],
  馬場: ['ばば', 'ばんば'],
  神田: ['かんだ', 'かみだ'],
  安部: ['あべ', 'やすべ'],
  本名: ['ほんな', 'ほんみょう'],
  新田: ['にった', 'しんでん', 'あらた'],
  新井田: ['にいだ', 'あらいだ'],
  菅野: ['かんの', 'すがの'],
  菅家: ['かんけ', 'すがや'],
  五十嵐: ['いがらし', 'いからし'],
  長谷川: ['はせがわ', 'ながたにがわ'],
  皆川: ['みながわ', 'みなかわ'],
  高田: ['たかだ', 'たかた'],
  東海林: ['しょうじ', 'とうかいりん'],
  羽生: ['はぶ', 'はにゅう'],
  薄: ['すすき', 'うすい'],
  生江: ['なまえ', 'いくえ'],
};

/** How else a surname may be read than it is registered: the operator hears one reading, the register has the other. */
export function otherReadings(surname: string, registered: string): readonly string[] {
  return (READINGS[surname] ?? []).filter((reading) => reading !== registered);
}

/** Surnames that an input method offers for a sound, though nobody of the register may write theirs so. */
export const COMMON_SURNAMES: readonly { readonly name: string; readonly kana: string }[] = `
  伊藤 いとう,伊東 いとう,佐藤 さとう,左藤 さとう,斎藤 さいとう,西東 さいとう,菊地 きくち,菊池 きくち,阿部 あべ,安部 あべ,安倍 あべ,渡辺 わたなべ,
  渡部 わたなべ,太田 おおた,大田 おおた,金子 かねこ,兼子 かねこ,富田 とみた,高橋 たかはし,鈴木 すずき,小林 こばやし,加藤 かとう,山口 やまぐち,
  吉田 よしだ,山田 やまだ,佐々木 ささき,松本 まつもと,井上 いのうえ,木村 きむら,清水 しみず,山崎 やまざき,中島 なかじま,石井 いしい,小川 おがわ,
  後藤 ごとう,五島 ごとう,遠藤 えんどう,青木 あおき,坂本 さかもと,阪本 さかもと,村上 むらかみ,近藤 こんどう,橋本 はしもと,酒井 さかい,坂井 さかい,
  堺 さかい,古川 ふるかわ,古河 ふるかわ,長谷川 はせがわ,大塚 おおつか,角田 つのだ,荒井 あらい,新井 あらい,五十嵐 いがらし,目黒 めぐろ
`
  .split(',')
  .map((pair) => pair.trim().split(' '))
  .map(([name = '', kana = '']) => ({ name, kana }));
