/** Hepburn without marks for long vowels, the usual form on Japanese road signs. */
const SYLLABLES: Readonly<Record<string, string>> = Object.fromEntries(
  `あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso
  ざza じji ずzu ぜze ぞzo たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno
  はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo
  やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ぁa ぃi ぅu ぇe ぉo ゔvu
  きゃkya きゅkyu きょkyo ぎゃgya ぎゅgyu ぎょgyo しゃsha しゅshu しょsho じゃja じゅju じょjo
  ちゃcha ちゅchu ちょcho にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo びゃbya びゅbyu びょbyo
  ぴゃpya ぴゅpyu ぴょpyo みゃmya みゅmyu みょmyo りゃrya りゅryu りょryo
  てぃti でぃdi ふぁfa ふぃfi ふぇfe ふぉfo うぃwi うぇwe しぇshe じぇje ちぇche`
    .split(/\s+/)
    .map((pair) => [pair.replaceAll(/[a-z]/g, ''), pair.replaceAll(/[^a-z]/g, '')]),
);

/** A hiragana or katakana reading in Latin letters, capitalised; signs it does not know stay as they are. */
export function romaji(kana: string): string {
  const hiragana = kana.replaceAll(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
  let text = '';
  let doubles = false;
  for (let at = 0; at < hiragana.length; ) {
    const two = SYLLABLES[hiragana.slice(at, at + 2)];
    const sign = hiragana[at]!;
    const syllable = two ?? SYLLABLES[sign];
    at += two ? 2 : 1;
    if (sign === 'っ') {
      doubles = true;
      continue;
    }
    if (sign === 'ー') continue;
    const sound = syllable ?? sign;
    // っち is written tch.
    text += doubles ? (sound.startsWith('ch') ? 't' : (sound[0] ?? '')) + sound : sound;
    doubles = false;
  }
  const short = text.replaceAll('ou', 'o').replaceAll('oo', 'o').replaceAll('uu', 'u');
  return short.replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}
