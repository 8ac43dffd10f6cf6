import { describe, expect, it } from 'vitest';
import { createLoadCodes } from '../../../../backend/planner/improvement/loadCodes.ts';

// Two kinds, seats and wheelchair places; four seats, or two and one wheelchair.
const VAN = [
  [4, 0],
  [2, 1],
];
const USE = [[0], [1]];

describe('createLoadCodes', () => {
  it('every load of up to three parties: it fits where one arrangement holds it', () => {
    const loads = [
      [1, 0],
      [2, 0],
      [0, 1],
      [2, 1],
    ];
    const { ofRequest, fits } = createLoadCodes(loads, [VAN], USE);
    for (const [a, one] of loads.entries()) {
      for (const [b, other] of loads.entries()) {
        if (a === b || fits[0]![ofRequest[a]!] === 0) continue;
        const [seats, chairs] = [one[0]! + other[0]!, one[1]! + other[1]!];
        const holds = (seats <= 4 && chairs === 0) || (seats <= 2 && chairs <= 1);
        expect([one, other, fits[0]![ofRequest[a]! + ofRequest[b]!]]).toEqual([one, other, holds ? 1 : 0]);
      }
    }
  });

  it('who may sit on another kind of place: fits as long as one arrangement holds all', () => {
    // A companion sits anywhere, a patient only lies: one seat, one stretcher.
    const { ofRequest, fits } = createLoadCodes(
      [
        [1, 0],
        [1, 0],
        [0, 1],
      ],
      [[[1, 1]]],
      [[0, 1], [1]],
    );
    const [companion, other, patient] = ofRequest as unknown as [number, number, number];
    expect(fits[0]![companion + other]).toBe(1);
    expect(fits[0]![companion + patient]).toBe(1);
    expect(fits[0]![companion + other + patient]).toBe(0);
  });

  it('a party that takes no place: fits a full vehicle, and its vehicle is not empty', () => {
    const { ofRequest, fits } = createLoadCodes(
      [
        [4, 0],
        [0, 0],
        [0, 0],
      ],
      [VAN],
      USE,
    );
    const [four, nobody, nobodyElse] = ofRequest as unknown as [number, number, number];
    expect(nobody).toBeGreaterThan(0);
    expect(fits[0]![four + nobody + nobodyElse]).toBe(1);
  });

  it('a party of billions: fits nowhere, and the table is as small as without it', () => {
    const { ofRequest, fits } = createLoadCodes(
      [
        [1, 0],
        [4e9, 0],
      ],
      [VAN],
      USE,
    );
    expect(fits[0]![ofRequest[1]!]).toBe(0);
    expect(fits[0]!.length).toBeLessThan(100);
  });

  it('more loads than a table can hold: said so', () => {
    const large = Array.from({ length: 3 }, () => [1000, 1000, 1000]);
    expect(() => createLoadCodes(large, [[[3000, 3000, 3000]]], [[0], [1], [2]])).toThrow(/too many/);
  });
});
