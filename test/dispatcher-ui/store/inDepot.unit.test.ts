import { describe, expect, it } from 'vitest';
import { drawnAt, isInDepot } from '../../../dispatcher-ui/store/inDepot.ts';
import { shift, stop } from '../../driver-web/store/day.ts';

const left = stop('left', { state: 'departed' });
/** Home at 34,500. */
const gone = shift([left]);

describe('a vehicle that has left its last stop', () => {
  it('is in the depot once the way home is over, and not while a stop lies ahead or it has done nothing', () => {
    expect(isInDepot(gone, 34_500)).toBe(true);
    expect(isInDepot(gone, 34_499)).toBe(false);
    expect(isInDepot(shift([left, stop('ahead')]), 40_000)).toBe(false);
    expect(isInDepot(shift([stop('here', { state: 'arrived' })]), 40_000)).toBe(false);
    expect(isInDepot(shift([]), 40_000)).toBe(false);
  });

  it('is drawn in the depot then, but where it was seen if that was later', () => {
    const seen = { lon: 139.9, lat: 37.5 };
    expect(drawnAt(gone, seen, 34_000, 34_600)).toEqual(gone.depot);
    expect(drawnAt(gone, seen, 34_000, 34_400)).toEqual(seen);
    expect(drawnAt(gone, seen, 34_550, 34_600)).toEqual(seen);
  });
});
