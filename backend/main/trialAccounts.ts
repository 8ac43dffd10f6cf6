import type { Account } from '../domain/account/account.ts';
import type { Accounts } from '../ports/accounts.ts';
import { TRIAL_PROXY_NAME } from './trialProxies.ts';

/** Somebody to try the system as, with the secret that is printed. */
export interface TrialAccount {
  readonly account: Account;
  readonly secret: string;
}

/** Whom and what the trial accounts stand for. */
export interface TrialCast {
  readonly vehicles: readonly { readonly id: string; readonly name: string; readonly providerId: string }[];
  readonly clinic: { readonly id: string; readonly name: string } | undefined;
  readonly municipality: { readonly code: string; readonly name: string } | undefined;
  readonly rider: { readonly id: string; readonly name: string } | undefined;
}

const NOBODY = { municipalities: [], providerId: null, clinicId: null, personId: null, vehicleId: null };

/** One or two accounts of each role; secrets are `ainori-` and the login. */
export function trialAccounts(cast: TrialCast): TrialAccount[] {
  const { vehicles, clinic, municipality, rider } = cast;
  const drivers = vehicles.map((vehicle, i) =>
    trialAccount(`driver${i + 1}`, 'driver', `運転手（${vehicle.name}）`, {
      vehicleId: vehicle.id,
      providerId: vehicle.providerId,
    }),
  );
  return [
    trialAccount('operator', 'operator', '電話受付'),
    trialAccount('dispatcher', 'dispatcher', '配車係'),
    ...drivers,
    ...(clinic ? [trialAccount('clinic', 'clinic', `${clinic.name} 受付`, { clinicId: clinic.id })] : []),
    ...(municipality
      ? [
          trialAccount('town', 'municipality', `${municipality.name} 担当`, {
            municipalities: [municipality.code],
          }),
        ]
      : []),
    ...(rider ? [trialAccount('rider', 'rider', rider.name, { personId: rider.id })] : []),
    trialAccount('family', 'proxy', TRIAL_PROXY_NAME),
    trialAccount('admin', 'administrator', '管理者'),
  ];
}

function trialAccount(
  login: string,
  role: Account['role'],
  displayName: string,
  belongings: Partial<Account> = {},
): TrialAccount {
  const account = { ...NOBODY, id: `trial:${login}`, login, displayName, role, isTrial: true, ...belongings };
  return { account, secret: `ainori-${login}` };
}

/** Makes the accounts that are not there yet or belong to something else by now. */
export async function saveTrialAccounts(accounts: Accounts, wanted: readonly TrialAccount[]): Promise<void> {
  const known = new Map((await accounts.list()).map((account) => [account.id, account]));
  await Promise.all(
    wanted
      .filter(({ account }) => !isSame(known.get(account.id), account))
      .map(({ account, secret }) => accounts.save(account, secret)),
  );
}

function isSame(known: Account | undefined, wanted: Account): boolean {
  if (!known) return false;
  return (Object.keys(wanted) as (keyof Account)[]).every(
    (key) => JSON.stringify(known[key]) === JSON.stringify(wanted[key]),
  );
}

/** Outside a trial nobody may come in with a printed secret: accounts left from one get a secret nobody knows. */
export async function shutTrialAccounts(accounts: Accounts, randomSecret: () => string): Promise<number> {
  const left = (await accounts.list()).filter((account) => account.isTrial);
  for (const account of left) await accounts.save({ ...account, isTrial: false }, randomSecret());
  return left.length;
}
