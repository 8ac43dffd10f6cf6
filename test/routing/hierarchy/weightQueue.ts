/** A binary heap of numbers by weight, lightest first; on equal weights the order is that of the heap. */
export class WeightQueue {
  readonly #items: number[] = [];
  readonly #weights: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** Weight of the lightest item; `Infinity` when empty. */
  get topWeight(): number {
    return this.#weights[0] ?? Number.POSITIVE_INFINITY;
  }

  push(item: number, weight: number): void {
    const items = this.#items;
    const weights = this.#weights;
    let at = items.length;
    items.push(item);
    weights.push(weight);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (weights[parent]! <= weight) break;
      items[at] = items[parent]!;
      weights[at] = weights[parent]!;
      at = parent;
    }
    items[at] = item;
    weights[at] = weight;
  }

  /** Takes the lightest item out. The queue must not be empty. */
  pop(): number {
    const items = this.#items;
    const weights = this.#weights;
    const top = items[0]!;
    const item = items.pop()!;
    const weight = weights.pop()!;
    const size = items.length;
    if (size === 0) return top;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && weights[child + 1]! < weights[child]!) child += 1;
      if (weights[child]! >= weight) break;
      items[at] = items[child]!;
      weights[at] = weights[child]!;
      at = child;
    }
    items[at] = item;
    weights[at] = weight;
    return top;
  }
}
