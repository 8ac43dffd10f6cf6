/**
 * Milliseconds of the machine from an unknown start, for work that must end in time. Not the service's clock, which may
 * run faster.
 */
export type Stopwatch = () => number;
