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

const WITH_ALL: Partial<Party> = {
  companions: 1,
  luggage: 1,
  needs: ['wheelchair', 'serviceAnimal'],
};

describe('a party', () => {
  it('load: the rider takes the place the needs ask for, everyone else a seat', () => {
    expect(partyLoad(party({ companions: 1, attendants: 1 }))).toEqual([3, 0, 0]);
    expect(partyLoad(party({ companions: 1, needs: ['wheelchair', 'oxygen'] }))).toEqual([1, 1, 0]);
    expect(partyLoad(party({ attendants: 2, needs: ['stretcher', 'wheelchair'] }))).toEqual([2, 0, 1]);
  });

  it.each<[string, Partial<Party>, readonly number[]]>([
    ['alone', {}, [1, 0, 0]],
    ['a walker: it folds', { needs: ['walker'] }, [1, 0, 0]],
    ['oxygen: on the lap', { needs: ['oxygen'] }, [1, 0, 0]],
    ['a guide dog: the room of a seat', { needs: ['sight', 'serviceAnimal'] }, [2, 0, 0]],
    ['two suitcases: the room of two seats', { luggage: 2 }, [3, 0, 0]],
    ['a child: a seat of its own', { children: 1 }, [2, 0, 0]],
    ['a wheelchair with a dog, a suitcase and a daughter', WITH_ALL, [3, 1, 0]],
    ['a stretcher with an attendant', { attendants: 1, needs: ['stretcher'] }, [1, 0, 1]],
  ])('load: %s', (_, given, load) => {
    expect(partyLoad(party(given))).toEqual(load);
  });

  it('dwell: a child seat, oxygen and each suitcase take their time', () => {
    const plain = partyDwell(party({})).openSeconds;
    expect(partyDwell(party({ needs: ['oxygen'] })).openSeconds).toBe(plain + 30);
    expect(partyDwell(party({ luggage: 2 })).openSeconds).toBe(plain + 40);
    // a second person 15 s, the straps of the seat 30 s
    expect(partyDwell(party({ children: 1 })).openSeconds).toBe(plain + 45);
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
