import { describe, expect, it } from 'vitest';
import { type CancelAnswer, cancelAnswer } from '../../../../backend/voice/dialogue/cancelAnswer.ts';

const CANCEL = [
  'はい',
  'はい、お願いします',
  'はい、やめます',
  'はい やめます',
  'はい、やめてください',
  'ええ、やめにします',
  'うん、やめとく',
  'はい、やっぱりやめます',
  'はい、乗るのをやめます',
  '行くのをやめます',
  '予約をやめます',
  'はい、取り消してください',
  '取り消します',
  '取り消しで',
  '取り消し、お願いします',
  'はい、取り消しで間違いありません',
  'はい、取り消して構いません',
  'はい、取り消してかまわないです',
  'キャンセルしてください',
  'キャンセルで',
  'キャンセル',
  'はい、消してください',
  'はい、いりません',
  'もう要りません',
  'はい、乗りません',
  'はい、行けなくなりました',
  '行きません',
  'そうです',
  'はい、そうしてください',
  'はい、すみません、お願いいたします',
  'はい、大丈夫です',
  'はい、間違いないです',
  'ええ、結構です',
  'はい、取り消しをお願いします',
  'よろしくお願いします',
  'yes, please',
  "yes, that's right, thank you",
  'yes, cancel it',
  'please cancel',
  'cancel it',
];
const KEEP = [
  'いいえ',
  'いいえ、やめます',
  'いや、やめておきます',
  '違います',
  'そうじゃないです',
  'はい、取り消しをやめます',
  '取り消すのをやめます',
  '取り消しはやめておきます',
  'キャンセルはやめます',
  'はい、取り消さないでください',
  '取り消しません',
  'いいえ、取り消さないで',
  'キャンセルしません',
  'はい、キャンセルしないで',
  'キャンセルはしないです',
  'はい、そのままで',
  'そのままでお願いします',
  'はい、残してください',
  'はい、乗ります',
  'やっぱり乗ります',
  'いいえ、行きます',
  'はい、行きたいです',
  'はい、必要です',
  '取り消しはいいです',
  'はい、取り消しは結構です',
  '取り消しはいりません',
  'はい、取り消す必要はありません',
  'はい、取り消さなくていいです',
  'no',
  "don't cancel",
  'please do not cancel it',
  'yes, keep it',
  "I'll ride",
];
/** It may be either: asked again, with the keys. */
const UNSURE = [
  'やめます',
  'やっぱりやめます',
  'やめる',
  'はい、違います、やめます',
  'いいえ、取り消してください',
  'いや、キャンセルで',
  'いいえ、乗るのをやめます',
  'no, cancel it',
];
/** Not understood: asked again, too. */
const OTHER = [
  'はい、違います',
  'そうですか',
  'いいです',
  'はい、時間を変えたいです',
  'はい、ちょっと待って',
  'はい、わかりません',
  'はい、もしもし',
  'yes, change it',
  'ok, wait',
  'えっと',
];

const table: [string, CancelAnswer][] = [
  ...CANCEL.map((text): [string, CancelAnswer] => [text, 'cancel']),
  ...KEEP.map((text): [string, CancelAnswer] => [text, 'keep']),
  ...UNSURE.map((text): [string, CancelAnswer] => [text, 'unsure']),
  ...OTHER.map((text): [string, CancelAnswer] => [text, undefined]),
];

describe('an answer to the question whether a ride is to be cancelled', () => {
  it.each(table)('%s: %s', (words, answer) => {
    expect(cancelAnswer({ kind: 'words', words })).toBe(answer);
  });

  it.each<[string, CancelAnswer]>([
    ['1', 'cancel'],
    ['11', 'cancel'],
    ['2', 'keep'],
    ['9', undefined],
    ['12', undefined],
  ])('keys %s: %s', (keys, answer) => {
    expect(cancelAnswer({ kind: 'keys', keys })).toBe(answer);
  });
});
