import type { Tours } from './tours.ts';

/** Cost of the tours per request they carry; where they carry nobody, of a direct way. */
export function costPerRequest(tours: Tours): number {
  const { compiled, routes, vehicleOf } = tours;
  let carried = 0;
  for (const vehicle of vehicleOf) if (vehicle >= 0) carried++;
  if (carried > 0) return routes.reduce((sum, route) => sum + route.cost, 0) / carried;
  const { perMetre, perSecond } = compiled.types[0]!;
  let direct = 0;
  for (let r = 0; r < compiled.requestCount; r++) {
    const cell = compiled.location[r * 2]! * compiled.stride + compiled.location[r * 2 + 1]!;
    direct += compiled.metres[cell]! * perMetre + compiled.seconds[cell]! * perSecond;
  }
  return direct / Math.max(1, compiled.requestCount);
}
