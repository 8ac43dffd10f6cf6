import { describe, expect, it } from 'vitest';
import { withDrivingReserve } from '../../../backend/dispatch/drivingReserve.ts';
import type { PlanVehicle } from '../../../backend/planner/index.ts';

const MINUTE = 60;
const LAW = { maxDrivingSeconds: 240 * MINUTE, restSeconds: 30 * MINUTE, minPartSeconds: 10 * MINUTE };

const vehicle = (part: Partial<PlanVehicle>): PlanVehicle => ({
  id: 'v',
  startLocation: 0,
  endLocation: 0,
  window: { earliest: 0, latest: 12 * 60 * MINUTE },
  configurations: [[8]],
  skills: 0,
  operator: 1,
  breaks: [],
  costPerHour: 0,
  costPerKilometre: 0,
  fixedCost: 0,
  ...part,
});

describe('a vehicle with the reserve kept back', () => {
  it('nothing driven yet: a quarter of an hour less than the four hours', () => {
    const { drivingLimit, driven } = withDrivingReserve(vehicle({ drivingLimit: LAW }));
    expect([drivingLimit?.maxDrivingSeconds, driven]).toEqual([225 * MINUTE, undefined]);
    expect(drivingLimit).toMatchObject({ restSeconds: LAW.restSeconds, minPartSeconds: LAW.minPartSeconds });
  });

  it('three hours driven: so much of the reserve less is kept for the hour that is left', () => {
    // 180 × 225 / 240 = 168.75; 225 − 168.75 = 56.25 minutes are left of 60: a quarter of the reserve
    const driven = { drivingSeconds: 180 * MINUTE, restedSeconds: 10 * MINUTE, isUnderWay: true };
    const kept = withDrivingReserve(vehicle({ drivingLimit: LAW, driven }));
    expect(kept.driven).toEqual({ ...driven, drivingSeconds: 168.75 * MINUTE });
  });

  it('all four hours driven: nothing is left, with the reserve as without', () => {
    const driven = { drivingSeconds: 240 * MINUTE, restedSeconds: 0, isUnderWay: false };
    const kept = withDrivingReserve(vehicle({ drivingLimit: LAW, driven }));
    expect(kept.driven?.drivingSeconds).toBe(kept.drivingLimit?.maxDrivingSeconds);
  });

  it('a driver whom no limit binds: as it was', () => {
    const free = vehicle({});
    expect(withDrivingReserve(free)).toBe(free);
  });
});
