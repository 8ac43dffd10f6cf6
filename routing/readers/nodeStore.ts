const FIRST_CAPACITY = 1 << 16;

/** Coordinates of all nodes of a file by their number, in flat arrays: 16 bytes a node. */
export class NodeStore {
  #ids = new Float64Array(FIRST_CAPACITY);
  #lons = new Int32Array(FIRST_CAPACITY);
  #lats = new Int32Array(FIRST_CAPACITY);
  #size = 0;
  #isSorted = true;

  get size(): number {
    return this.#size;
  }

  /** Coordinates in millionths of a degree. */
  add(id: number, lon: number, lat: number): void {
    if (this.#size === this.#ids.length) this.#grow();
    if (this.#size > 0 && id <= this.#ids[this.#size - 1]!) this.#isSorted = false;
    this.#ids[this.#size] = id;
    this.#lons[this.#size] = lon;
    this.#lats[this.#size] = lat;
    this.#size += 1;
  }

  /** Position of a node in this store, −1 where it is missing. */
  find(id: number): number {
    if (!this.#isSorted) this.#sort();
    let low = 0;
    let high = this.#size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle]!;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  id(position: number): number {
    return this.#ids[position]!;
  }

  lon(position: number): number {
    return this.#lons[position]!;
  }

  lat(position: number): number {
    return this.#lats[position]!;
  }

  #grow(): void {
    const grown = <Numbers extends Float64Array | Int32Array>(from: Numbers, to: Numbers): Numbers => {
      to.set(from);
      return to;
    };
    const capacity = this.#ids.length * 2;
    this.#ids = grown(this.#ids, new Float64Array(capacity));
    this.#lons = grown(this.#lons, new Int32Array(capacity));
    this.#lats = grown(this.#lats, new Int32Array(capacity));
  }

  #sort(): void {
    const order = Uint32Array.from({ length: this.#size }, (_, i) => i).sort(
      (a, b) => this.#ids[a]! - this.#ids[b]!,
    );
    this.#ids = Float64Array.from(order, (i) => this.#ids[i]!);
    this.#lons = Int32Array.from(order, (i) => this.#lons[i]!);
    this.#lats = Int32Array.from(order, (i) => this.#lats[i]!);
    this.#isSorted = true;
  }
}
