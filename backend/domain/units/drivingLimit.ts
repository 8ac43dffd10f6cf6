/**
 * Legal limit of driving without rest. What counts as rest: a break, a wait from arrival to start of service, a stay
 * from the end of service to departure, each of at least `minPartSeconds`. Dwell does not. As soon as the parts add up to
 * `restSeconds`, both sums start again from zero; a leg may be driven when the driving since then, with it, is at most
 * `maxDrivingSeconds`. Rest that is planned for the limit's sake comes in parts of `minPartSeconds`, or of a quarter of
 * `restSeconds` where that is more.
 */
export interface DrivingLimit {
  readonly maxDrivingSeconds: number;
  readonly restSeconds: number;
  readonly minPartSeconds: number;
}

/** How a driver stands to the limit when the last stop that is past is served. */
export interface DrivenSoFar {
  /** Since both sums last started again. */
  readonly drivingSeconds: number;
  /** Parts of rest taken since then. */
  readonly restedSeconds: number;
  /** On the way to the next stop already: no rest comes before it any more, and that leg is no longer judged. */
  readonly isUnderWay: boolean;
}
