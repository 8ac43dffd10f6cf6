import type { CarProfile } from '../../routing/costing/carProfile.ts';

/** 36 km/h = 10 m/s on every road and nothing for turns, so that seconds are metres / 10. */
export const flatProfile: CarProfile = {
  name: 'flat',
  version: 1,
  wayCosting: (tags) => {
    const backward = tags.oneway === 'yes' ? 0 : 36;
    return {
      forwardKmh: 36,
      backwardKmh: backward,
      forwardRateKmh: 36,
      backwardRateKmh: backward,
      isRestricted: false,
      isRoundabout: false,
    };
  },
  turnSeconds: () => 0,
  isPassableNode: (tags) => tags.barrier === undefined,
};
