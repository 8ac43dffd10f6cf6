/** Thrown when the road engine does not answer, or answers that there is no way. */
export class RoadsFault extends Error {
  constructor(
    readonly code: 'unreachable' | 'noRoute' | 'noSegment' | 'refused',
    message: string,
  ) {
    super(message);
    this.name = 'RoadsFault';
  }
}
