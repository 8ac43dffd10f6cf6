/** A value as a statement's parameter. JSON goes in as text. */
export type Parameter = string | number | boolean | null | readonly string[] | readonly number[];

/** One transaction on one connection, whichever engine is behind it. */
export interface Session {
  /**
   * Runs one statement.
   * @returns its rows; a column's value is read as `valueParsers.ts` says
   * @throws StaleWrite, StoreFault
   */
  query<Row extends object>(text: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Runs several statements without parameters, one after the other. */
  script(text: string): Promise<void>;
  /** Throws the fault and sees to it that the transaction is rolled back even if somebody catches it. */
  refuse(fault: Error): never;
}

/** How a transaction is opened. */
export interface TransactionOptions {
  /** Repeatable read, nothing written; otherwise read committed. */
  readonly readOnly: boolean;
  /** Statements run as part of the opening (role and settings of the scope). */
  readonly opening: string;
}

/** An engine that runs transactions. */
export interface Database {
  /** All or nothing: a throw rolls back. Waits for a free connection, first come first served. */
  transaction<Value>(options: TransactionOptions, work: (session: Session) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

/** Where the adapter says what happened to it; a pino logger fits. */
export interface StoreLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
