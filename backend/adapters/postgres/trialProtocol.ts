import type { Parameter } from './session.ts';

/** What the main thread asks of the thread that holds the embedded database. */
export type TrialQuestion =
  | {
      readonly id: number;
      readonly kind: 'query';
      readonly text: string;
      readonly parameters: readonly Parameter[];
    }
  | { readonly id: number; readonly kind: 'script'; readonly text: string }
  | { readonly id: number; readonly kind: 'close' };

/** A fault as it crosses threads: classes do not survive the crossing. */
export interface TrialFault {
  readonly code: string;
  readonly message: string;
}

/** What that thread says; the answer of id 0 says that the database is open, or why it is not. */
export type TrialAnswer =
  | { readonly id: number; readonly rows: readonly object[] }
  | { readonly id: number; readonly fault: TrialFault };

/** What the thread is started with. */
export interface TrialWorkerData {
  /** Undefined keeps everything in memory. */
  readonly directory: string | undefined;
}
