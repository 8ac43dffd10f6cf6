/**
 * Which vehicles have an open stop at a location, and whether a visit there could get shorter because another one opens
 * the stop for it.
 */
export class PlaceVisitors {
  private readonly places = new Map<number, { vehicles: number[]; gains: boolean[] }>();
  private readonly ofVehicle = new Map<number, number[]>();

  /** Takes all entries of the vehicle out. */
  remove(vehicle: number): void {
    for (const place of this.ofVehicle.get(vehicle) ?? []) {
      const entry = this.places.get(place)!;
      const at = entry.vehicles.indexOf(vehicle);
      const lastVehicle = entry.vehicles.pop()!;
      const lastGains = entry.gains.pop()!;
      if (at === entry.vehicles.length) continue;
      entry.vehicles[at] = lastVehicle;
      entry.gains[at] = lastGains;
    }
    this.ofVehicle.delete(vehicle);
  }

  add(vehicle: number, place: number, gains: boolean): void {
    const entry = this.places.get(place) ?? { vehicles: [], gains: [] };
    this.places.set(place, entry);
    entry.vehicles.push(vehicle);
    entry.gains.push(gains);
    const own = this.ofVehicle.get(vehicle);
    if (own) own.push(place);
    else this.ofVehicle.set(vehicle, [place]);
  }

  /** Calls `visit` with each vehicle that stops at the location; with `gaining`, only where a visit could get shorter. */
  forEach(place: number, gaining: boolean, visit: (vehicle: number) => void): void {
    const entry = this.places.get(place);
    if (!entry) return;
    for (let k = 0; k < entry.vehicles.length; k++) {
      if (!gaining || entry.gains[k]) visit(entry.vehicles[k]!);
    }
  }
}
