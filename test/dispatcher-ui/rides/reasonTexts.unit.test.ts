import { describe, expect, it } from 'vitest';
import { PLAN_TEXTS } from '../../../backend/domain/rejection/planTexts.ts';
import { CANCEL_REASONS, LAPSE_REASONS, MISSED_REASONS } from '../../../backend/domain/ride/ride.ts';
import { endWord } from '../../../dispatcher-ui/rides/reasonTexts.ts';

describe('words for how a ride ended', () => {
  it.each([...CANCEL_REASONS, ...MISSED_REASONS, ...LAPSE_REASONS, 'notThere', 'changed'])(
    '%s: has words',
    (reason) => expect(endWord(reason)).toBe(reason),
  );

  it('denied because of the plan: every reason has words', () => {
    expect(Object.keys(PLAN_TEXTS).filter((code) => endWord(code) === null)).toEqual([]);
  });

  it('not ended, or ended for a reason without words: nothing is shown, and no code', () => {
    expect(endWord(null)).toBe(null);
    expect(endWord('malformedInput')).toBe(null);
  });
});
