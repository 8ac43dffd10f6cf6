/** Thrown when a region folder as a whole cannot be used; the message says which file and what to do. */
export class RegionFault extends Error {
  constructor(
    readonly code: 'missingFile' | 'malformedFile',
    message: string,
  ) {
    super(message);
    this.name = 'RegionFault';
  }
}
