import type { AnswersTable, StoredAnswer } from '../../../ports/tables.ts';
import { momentText } from '../rows.ts';
import type { Session } from '../session.ts';

const FIND = 'SELECT fingerprint, status, body, at FROM stored_answer WHERE account_id = $1 AND key = $2';
const INSERT = `
  INSERT INTO stored_answer (account_id, key, fingerprint, status, body, at)
  VALUES ($1, $2, $3, $4::int, $5, $6::timestamptz)`;

/** Answers given under an `Idempotency-Key`. */
export function answersTable(session: Session): AnswersTable {
  return {
    async find(accountId, key) {
      return (await session.query<StoredAnswer>(FIND, [accountId, key]))[0];
    },
    async insert(accountId, key, { fingerprint, status, body, at }) {
      await session.query(INSERT, [accountId, key, fingerprint, status, body, momentText(at)]);
    },
  };
}
