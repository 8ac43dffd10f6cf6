import { describe, expect, it } from 'vitest';
import { findRoads, listRoads } from '../../../dispatcher-ui/store/roadNames.ts';

const shape = (ref: string, name: string) => ({ properties: { ref, name } });
const roads = listRoads({
  features: [
    shape('118;121', '国道118号・国道121号'),
    shape('121', '国道121号'),
    shape('49', '国道49号'),
    shape('252', '国道252号'),
    shape('252', '国道252号'),
    shape('', '名もない道'),
    { properties: null },
  ],
});

describe('the numbered roads of the map', () => {
  it('each number once, in order; a road of its own is named by itself', () => {
    expect(roads.map(({ ref }) => ref)).toEqual(['49', '118', '121', '252']);
    expect(roads[2]).toEqual({ ref: '121', name: '国道121号' });
    expect(roads[3]).toEqual({ ref: '252', name: '国道252号' });
  });

  it.each([
    ['R25', ['252']],
    ['国道２５２号', ['252']],
    ['1', ['118', '121']],
    ['121', ['121']],
    ['国道', ['49', '118', '121', '252']],
    ['999', []],
  ])('%s: %j', (typed, refs) => expect(findRoads(roads, typed).map(({ ref }) => ref)).toEqual(refs));

  it('nothing loaded yet: nothing found', () => {
    expect(findRoads(listRoads(null), '49')).toEqual([]);
  });
});
