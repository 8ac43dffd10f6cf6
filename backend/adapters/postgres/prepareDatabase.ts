import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { Session } from './session.ts';

/** Makes a role unless it is there; roles belong to the whole server, so another database may be making it too. */
const CREATE_ROLE = (role: string) => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
      CREATE ROLE ${role} NOLOGIN;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/** Lets the database's user take the role on. A second grant at the same moment is no fault. */
const GRANT_ROLE = (role: string) => `
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN
      EXECUTE format('GRANT ${role} TO %I', current_user);
    END IF;
  EXCEPTION WHEN internal_error OR unique_violation THEN
    IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN RAISE; END IF;
  END $$`;

const ROLES = ['ainori_office', 'ainori_app'];

/**
 * Brings in what a migration cannot do by itself: the PostGIS extension and the roles of the application.
 * @throws StoreFault `notPrepared` with the command to run, when the database's user may not
 */
export async function prepareDatabase(session: Session): Promise<void> {
  await tryTo(
    session,
    'CREATE EXTENSION IF NOT EXISTS postgis',
    'PostGIS is missing in the database and its user may not add it.',
    'CREATE EXTENSION postgis;',
  );
  for (const role of ROLES) {
    const remedy = `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <the database's user>;`;
    const complaint = `The role ${role} is missing and the database's user may not create it or take it on.`;
    await tryTo(session, CREATE_ROLE(role), complaint, remedy);
    await tryTo(session, GRANT_ROLE(role), complaint, remedy);
  }
}

async function tryTo(session: Session, statement: string, complaint: string, remedy: string): Promise<void> {
  try {
    await session.script(statement);
  } catch (thrown) {
    throw new StoreFault(
      'notPrepared',
      `${complaint} As an administrator of the database, run: ${remedy} (${thrown instanceof Error ? thrown.message : thrown})`,
      { cause: thrown },
    );
  }
}
