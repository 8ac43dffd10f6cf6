import { describe, expect, it } from 'vitest';
import { readMonthDay } from '../../../dispatcher-ui/store/roadTimesDraft.ts';

describe('readMonthDay', () => {
  it.each([
    ['12/1', '12-01'],
    ['12-01', '12-01'],
    ['３月３１日', '03-31'],
    ['2/29', '02-29'],
    ['2/30', null],
    ['13/1', null],
    ['冬', null],
  ])('%s: %s', (typed, read) => expect(readMonthDay(typed)).toBe(read));
});
