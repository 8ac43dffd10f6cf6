/** A hash of 52 bits, at least 0, of a vehicle and an order of visits, `nodes[first … first + count - 1]`, that names the tour. */
export function tourName(vehicle: number, nodes: Int32Array, first: number, count: number): number {
  let a = Math.imul(vehicle + 1, 0x27d4eb2f);
  let b = Math.imul(vehicle + 1, 0x165667b1);
  for (let k = first; k < first + count; k++) {
    const node = nodes[k]!;
    a = Math.imul(a ^ (node + 0x7f4a7c15), 0x85ebca6b);
    a ^= a >>> 15;
    b = Math.imul(b + node + 1, 0xc2b2ae35);
    b ^= b >>> 13;
  }
  return (a >>> 0) * 0x100000 + (b >>> 12);
}
