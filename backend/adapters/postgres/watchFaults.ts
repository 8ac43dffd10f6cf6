import type { Parameter, Session } from './session.ts';

/** A session of an engine, before its faults are watched. */
export type BareSession = Omit<Session, 'refuse'>;

/** A session that remembers its first fault: after one, the transaction can only be rolled back. */
export interface WatchedSession extends Session {
  readonly fault: unknown;
}

/** Remembers the first fault of a session. */
export function watchFaults(session: BareSession): WatchedSession {
  let fault: unknown;
  async function watch<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch (thrown) {
      fault ??= thrown;
      throw thrown;
    }
  }
  return {
    query: <Row extends object>(text: string, parameters?: readonly Parameter[]) =>
      watch(session.query<Row>(text, parameters)),
    script: (text) => watch(session.script(text)),
    refuse(refusal) {
      fault ??= refusal;
      throw refusal;
    },
    get fault() {
      return fault;
    },
  };
}
