import { describe, expect, it } from 'vitest';
import type { StandingOrderView, StandingWishInput } from '../../../backend/contract/index.ts';
import { joinSeries, seriesConflicts } from '../../../dispatcher-ui/store/joinSeries.ts';
import { draftOf, typedOf } from '../../../dispatcher-ui/store/seriesDraft.ts';
import { wishInput } from '../../support/wishInput.ts';

const WISH = wishInput();
const read: StandingOrderView = {
  id: 'order-1',
  revision: 4,
  personId: 'haru',
  state: 'active',
  wish: WISH,
  exceptions: [],
  dates: [],
};
const changedBy = (part: Partial<StandingWishInput>): StandingOrderView => ({
  ...read,
  revision: 5,
  wish: { ...WISH, ...part },
  exceptions: [{ day: '2026-12-07', kind: 'skip' }],
});
const NOBODY: ReadonlySet<never> = new Set();

describe('a series that two desks change at once', () => {
  it('different parts: neither is asked about, and both changes stand on the new version', () => {
    const theirs = changedBy({ note: '勝手口で待つ', homeward: null });
    const mine = { ...draftOf(read), companions: 1, timeText: '930' };
    expect(seriesConflicts(mine, typedOf(theirs))).toEqual([
      { part: 'wayHome', isBoth: false },
      { part: 'note', isBoth: false },
    ]);
    expect(joinSeries(mine, theirs, NOBODY)).toEqual({
      ...mine,
      hasReturn: 'no',
      returnText: '',
      note: '勝手口で待つ',
      revision: 5,
      base: typedOf(theirs),
      exceptions: theirs.exceptions,
    });
  });

  it('the same part: mine unless theirs is chosen', () => {
    const theirs = changedBy({ outbound: { kind: 'departAfter', at: '08:00' } });
    const mine = { ...draftOf(read), timeText: '930' };
    expect(seriesConflicts(mine, typedOf(theirs))).toEqual([{ part: 'time', isBoth: true }]);
    expect(joinSeries(mine, theirs, NOBODY)).toMatchObject({ timeText: '930', timeKind: 'arriveBy' });
    expect(joinSeries(mine, theirs, new Set(['time']))).toMatchObject({
      timeText: '08:00',
      timeKind: 'departAfter',
    });
  });

  it('both mean the same, typed in two ways: nothing to tell', () => {
    const theirs = changedBy({ outbound: { kind: 'arriveBy', at: '09:30' }, weekdays: [1, 3, 4] });
    const mine = { ...draftOf(read), timeText: '930', weekdays: ['4', '3', '1'] };
    expect(seriesConflicts(mine, typedOf(theirs))).toEqual([]);
  });

  it('what it was before is not known: every difference is asked about', () => {
    const mine = { ...draftOf(read), base: null, note: '裏口' };
    expect(seriesConflicts(mine, typedOf(changedBy({ luggage: 2 })))).toEqual([
      { part: 'luggage', isBoth: true },
      { part: 'note', isBoth: true },
    ]);
  });
});
