import { describe, expect, it } from 'vitest';
import { type Party, partyDwell, partyLoad, partySize } from '../../../../backend/domain/ride/party.ts';

const party = (given: Partial<Party>): Party => ({
  riders: 1,
  companions: 0,
  attendants: 0,
  children: 0,
  luggage: 0,
  needs: [],
  ...given,
});

describe('a party', () => {
  it('load: the rider takes the place the needs ask for, everyone else a seat', () => {
    expect(partyLoad(party({ companions: 1, attendants: 1 }))).toEqual([3, 0, 0]);
    expect(partyLoad(party({ companions: 1, needs: ['wheelchair', 'oxygen'] }))).toEqual([1, 1, 0]);
    expect(partyLoad(party({ attendants: 2, needs: ['stretcher', 'wheelchair'] }))).toEqual([2, 0, 1]);
  });

  it('size counts everybody', () => {
    expect(partySize(party({ companions: 2, attendants: 1, children: 3 }))).toBe(7);
  });

  it('dwell: a wheelchair takes four minutes longer than a walk to the seat, joining is shorter than opening', () => {
    const plain = partyDwell(party({}));
    const wheelchair = partyDwell(party({ needs: ['wheelchair'] }));
    expect(wheelchair.openSeconds - plain.openSeconds).toBe(240);
    for (const dwell of [plain, wheelchair]) expect(dwell.joinSeconds).toBeLessThan(dwell.openSeconds);
  });
});
