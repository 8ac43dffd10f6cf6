import { describe, expect, it } from 'vitest';
import { Annealing } from '../../../../backend/planner/improvement/anneal.ts';
import { compile } from '../../../../backend/planner/improvement/compile.ts';
import type { TourJudge } from '../../../../backend/planner/improvement/tourJudge.ts';
import { createTown } from './town.ts';

/** How often a judge to whom every tour costs the same for each visit is asked while the first plan is made. */
function asked(requests: number): number {
  let questions = 0;
  const price = (visits: number) => {
    questions++;
    return visits;
  };
  const judge: TourJudge = {
    cost: (_vehicle, _nodes, size) => price(size),
    costWith: (_vehicle, _nodes, size) => price(size + 2),
  };
  const search = new Annealing(compile(createTown(1, { requests, vehicles: 30 })), 1, judge);
  questions = 0;
  search.start();
  return questions;
}

describe('the first plan of a search', () => {
  it('where a judge is asked about each place, more than a hundred riders are put in one after the other', () => {
    // By regret everybody who waits is asked for again after each: one rider more, and it is a fraction.
    expect(asked(101)).toBeLessThan(asked(100) / 2);
  });
});
