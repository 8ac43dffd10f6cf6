import { describe, expect, it } from 'vitest';
import type { PlannedCall } from '../../../backend/simulation/index.ts';
import { inOrderOf } from '../../../backend/simulation/ringHome.ts';
import { sampleOffer } from '../../support/sampleRows.ts';
import { valleyRequest } from '../../support/smallValley.ts';

const call: PlannedCall = { at: 0, input: valleyRequest(), cancelAfterSeconds: null };
const canChoose: PlannedCall = { ...call, flexibleSeconds: 1800 };

const NINE = 9 * 3600;
const alone = sampleOffer({ id: 'alone', pickupSecond: NINE, sharedWith: 0 });
const inTwenty = sampleOffer({ id: 'inTwenty', pickupSecond: NINE + 1200, sharedWith: 1 });
const inForty = sampleOffer({ id: 'inForty', pickupSecond: NINE + 2400, sharedWith: 2 });

describe('the offer a caller likes best', () => {
  const order = (one: PlannedCall, ...offers: Parameters<typeof inOrderOf>[1]) =>
    inOrderOf(one, offers).map(({ id }) => id);

  it('most: the nearest time', () => {
    expect(order(call, alone, inTwenty, inForty)).toEqual(['alone', 'inTwenty', 'inForty']);
  });

  it('who can choose: a shared one within half an hour, no later one', () => {
    expect(order(canChoose, alone, inTwenty, inForty)).toEqual(['inTwenty', 'alone', 'inForty']);
    expect(order(canChoose, alone, inForty)).toEqual(['alone', 'inForty']);
  });

  it('the nearest is shared already, or there is none: as they came', () => {
    expect(order(canChoose, { ...alone, sharedWith: 1 }, inTwenty)).toEqual(['alone', 'inTwenty']);
    expect(order(canChoose)).toEqual([]);
  });
});
