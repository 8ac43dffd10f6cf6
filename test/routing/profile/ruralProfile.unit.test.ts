import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RURAL_COSTING, RURAL_TURNS } from '../../../routing/costing/ruralCar.ts';

const lua = readFileSync(
  fileURLToPath(new URL('../../../routing/profile/rural.lua', import.meta.url)),
  'utf8',
);

function table(name: string): Record<string, number> {
  const body = new RegExp(`local ${name} = \\{([^}]*)\\}`).exec(lua)![1]!;
  return Object.fromEntries(
    [...body.matchAll(/(\w+) = ([\d.]+)/g)].map(([, key, value]) => [key!, Number(value)]),
  );
}
const value = (name: string) => Number(new RegExp(`local ${name} = ([\\d.]+)`).exec(lua)![1]);

describe('the Lua profile of osrm-routed', () => {
  it('has the speeds of our own engine', () => {
    expect(table('class_kmh')).toEqual(RURAL_COSTING.classKmh);
    expect(value('other_kmh')).toBe(RURAL_COSTING.otherKmh);
    expect(value('signed_share')).toBe(RURAL_COSTING.signedShare);
  });

  it('has the turn costs of our own engine, and drives on the left', () => {
    expect({
      turnSeconds: value('turn_seconds'),
      bias: value('turn_bias'),
      uTurnSeconds: value('u_turn_seconds'),
      signalSeconds: value('signal_seconds'),
      drivesOnLeft: lua.includes('left_hand_driving = true'),
    }).toEqual(RURAL_TURNS);
  });
});
