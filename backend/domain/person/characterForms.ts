/** Old and rare forms of characters in names: the most common form, then what people and registers write for it. */
const FORMS = `
  高髙 崎﨑嵜碕 辺邉邊 斎齋齊斉 沢澤 浜濱濵 広廣 島嶋嶌 国國 徳德悳 槙槇 恵惠 真眞 竜龍 桜櫻 関關 富冨 滝瀧 峰峯 条條
  穂穗 栄榮 蔵藏 寿壽 豊豐 円圓 実實 弥彌 与與 来來 吉𠮷 土圡 青靑 桑桒 渕淵 篭籠 万萬 仏佛 寛寬 清淸 静靜 礼禮
  禄祿 教敎 暁曉 荘莊 館舘 鉄鐵 桧檜 鴎鷗 郷鄕 曽曾 会會 塩鹽 応應 尭堯 亀龜 帰歸 気氣 区區 径徑 県縣 検檢 権權
  剣劍 厳嚴 黒黑 参參 賛贊 児兒 収收 従從 渋澁 処處 将將 焼燒 乗乘 浄淨 数數 瀬瀨 専專 戦戰 禅禪 双雙 増增 続續
  体體 滞滯 台臺 団團 昼晝 鋳鑄 鎮鎭 点點 伝傳 党黨 灯燈 独獨 読讀 届屆 縄繩 弐貳 発發 髪髮 抜拔 秘祕 並竝 変變
  宝寶 没沒 毎每 満滿 黙默 薬藥 予豫 様樣 頼賴 乱亂 覧覽 両兩 緑綠 涙淚 塁壘 歴歷 暦曆 楼樓 録錄 湾灣 柳栁 柏栢
  梅楳 鶴靏靍 橋𣘺 角⻆ 船舩 奥奧 横橫 温溫 芦蘆 巌巖 勲勳 薫薰 恒恆 翠翆 遥遙 凛凜 冴冱 糀麹
`;

/** `[form]` holds the most common form of a character. */
const COMMON_FORM: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split(/\s+/)
    .flatMap(([common = '', ...others]) => others.map((other) => [other, common] as const))
    .filter(([other, common]) => other !== common),
);

/** The form of a character under which names are compared; undefined where it is its own. */
export function commonForm(character: string): string | undefined {
  return COMMON_FORM.get(character);
}
