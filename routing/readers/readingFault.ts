/** Why a file of roads cannot be used. */
export type ReadingFaultCode =
  | 'missingFile'
  | 'emptyFile'
  | 'malformedFile'
  | 'truncatedFile'
  | 'unknownFormat'
  | 'staleCache';

/** Thrown by readers of road data, with a sentence that names the file and what to do. */
export class ReadingFault extends Error {
  constructor(
    readonly code: ReadingFaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'ReadingFault';
  }
}
