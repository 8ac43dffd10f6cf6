import { chosenKey, NO, type Said, YES, YES_OR_NO } from './understand.ts';

/** What somebody who is asked whether a ride is to be cancelled has answered; `unsure`: it may be either. */
export type CancelAnswer = 'cancel' | 'keep' | 'unsure' | undefined;

const CANCEL = '(?:取り?消し?|とりけし?|キャンセル)';
const RIDE = '(?:乗|の|行|い)';

/** The ride is to stay. The denied cancel comes with its verb, so that 取り消しで間違いありません is none. */
const KEEPS = new RegExp(
  [
    `${CANCEL}(?:す|する)?(?:の|こと)?(?:[はをも])?(?:や|止|よ)(?:め|す|し)`,
    `${CANCEL}(?:[はをも])?(?:し|さ)?(?:ない|なく|ません)`,
    `${CANCEL}(?:す|する|の)?(?:必要)?は(?:いい|結構|けっこう|要|いり|いら|ない|ありません)`,
    `(?:${RIDE})(?:り|き)(?:ます|たい)|(?<!か)(?:乗る|のる|行く|いく)(?:$|ん?です|から|ので|よ)`,
    'そのまま|残し|残す|のこし|のこす|必要(?:です|だ)|(?:要|い)りますよ?$|使います',
    "(?:don['’]?t|do not|not) (?:want to )?cancel|\\bkeep\\b|\\bstays?\\b|(?:will|'ll) (?:ride|go|come)",
  ].join('|'),
  'i',
);

/** The ride is to go: it is cancelled, not wanted, not taken. */
const CANCELS = new RegExp(
  [
    `${CANCEL}(?:し?(?:す|ま|て)|$|[でにを、。]|は?(?:お願|おねが))`,
    `(?:乗る|のる|行く|いく|出かける)の[はをも]?(?:や|止)め|予約[はをも]?(?:や|止)め`,
    `(?:${RIDE}(?:りません|きません|らない|かない|れません|けません|れない|けない|れなく|けなく))`,
    '消して|なしに|(?:要|い)りません|(?:要|い)らない',
    '\\bcancel\\b',
  ].join('|'),
  'i',
);

/** Said of the ride and of the cancel alike. */
const QUITS = /(?:や|止)め(?!て?ない|ません)/;
const BEGINS_WITH_YES = /^(?:はい|ええ|うん|yes|yeah)/i;

/** A yes with nothing else in it than what goes with a yes: whoever says more may mean something else. */
const ONLY_YES = new RegExp(
  `^(?:${[
    '[、。,.!\\s]',
    'はい|ええ|うん|そう|もう|じゃあ?|では|それ|すみません|どうぞ|わかりました|結構|けっこう|いい|大丈夫|だいじょうぶ',
    '[おご]?(?:願|ねが)い(?:し|致し|いたし)ます|よろし(?:く|い)|して(?:ください|下さい)',
    '(?:間違|まちが)い?(?:ありません|ない|ございません)|(?:構|かま)(?:いません|わない)|問題(?:ありません|ない)',
    'です|ます|で|を|よ|ね|も',
    "yes|yeah|please|ok(?:ay)?|that['’]?s|that is|right|correct|sure|fine|do (?:it|that|so)|thank(?:s| you)",
  ].join('|')})+$`,
  'i',
);

/**
 * Reads an answer to "shall the ride be cancelled?": keys 1 and 2, or words. A wish in words counts more than the yes before it; where a
 * wish and a no are at odds, nothing is sure, and a ride is neither cancelled nor left standing on a guess.
 */
export function cancelAnswer(said: Said): CancelAnswer {
  if (said.kind === 'keys') return keyedAnswer(said);
  const { words } = said;
  const saysNo = NO.test(words) && !/^(?:や|止)め/.test(words);
  const isKept = KEEPS.test(words);
  const isCancelled = CANCELS.test(words.replace(KEEPS, ''));
  if (isKept) return isCancelled ? 'unsure' : 'keep';
  if (isCancelled) return saysNo ? 'unsure' : 'cancel';
  if (saysNo) return 'keep';
  // After はい it is the ride that was asked about; alone it may be either.
  if (QUITS.test(words)) return BEGINS_WITH_YES.test(words) && !/違|ちが/.test(words) ? 'cancel' : 'unsure';
  return YES.test(words) && ONLY_YES.test(words) ? 'cancel' : undefined;
}

function keyedAnswer(said: Said): CancelAnswer {
  const key = chosenKey(said, YES_OR_NO);
  if (key === undefined) return undefined;
  return key === '1' ? 'cancel' : 'keep';
}
