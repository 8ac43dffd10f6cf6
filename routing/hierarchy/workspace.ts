import { Climb } from './climb.ts';
import type { Hierarchy } from './hierarchy.ts';
import { Sweep } from './sweep.ts';

/** The arrays searches work in; shared by searches over one hierarchy, which never run at the same time. */
export class Workspace {
  readonly climb: Climb;
  readonly descent: Climb;
  readonly sweep: Sweep;

  constructor(hierarchy: Hierarchy) {
    this.climb = new Climb(hierarchy);
    this.descent = new Climb(hierarchy);
    this.sweep = new Sweep(hierarchy);
  }
}
