import type { AccessScope } from '../../domain/account/account.ts';
import { addDays, type EpochMs, serviceDayOf } from '../../domain/units/time.ts';

/** The roles of the database under which all work runs; neither can sign in. */
export type DatabaseRole = 'ainori_office' | 'ainori_app';

/**
 * A shift that runs past midnight still belongs to its driver: until 04:00 the day before counts as today.
 */
const NIGHT_MS = 4 * 3_600_000;

/** System, operators, dispatchers and administrators work for the whole region; everyone else sees a part of it. */
function databaseRoleOf(scope: AccessScope): DatabaseRole {
  if (scope.kind === 'system') return 'ainori_office';
  const { role } = scope;
  const isOffice = role === 'operator' || role === 'dispatcher' || role === 'administrator';
  return isOffice ? 'ainori_office' : 'ainori_app';
}

/** What the policies read with `current_setting`, by name. */
export function accessSettings(scope: AccessScope, now: EpochMs): Readonly<Record<string, string>> {
  const today = serviceDayOf(now);
  const days = {
    'ainori.today': today,
    'ainori.first_day': serviceDayOf(now - NIGHT_MS),
    'ainori.last_day': addDays(today, 1),
  };
  if (scope.kind === 'system') return { 'ainori.role': 'system', ...days };
  return {
    'ainori.role': scope.role,
    'ainori.account': scope.accountId,
    'ainori.municipalities': scope.municipalities.join(','),
    'ainori.clinic': scope.clinicId ?? '',
    'ainori.person': scope.personId ?? '',
    'ainori.vehicle': scope.vehicleId ?? '',
    'ainori.act': scope.acting?.act ?? '',
    ...days,
  };
}

/** The statements that put a transaction under a scope; they hold until it ends. */
export function enterScope(scope: AccessScope, now: EpochMs): string {
  const settings = Object.entries(accessSettings(scope, now)).map(
    ([name, value]) => `SET LOCAL ${name} = ${quoteLiteral(value)};`,
  );
  return `SET LOCAL ROLE ${databaseRoleOf(scope)}; ${settings.join(' ')}`;
}

/** A text as an SQL literal; backslashes and zero bytes are refused, no id of ours has them. */
function quoteLiteral(text: string): string {
  if (text.includes('\\') || text.includes('\0')) throw new RangeError('An id may not hold a backslash.');
  return `'${text.replaceAll("'", "''")}'`;
}
