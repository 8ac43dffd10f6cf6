import type { Person } from '../../backend/domain/person/person.ts';
import type { Place } from '../../backend/domain/place/place.ts';
import { createRandom, pickOne, type Random, randomInteger } from '../../seeds/seededRandom.ts';
import { samplePerson } from './sampleRows.ts';

/** Family names of the region, each with the other kanji that people write for the same sound, as `漢字 かな 別の字…`. */
const FAMILY_NAMES = `
  佐藤 さとう 左藤,鈴木 すずき,渡部 わたなべ 渡辺 渡邉 渡邊,五十嵐 いがらし,斎藤 さいとう 斉藤 齋藤 齊藤,星 ほし,長谷川 はせがわ,
  遠藤 えんどう,小林 こばやし,渡辺 わたなべ 渡部 渡邉,高橋 たかはし 髙橋,伊藤 いとう 伊東,大竹 おおたけ,二瓶 にへい,目黒 めぐろ,小椋 おぐら,
  物江 ものえ,菊地 きくち 菊池,安部 あべ 阿部,古川 ふるかわ,皆川 みながわ,新井田 にいだ,角田 つのだ,兼子 かねこ 金子,大塚 おおつか,
  湯田 ゆだ,室井 むろい,猪俣 いのまた,穴澤 あなざわ 穴沢,手代木 てしろぎ,蓮沼 はすぬま,大関 おおぜき,唐橋 からはし,冠木 かぶき,生江 なまえ,
  慶徳 けいとく,齋藤 さいとう 斉藤 斎藤,富田 とみた 冨田,瓜生 うりゅう,栗城 くりき,束原 つかはら,羽染 はぞめ,長嶋 ながしま 長島,
  山﨑 やまざき 山崎,櫻井 さくらい 桜井,廣瀬 ひろせ 広瀬,國分 こくぶん 国分,田邊 たなべ 田辺 田邉,舘岩 たていわ 館岩,佐々木 ささき,
  五ノ井 ごのい,神田 かんだ,野矢 のや,押部 おしべ,鵜川 うかわ,江花 えばな,坂内 ばんない,弓田 ゆみた,一条 いちじょう,芳賀 はが
`;

/** Given names of people over sixty, less common ones, so that few others are called the same. */
const GIVEN_NAMES = `
  ハツノ はつの,キクエ きくえ,トヨノ とよの,ミサヲ みさお,シゲ乃 しげの,フジ江 ふじえ,千鶴子 ちづこ,美津枝 みつえ,喜代乃 きよの,タケヨ たけよ,
  ユキノ ゆきの,松江 まつえ,志津 しづ,カツ江 かつえ,ハナヨ はなよ,君枝 きみえ,初代 はつよ,富美子 ふみこ,寿々子 すずこ,ウメヨ うめよ,
  八重子 やえこ,登美 とみ,ナツ江 なつえ,由紀江 ゆきえ,サキ さき,照代 てるよ,トキワ ときわ,ヒデノ ひでの,充子 みつこ,雪江 ゆきえ,
  源一郎 げんいちろう,寅次 とらじ,留吉 とめきち,新八 しんぱち,庄左衛門 しょうざえもん,伝次郎 でんじろう,喜三郎 きさぶろう,万吉 まんきち,
  常吉 つねきち,慶一 けいいち,孝太郎 こうたろう,周蔵 しゅうぞう,龍二 りゅうじ,貞夫 さだお,栄治 えいじ,邦彦 くにひこ,多喜男 たきお,
  重信 しげのぶ,勝衛 かつえ,芳雄 よしお,恒夫 つねお,恭平 きょうへい,文弥 ぶんや,英次郎 えいじろう,辰之助 たつのすけ,角蔵 かくぞう,
  与一 よいち,熊吉 くまきち,仁左 にざ,公平 こうへい
`;

interface ReadName {
  readonly text: string;
  readonly kana: string;
  readonly others: readonly string[];
}

function names(list: string): readonly ReadName[] {
  return list
    .split(',')
    .map((entry) => entry.trim().split(/\s+/))
    .map(([text = '', kana = '', ...others]) => ({ text, kana, others }));
}

/** What somebody types, and how it differs from the register. */
export interface SlipQuestion {
  readonly kind: string;
  readonly text: string;
  readonly personId: string;
}

export interface SlipCorpus {
  readonly people: readonly Person[];
  readonly questions: readonly SlipQuestion[];
}

/** Each name twice over, so that 120 invented people live here. */
const PEOPLE = 120;

/**
 * Invented people with names of the region, and how operators type them: in any script, with the slips people make. The
 * same hamlets and seed give the same corpus.
 * @param hamlets where they live
 * @param landmarks beside which every fourth of them lives, so that they are asked for by it
 */
export function slipCorpus(
  hamlets: readonly Place[],
  landmarks: readonly Place[] = [],
  seed = 1,
): SlipCorpus {
  const random = createRandom(seed);
  const families = names(FAMILY_NAMES);
  const givens = names(GIVEN_NAMES);
  const corpus = Array.from({ length: PEOPLE }, (_, i) => {
    const family = families[i % families.length]!;
    const given = givens[(i * 7 + Math.floor(i / families.length)) % givens.length]!;
    const hamlet = pickOne(random, hamlets);
    const digits = String(1000 + i * 37).slice(-4);
    const invented = invent(i, family, given, hamlet, digits, random);
    const landmark = i % 4 === 0 ? landmarks[(i * 5) % Math.max(1, landmarks.length)] : undefined;
    const person = landmark ? { ...invented, home: roundTheCorner(landmark, i) } : invented;
    return { family, person, hamlet, landmark };
  });
  return {
    people: corpus.map(({ person }) => person),
    questions: corpus.flatMap(({ family, person, hamlet, landmark }) => [
      ...questionsOf(person, family, hamlet, random),
      ...(landmark ? landmarkQuestions(person, landmark) : []),
    ]),
  };
}

/** A home 60 to 180 m from a landmark. */
function roundTheCorner({ coordinates: { lon, lat } }: Place, index: number): Person['home'] {
  const metres = 60 + (index % 5) * 30;
  return { lon: lon + metres / 88_000, lat };
}

function landmarkQuestions({ id, familyName, familyKana }: Person, landmark: Place): readonly SlipQuestion[] {
  return [
    {
      kind: 'a landmark near the home, in a sentence',
      text: `${landmark.name}のそばの${familyName}さん`,
      personId: id,
    },
    { kind: 'a landmark near the home, two words', text: `${landmark.name} ${familyKana}`, personId: id },
  ];
}

function invent(
  index: number,
  family: ReadName,
  given: ReadName,
  hamlet: Place,
  digits: string,
  random: Random,
): Person {
  const house = index % 3 === 0 ? { houseName: '糀屋敷', houseKana: 'こうじやしき' } : {};
  return samplePerson({
    id: `corpus-${index}`,
    householdId: `corpus-house-${index}`,
    familyName: family.text,
    familyKana: family.kana,
    givenName: given.text,
    givenKana: given.kana,
    birthYear: randomInteger(random, 1930, 1958),
    municipality: hamlet.municipality,
    hamlet: hamlet.name,
    phone: `0242-09-${digits}`,
    home: hamlet.coordinates,
    ...{ houseName: null, houseKana: null, ...house },
  });
}

function questionsOf(person: Person, family: ReadName, hamlet: Place, random: Random): SlipQuestion[] {
  const { familyKana, givenKana, familyName, givenName, birthYear } = person;
  const kana = familyKana + givenKana;
  const typed: (readonly [string, string | undefined])[] = [
    ['hiragana', kana],
    ['katakana', toKatakana(kana)],
    ['half-width katakana', toHalfWidth(toKatakana(kana))],
    ['Latin letters', `${toRomaji(familyKana)} ${toRomaji(givenKana)}`],
    ['voicing marks dropped', unvoiced(kana)],
    ['a voicing mark too many', voicedOnce(kana, random)],
    ['ぢ for じ, づ for ず', kana.replace(/[じず]/g, (one) => (one === 'じ' ? 'ぢ' : 'づ'))],
    ['long vowels dropped', kana.replace(/([おこそとのほもよろょうくすつぬふむゆるゅ])う/g, '$1')],
    ['long vowels as a bar', kana.replace(/([おこそとのほもよろょ])う/g, '$1ー')],
    [
      'small kana as large',
      kana.replace(/[ゃゅょっ]/g, (one) => ({ ゃ: 'や', ゅ: 'ゆ', ょ: 'よ', っ: 'つ' })[one]!),
    ],
    ['one kana wrong', oneWrong(kana, random)],
    ['one kana missing', oneMissing(kana, random)],
    ['one kana twice', oneTwice(kana, random)],
    ['two kana swapped', twoSwapped(kana, random)],
    ['a slip in the given name, written apart', `${familyKana} ${oneWrong(givenKana, random)}`],
    ['kanji as registered', familyName + givenName],
    ['other kanji of the same sound', family.others[0] && `${family.others[0]} ${givenName}`],
    ['kanji and kana', `${familyName} ${givenKana}`],
    ['given name first', `${givenKana} ${familyKana}`],
    ['family name and year of birth', `${familyKana} 昭${birthYear - 1925} ${givenKana.slice(0, 2)}`],
    ['hamlet and given name', `${hamlet.name.split(' ').at(-1)} ${givenKana}`],
    ['hamlet in kana and name', hamlet.kana === '' ? undefined : `${hamlet.kana} ${familyKana} ${givenKana}`],
    ['hamlet の name さん', `${hamlet.name.split(' ').at(-1)}の${familyName}${givenName}さん`],
    [
      'house name and name',
      person.houseKana === null ? undefined : `${person.houseKana} ${familyKana} ${givenKana}`,
    ],
    ['telephone without hyphens', person.phone.replaceAll('-', '')],
    [
      'telephone in full width',
      person.phone.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['telephone with the country code', person.phone.replace(/^0/, '+81 ')],
  ];
  return typed.flatMap(([kind, text]) => (text === undefined ? [] : [{ kind, text, personId: person.id }]));
}

const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Half-width katakana: voicing marks become characters of their own. */
function toHalfWidth(katakana: string): string {
  const full =
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンッャュョー';
  const half = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｯｬｭｮｰ';
  return [...katakana.normalize('NFD')]
    .map((one) => (one === '\u3099' ? 'ﾞ' : one === '\u309a' ? 'ﾟ' : (half[full.indexOf(one)] ?? one)))
    .join('');
}

const ROMAJI_ROWS: readonly (readonly [string, string])[] = [
  ['あいうえお', 'a i u e o'],
  ['かきくけこ', 'ka ki ku ke ko'],
  ['がぎぐげご', 'ga gi gu ge go'],
  ['さしすせそ', 'sa shi su se so'],
  ['ざじずぜぞ', 'za ji zu ze zo'],
  ['たちつてと', 'ta chi tsu te to'],
  ['だぢづでど', 'da ji zu de do'],
  ['なにぬねの', 'na ni nu ne no'],
  ['はひふへほ', 'ha hi fu he ho'],
  ['ばびぶべぼ', 'ba bi bu be bo'],
  ['ぱぴぷぺぽ', 'pa pi pu pe po'],
  ['まみむめも', 'ma mi mu me mo'],
  ['やゆよ', 'ya yu yo'],
  ['らりるれろ', 'ra ri ru re ro'],
  ['わをん', 'wa o n'],
];
const LATIN = new Map(
  ROMAJI_ROWS.flatMap(([kana, latin]) => [...kana].map((one, i) => [one, latin.split(' ')[i]!] as const)),
);

/** Hepburn without signs for long vowels, as names stand in passports. */
function toRomaji(kana: string): string {
  const contracted = kana.replace(
    /([きぎしじちにひびみり])([ゃゅょ])/g,
    (_, first: string, small: string) => {
      const consonant = LATIN.get(first)!.slice(0, -1);
      const vowel = { ゃ: 'a', ゅ: 'u', ょ: 'o' }[small]!;
      return /^(?:sh|ch|j)$/.test(consonant) ? consonant + vowel : `${consonant}y${vowel}`;
    },
  );
  return [...contracted]
    .map((one) => LATIN.get(one) ?? one)
    .join('')
    .replace(/っ(.)/g, '$1$1')
    .replace(/ou/g, 'o')
    .replace(/oo/g, 'o')
    .replace(/uu/g, 'u');
}

const unvoiced = (kana: string): string => kana.normalize('NFD').replace(/[\u3099\u309a]/g, '');

function voicedOnce(kana: string, random: Random): string {
  const places = [...kana].flatMap((one, i) =>
    /[かきくけこさしすせそたてとはひふへほ]/.test(one) ? [i] : [],
  );
  if (places.length === 0) return kana;
  return replaceAt(kana, pickOne(random, places), (one) => `${one}\u3099`.normalize('NFC'));
}

const KANA = [
  ...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん',
];

const oneWrong = (kana: string, random: Random): string =>
  replaceAt(kana, randomInteger(random, 0, kana.length - 1), (one) =>
    pickOne(
      random,
      KANA.filter((other) => other !== one),
    ),
  );
const oneMissing = (kana: string, random: Random): string =>
  replaceAt(kana, randomInteger(random, 0, kana.length - 1), () => '');
const oneTwice = (kana: string, random: Random): string =>
  replaceAt(kana, randomInteger(random, 0, kana.length - 1), (one) => one + one);

function twoSwapped(kana: string, random: Random): string {
  const at = randomInteger(random, 0, kana.length - 2);
  return kana.slice(0, at) + kana[at + 1] + kana[at] + kana.slice(at + 2);
}

function replaceAt(text: string, at: number, change: (one: string) => string): string {
  return text.slice(0, at) + change(text[at] ?? '') + text.slice(at + 1);
}
