/** Codes of OSRM's HTTP interface. */
export type RoadFaultCode =
  | 'InvalidUrl'
  | 'InvalidService'
  | 'InvalidVersion'
  | 'InvalidOptions'
  | 'InvalidQuery'
  | 'InvalidValue'
  | 'NoSegment'
  | 'NoRoute'
  | 'TooBig'
  | 'NotImplemented';

/** Thrown where a question cannot be answered; code and message are those of OSRM. */
export class RoadFault extends Error {
  constructor(
    readonly code: RoadFaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'RoadFault';
  }
}
