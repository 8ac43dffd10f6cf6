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
