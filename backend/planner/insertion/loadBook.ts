import { type CapacityRules, fitsCapacity } from '../schedule/capacityRules.ts';

/**
 * Numbers every pair of a vehicle's places and a load aboard, so that whether a party still fits is looked up. There
 * are few such pairs in a day and very many slots.
 */
export class LoadBook {
  private readonly numbers = new Map<string, number>();
  private readonly rules: CapacityRules[] = [];
  private readonly loads: Int32Array[] = [];
  private readonly answers = new Map<string, Uint8Array>();

  /** The number of the load `loads[at + k]` aboard a vehicle with these places. `places` names equal rules equally. */
  numberOf(places: string, rules: CapacityRules, loads: Int32Array, at: number): number {
    const load = loads.subarray(at, at + rules.kinds);
    const key = `${places}|${load.join()}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.rules.length;
    this.numbers.set(key, number);
    this.rules.push(rules);
    this.loads.push(load.slice());
    return number;
  }

  /** `[number]`: 1 when a party of this load still fits. */
  fitting(party: readonly number[]): Uint8Array {
    const key = party.join();
    const known = this.answers.get(key);
    if (known && known.length === this.rules.length) return known;
    const answers = Uint8Array.from(this.rules, (rules, number) => {
      const sum = this.loads[number]!.map((places, k) => places + party[k]!);
      return fitsCapacity(rules, sum, 0) ? 1 : 0;
    });
    this.answers.set(key, answers);
    return answers;
  }
}
