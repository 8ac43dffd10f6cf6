import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../routing/costing/carProfile.ts';
import { ruralCar, stockCar } from '../../../routing/index.ts';

const speeds = (tags: Tags) => {
  const costing = stockCar.wayCosting(tags);
  return costing && [costing.forwardKmh, costing.backwardKmh];
};

describe('the stock car profile', () => {
  it.each<[Tags, number[] | null]>([
    [{ highway: 'trunk' }, [85, 85]],
    [{ highway: 'residential', oneway: 'yes' }, [25, 0]],
    [{ highway: 'residential', oneway: '-1' }, [0, 25]],
    [{ highway: 'motorway' }, [90, 0]],
    [{ highway: 'tertiary', junction: 'roundabout' }, [40, 0]],
    // a sign counts for 0.8 of what it says: 50 × 0.8, 30 mph × 1.609 × 0.8
    [{ highway: 'primary', maxspeed: '50' }, [40, 40]],
    [{ highway: 'primary', maxspeed: '30 mph' }, [30 * 1.609344 * 0.8, 30 * 1.609344 * 0.8]],
    [{ highway: 'primary', maxspeed: '50', 'maxspeed:backward': '30' }, [40, 24]],
    [{ highway: 'primary', maxspeed: 'signals' }, [65, 65]],
    [{ highway: 'primary', 'source:maxspeed': 'CH:rural' }, [64, 64]],
    [{ highway: 'motorway', maxspeed: 'none' }, [112, 0]],
    [{ highway: 'residential', access: 'permit' }, [25, 25]],
    [{ highway: 'secondary', surface: 'gravel' }, [40, 40]],
    [{ highway: 'track' }, null],
    [{ highway: 'track', motor_vehicle: 'yes' }, [10, 10]],
    [{ highway: 'residential', access: 'no' }, null],
    [{ highway: 'residential', access: 'no', motorcar: 'yes' }, [25, 25]],
    [{ highway: 'residential', 'motor_vehicle:backward': 'no' }, [25, 0]],
    [{ highway: 'residential', vehicle: 'agricultural' }, null],
    [{ highway: 'construction' }, null],
    [{ highway: 'residential', construction: 'minor' }, [25, 25]],
    [{ highway: 'pedestrian', area: 'yes' }, null],
    [{ route: 'ferry' }, null],
    [{ railway: 'rail' }, null],
  ])('%j: %j km/h', (tags, expected) => {
    expect(speeds(tags)).toEqual(expected);
  });

  it('narrow and single-lane ways: as fast, but half as welcome', () => {
    for (const extra of [{ width: '2.6' }, { lanes: '1' }, { service: 'driveway' }] as Tags[]) {
      const costing = stockCar.wayCosting({ highway: 'service', ...extra })!;
      expect([costing.forwardKmh, costing.forwardRateKmh]).toEqual([15, 7.5]);
    }
  });

  it('private ways: driven to, never through', () => {
    expect(stockCar.wayCosting({ highway: 'service', access: 'private' })!.isRestricted).toBe(true);
    expect(stockCar.wayCosting({ highway: 'service' })!.isRestricted).toBe(false);
  });

  it.each<[Tags, boolean]>([
    [{}, true],
    [{ barrier: 'gate' }, true],
    [{ barrier: 'bollard' }, false],
    [{ barrier: 'bollard', bollard: 'rising' }, true],
    [{ barrier: 'bollard', motor_vehicle: 'yes' }, true],
    [{ barrier: 'gate', access: 'private' }, true],
    [{ barrier: 'gate', access: 'no' }, false],
    [{ barrier: 'kerb' }, false],
    [{ barrier: 'kerb', kerb: 'lowered' }, true],
    [{ barrier: 'kerb', highway: 'crossing' }, true],
    [{ barrier: 'block' }, false],
  ])('node %j: passable %s', (tags, isPassable) => {
    expect(stockCar.isPassableNode(tags)).toBe(isPassable);
  });

  it('turns: bends are free, corners cost, turning back costs 20 s more', () => {
    const turn = { roads: 3, isUTurn: false, hasSignal: false };
    // 7.5 / (1 + exp(−(13 / 1.075 × 90 / 180 − 6.5 × 1.075))) = 7.5 / (1 + exp(0.9410)) = 2.1053 to the near side
    expect(stockCar.turnSeconds({ ...turn, angle: 90 })).toBeCloseTo(2.1053, 3);
    // to the far side b = 1 / 1.075: 7.5 / (1 + exp(−(6.9875 − 6.0465))) = 7.5 / (1 + exp(−0.9410)) = 5.3947
    expect(stockCar.turnSeconds({ ...turn, angle: -90 })).toBeCloseTo(5.3947, 3);
    expect(stockCar.turnSeconds({ ...turn, angle: -90, roads: 2 })).toBe(0);
    expect(stockCar.turnSeconds({ ...turn, angle: 0, hasSignal: true })).toBeCloseTo(2.0069, 3);
    const back = stockCar.turnSeconds({ angle: 180, roads: 1, isUTurn: true, hasSignal: false });
    expect(back).toBeGreaterThan(27);
  });
});

describe('the rural profile', () => {
  it('near side is the left: left turns are the cheap ones', () => {
    const turn = { roads: 3, isUTurn: false, hasSignal: false };
    expect(ruralCar.turnSeconds({ ...turn, angle: -90 })).toBeLessThan(
      ruralCar.turnSeconds({ ...turn, angle: 90 }),
    );
  });

  it('narrow roads of Japanese imports: slower', () => {
    // 24 km/h × 0.75
    const narrow = ruralCar.wayCosting({ highway: 'unclassified', 'yh:WIDTH': '3.0m未満' })!;
    expect(narrow.forwardKmh).toBe(18);
    const wide = ruralCar.wayCosting({ highway: 'unclassified', 'yh:WIDTH': '5.5m〜13.0m' })!;
    expect(wide.forwardKmh).toBe(24);
  });
});
