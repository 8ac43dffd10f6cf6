/** What a log line says besides its sentence: ids, counts, times; never names, telephone numbers or secrets. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Lines for whoever runs the system. */
export interface Log {
  info(fields: LogFields, sentence: string): void;
  warn(fields: LogFields, sentence: string): void;
  /** A fault of ours; `fields.err` holds what was thrown. */
  error(fields: LogFields, sentence: string): void;
}
