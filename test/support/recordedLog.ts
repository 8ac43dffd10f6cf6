import type { Log, LogFields } from '../../backend/ports/log.ts';

/** A log that remembers its lines. */
export class RecordedLog implements Log {
  readonly lines: { readonly level: string; readonly fields: LogFields; readonly sentence: string }[] = [];

  info(fields: LogFields, sentence: string): void {
    this.lines.push({ level: 'info', fields, sentence });
  }

  warn(fields: LogFields, sentence: string): void {
    this.lines.push({ level: 'warn', fields, sentence });
  }

  error(fields: LogFields, sentence: string): void {
    this.lines.push({ level: 'error', fields, sentence });
  }

  /** Sentences of the lines of a level. */
  sentences(level: string): string[] {
    return this.lines.filter((line) => line.level === level).map((line) => line.sentence);
  }
}
