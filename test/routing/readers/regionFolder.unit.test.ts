import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegionRoads } from '../../../routing/index.ts';
import { writeTown } from '../drawTown.ts';

const town = () => writeTown({ a: [0, 0], b: [1000, 0] }, [{ from: 'a', to: 'b' }]);

describe('reading a region folder', () => {
  it('rows that cannot be used: left out and named, the rest is kept', () => {
    const folder = town();
    appendFileSync(join(folder, 'roads', 'nodes.csv'), 'x,,37.5\nb,139.9,37.5\n');
    const badRows = ['7,a,zz,0,minor,0,,,??', '8,a,b,0,canal,0,,,??', '9,a,b,0,minor,0,,,~', ''];
    appendFileSync(join(folder, 'roads', 'edges.csv'), badRows.join('\n'));
    const { network, refused } = loadRegionRoads(folder);
    expect(network.roadFrom).toHaveLength(1);
    expect(refused.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '4: coordinates , 37.5 are not on earth',
      '5: node b appears twice',
      '3: node zz is not in the list of nodes',
      '4: class "canal" is not one of motorway, trunk, primary, secondary, tertiary, minor, service',
      '5: shape: not a polyline at position 1',
    ]);
  });

  it('a motorway with oneway 0: driven both ways, though motorways of other sources are one-way unless said', () => {
    const folder = writeTown({ a: [0, 0], b: [1000, 0] }, [{ from: 'a', to: 'b', roadClass: 'motorway' }]);
    expect([...loadRegionRoads(folder).network.arcDuration].every((duration) => duration > 0)).toBe(true);
  });

  it('a file is missing: refused with its name', () => {
    const folder = town();
    rmSync(join(folder, 'roads', 'edges.csv'));
    expect(() => loadRegionRoads(folder)).toThrowError(/edges\.csv is missing/);
  });

  it('no usable road: refused', () => {
    const folder = writeTown({ a: [0, 0], b: [1000, 0] }, [{ from: 'a', to: 'b', roadClass: 'canal' }]);
    expect(() => loadRegionRoads(folder)).toThrowError(/holds no usable road/);
  });
});
