import { expect, it } from 'vitest';
import { readBestHours } from '../../../dispatcher-ui/store/bestHours.ts';

it.each([
  ['nothing typed: any time', '', ' ', null, null],
  ['hours as they are said', '5', '午後7時半', { earliest: 61_200, latest: 70_200 }, null],
  ['one of them missing: asked for at its field', '17', '', null, { field: 'to', kind: 'unreadable' }],
  ['no time', 'ゆうがた', '19', null, { field: 'from', kind: 'unreadable' }],
  ['backwards: told at the second', '19', '17', null, { field: 'to', kind: 'backwards' }],
])('%s', (_, from, to, hours, problem) => {
  expect(readBestHours(from, to)).toEqual({ hours, problem });
});
