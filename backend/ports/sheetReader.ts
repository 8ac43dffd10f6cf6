/** `[i][j]` is the text of row i, column j; rows may be of different length. */
export type SheetRows = readonly (readonly string[])[];

/** Reads tables that people keep in files. */
export interface SheetReader {
  /** The rows of a file that are not empty; undefined when it is no table that can be read. */
  read(bytes: Uint8Array): Promise<SheetRows | undefined>;
}
