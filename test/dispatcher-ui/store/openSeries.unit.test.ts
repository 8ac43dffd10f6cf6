import { describe, expect, it } from 'vitest';
import type { PersonView, StandingOrderView } from '../../../backend/contract/index.ts';
import { type OpenSeries, withChanged, withKept } from '../../../dispatcher-ui/store/openSeries.ts';
import { draftOf, emptySeries, type SeriesDraft, typedOf } from '../../../dispatcher-ui/store/seriesDraft.ts';
import { wishInput } from '../../support/wishInput.ts';

const haru = { id: 'haru' } as PersonView;
const kiyo = { id: 'kiyo' } as PersonView;

function orderOf(id: string, personId: string, revision: number): StandingOrderView {
  return {
    id,
    revision,
    personId,
    state: 'active',
    wish: wishInput({ weekdays: [1], homeward: null }),
    exceptions: [],
    dates: [],
  };
}

const typedNew: SeriesDraft = { ...emptySeries('2026-12-01'), timeText: '9' };
const open = (draft: SeriesDraft | null, person = haru, aside: OpenSeries['aside'] = {}): OpenSeries => ({
  person,
  personText: '',
  draft,
  aside,
});

describe('an order that was kept', () => {
  const kept = orderOf('order-1', 'haru', 1);

  it('nothing typed since: the editor shows it as it is kept', () => {
    expect(withKept(open(typedNew), kept, typedNew)).toEqual(open(draftOf(kept)));
  });

  it('typed on before the answer: the new text stays, and changes the order that is kept now', () => {
    const since = { ...typedNew, note: '裏口へ' };
    expect(withKept(open(since), kept, typedNew).draft).toEqual({
      ...since,
      orderId: 'order-1',
      revision: 1,
      base: typedOf(kept),
    });
  });

  it('another series of the rider was opened before the answer: it is left as it is', () => {
    const other = draftOf(orderOf('order-2', 'haru', 7));
    const after = withKept(open(other, haru, { 'new.haru': typedNew }), kept, typedNew);
    expect(after).toEqual(open(other));
  });

  it('another rider was chosen before the answer: their new series is left as it is', () => {
    const theirs = { ...emptySeries('2026-12-01'), timeText: '13' };
    const after = withKept(open(theirs, kiyo, { 'new.haru': typedNew }), kept, typedNew);
    expect(after).toEqual(open(theirs, kiyo));
  });

  it('typed on and put aside before the answer: it waits for the order that is kept now', () => {
    const since = { ...typedNew, note: '裏口へ' };
    const after = withKept(open(null, haru, { 'new.haru': since }), kept, typedNew);
    expect(after.aside).toEqual({
      'order-1': { ...since, orderId: 'order-1', revision: 1, base: typedOf(kept) },
    });
  });
});

describe('an order that was changed beside what is typed', () => {
  const changed: StandingOrderView = {
    ...orderOf('order-1', 'haru', 5),
    exceptions: [{ day: '2026-12-07', kind: 'skip' }],
  };

  it('it is the one in the editor: what is typed stays, on the new version', () => {
    const typed = { ...draftOf(orderOf('order-1', 'haru', 4)), note: '裏口へ' };
    const after = withChanged(open(typed), changed).draft;
    expect(after).toEqual({ ...typed, revision: 5, exceptions: changed.exceptions });
  });

  it('another one is in the editor: nothing changes', () => {
    const before = open(draftOf(orderOf('order-2', 'haru', 4)));
    expect(withChanged(before, changed)).toBe(before);
  });
});
