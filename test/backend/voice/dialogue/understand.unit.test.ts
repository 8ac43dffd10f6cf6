import { expect, it } from 'vitest';
import { chosenKey, understand, YES_OR_NO } from '../../../../backend/voice/dialogue/understand.ts';

it.each([
  ['はい、お願いします', '1'],
  ['そうです', '1'],
  ['はい、間違いありません', '1'],
  ['はい、まちがいないです', '1'],
  ['はい、かまいません', '1'],
  ['はい、すみません、お願いします', '1'],
  ['はい、問題ありません', '1'],
  ['yes, please', '1'],
  ['いいえ', '2'],
  ['そうじゃないです', '2'],
  ['そうではありません', '2'],
  ["Please don't", '2'],
  ['Do not', '2'],
  ['ちがいます', '2'],
  // Neither is sure: the caller is asked again.
  ['そうですか', undefined],
  ['はい、違います', undefined],
  ['はい、やめます', undefined],
  ['はい、まだです', undefined],
  ['はい、行けません', undefined],
  ['はい、来ないでください', undefined],
  ['いいです', undefined],
])('%s: key %s', (text, key) => {
  const said = understand({ kind: 'speech', text });
  if (typeof said === 'string') throw new Error(said);
  expect(chosenKey(said, YES_OR_NO)).toBe(key);
});
