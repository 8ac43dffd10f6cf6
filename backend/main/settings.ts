import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { TimeWindow } from '../domain/units/time.ts';
import type { ImproveRhythm } from './keepImproving.ts';

/** How the process is to run, from its command line and environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** PostgreSQL; null runs the embedded database. */
  readonly databaseUrl: string | null;
  readonly poolSize: number;
  /** Invented accounts and bookings, said so on every screen. */
  readonly isTrial: boolean;
  readonly regionFolder: string;
  readonly varFolder: string;
  /** `osrm-routed` for open roads; null: the own road engine answers for them, too. */
  readonly osrmUrl: string | null;
  /** Roads of the own engine, written by `npm run roads -- build`; null: the region's. */
  readonly roadsFolder: string | null;
  readonly logLevel: string;
  readonly trustedProxies: number;
  /** Who sends text messages, calls and mail, and the secret under which they are handed over; null: nobody. */
  readonly noticeSender: { readonly url: string; readonly secret: string } | null;
  /** Shown on every screen; null: that of the region's first service. */
  readonly supportPhone: string | null;
  /** The secret of each telephone line that may report calls, by its name. */
  readonly telephonyLines: ReadonlyMap<string, string>;
  /** When somebody is at the desk, on days on which a service runs; null: while any service runs. */
  readonly deskHours: TimeWindow | null;
  readonly speed: number;
  /** How plans are improved in the background. */
  readonly improvement: ImproveRhythm;
  /** Driving of the simulated drivers as a multiple of the planned time. */
  readonly streetFactor: number;
  /** Simulated callers and drivers? */
  readonly hasStreetLife: boolean;
  /** Second of the service day at which a trial's clock starts; null lets it choose. */
  readonly startsAtSecond: number | null;
}

/** What the command line asks for. */
export type Order =
  | { readonly kind: 'help' }
  | { readonly kind: 'createAdmin'; readonly login: string; readonly settings: Settings }
  | { readonly kind: 'start'; readonly settings: Settings };

/** One entry of `--help`. */
export interface Entry {
  readonly name: string;
  readonly meaning: string;
}

/** Every option of `npm start --`. */
export const OPTIONS: readonly Entry[] = [
  { name: '--help', meaning: 'list options and environment variables' },
  { name: '--speed N', meaning: 'trial: let the day run N times as fast (0.1 to 600); default 1' },
  { name: '--street N', meaning: 'trial: driving takes N times as long as planned (0.5 to 2); default 1' },
  { name: '--quiet', meaning: 'trial: no simulated callers and drivers' },
  { name: '--start-at HH:MM', meaning: 'trial: time of day at which a new trial begins' },
  { name: '--create-admin LOGIN', meaning: 'make an administrator, secret from standard input, and end' },
];

/** Every environment variable that is read. */
export const VARIABLES: readonly Entry[] = [
  { name: 'PORT', meaning: 'port for HTTP and sockets; default 3000' },
  { name: 'HOST', meaning: 'address to listen on; default 127.0.0.1' },
  { name: 'DATABASE_URL', meaning: 'postgres://… with PostGIS; unset: embedded database, for trials only' },
  { name: 'AINORI_POOL', meaning: 'connections to the database, 2 to 200; default 10' },
  { name: 'AINORI_TRIAL', meaning: '1: trial accounts and bookings; default 1 without DATABASE_URL, else 0' },
  { name: 'AINORI_REGION', meaning: 'folder of the region (seeds/REGION.md); default seeds/aizu' },
  { name: 'AINORI_VAR', meaning: 'folder for what is made at run time; default var' },
  {
    name: 'AINORI_IMPROVE',
    meaning: 'seconds of each search for better plans by day, 0 to 300; 0: none; default 5',
  },
  { name: 'AINORI_IMPROVE_EVERY', meaning: 'seconds between two searches, 1 to 3600; default 60' },
  { name: 'AINORI_IMPROVE_NIGHT', meaning: 'seconds of a search at night, 1 to 3600; default 120' },
  { name: 'OSRM_URL', meaning: 'http://host:port of osrm-routed, for open roads; unset: own road engine' },
  { name: 'AINORI_ROADS', meaning: 'folder of npm run roads -- build; default: the roads of the region' },
  { name: 'AINORI_LOG', meaning: 'debug, info, warn, error or silent; default info, in a trial warn' },
  { name: 'AINORI_TRUSTED_PROXIES', meaning: 'how many proxies stand in front (0 to 5); default 0' },
  {
    name: 'AINORI_TELEPHONY_LINES',
    meaning: 'telephone lines that report calls, LINE:SECRET,…; in a trial trial:ainori-call',
  },
  {
    name: 'AINORI_DESK_HOURS',
    meaning: 'when the desk answers, e.g. 08:00-17:30, on days of service; default: the hours of service',
  },
  {
    name: 'AINORI_NOTICE_URL',
    meaning: 'address that sends notices (sms, voice, email); unset: they are only noted',
  },
  { name: 'AINORI_NOTICE_SECRET', meaning: 'secret with which notices are signed; 16 letters or more' },
  { name: 'AINORI_SUPPORT_PHONE', meaning: 'telephone number on every screen; default: the first service’s' },
];

type Environment = Readonly<Record<string, string | undefined>>;
type Arguments = Readonly<Record<string, string | true>>;

/** Thrown while reading settings, caught where they are read as a whole. */
class BadSetting extends Error {}

/**
 * Reads command line and environment.
 * @returns the order, or one line that says what is wrong
 */
export function readOrder(argv: readonly string[], env: Environment): Outcome<Order, string> {
  try {
    const given = readArguments(argv);
    if (given['--help']) return success({ kind: 'help' });
    const settings = readSettings(given, env);
    const login = given['--create-admin'];
    if (typeof login !== 'string') return success({ kind: 'start', settings });
    if (!/^[\w.@-]{1,100}$/.test(login)) {
      throw new BadSetting(`--create-admin ${login}: a login has letters, digits and . _ @ - only.`);
    }
    if (settings.databaseUrl === null) {
      throw new BadSetting('--create-admin needs DATABASE_URL: a trial makes its accounts by itself.');
    }
    return success({ kind: 'createAdmin', login, settings });
  } catch (fault) {
    if (fault instanceof BadSetting) return refusal(fault.message);
    throw fault;
  }
}

function readArguments(argv: readonly string[]): Arguments {
  const given: Record<string, string | true> = {};
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const [name = '', attached] = word.split('=', 2);
    const option = OPTIONS.find((candidate) => candidate.name.split(' ')[0] === name);
    if (!option) throw new BadSetting(`${word}: there is no such option. See npm start -- --help.`);
    if (!option.name.includes(' ')) {
      given[name] = true;
      continue;
    }
    const value = attached ?? argv[++i];
    if (value === undefined || value.startsWith('--')) throw new BadSetting(`${name}: a value is missing.`);
    given[name] = value;
  }
  return given;
}

function readSettings(given: Arguments, env: Environment): Settings {
  const databaseUrl = readUrl(env, 'DATABASE_URL', /^postgres(ql)?:\/\//);
  const isTrial = readFlag(env, 'AINORI_TRIAL', databaseUrl === null);
  if (!isTrial && databaseUrl === null) {
    throw new BadSetting('AINORI_TRIAL=0 needs DATABASE_URL: the embedded database is for trials only.');
  }
  const speed = readNumber('--speed', String(given['--speed'] ?? '1'), 0.1, 600);
  if (!isTrial && (speed !== 1 || given['--start-at'] !== undefined)) {
    throw new BadSetting('--speed and --start-at are for trials: real days run at their own pace.');
  }
  return {
    port: readInteger('PORT', env.PORT ?? '3000', 0, 65_535),
    host: env.HOST || '127.0.0.1',
    databaseUrl,
    poolSize: readInteger('AINORI_POOL', env.AINORI_POOL ?? '10', 2, 200),
    isTrial,
    regionFolder: env.AINORI_REGION || 'seeds/aizu',
    varFolder: env.AINORI_VAR || 'var',
    osrmUrl: readUrl(env, 'OSRM_URL', /^https?:\/\//),
    roadsFolder: env.AINORI_ROADS || null,
    logLevel: readLogLevel(env.AINORI_LOG ?? (isTrial ? 'warn' : 'info')),
    trustedProxies: readInteger('AINORI_TRUSTED_PROXIES', env.AINORI_TRUSTED_PROXIES ?? '0', 0, 5),
    telephonyLines: readLines(env.AINORI_TELEPHONY_LINES ?? (isTrial ? TRIAL_LINE : '')),
    noticeSender: readNoticeSender(env),
    deskHours: readDeskHours(env.AINORI_DESK_HOURS),
    supportPhone: env.AINORI_SUPPORT_PHONE || null,
    speed,
    improvement: {
      seconds: readInteger('AINORI_IMPROVE', env.AINORI_IMPROVE ?? '5', 0, 300),
      everySeconds: readInteger('AINORI_IMPROVE_EVERY', env.AINORI_IMPROVE_EVERY ?? '60', 1, 3600),
      nightSeconds: readInteger('AINORI_IMPROVE_NIGHT', env.AINORI_IMPROVE_NIGHT ?? '120', 1, 3600),
    },
    streetFactor: readNumber('--street', String(given['--street'] ?? '1'), 0.5, 2),
    hasStreetLife: isTrial && !given['--quiet'],
    startsAtSecond: readClock(given['--start-at']),
  };
}

function readNoticeSender(env: Environment): Settings['noticeSender'] {
  const url = readUrl(env, 'AINORI_NOTICE_URL', /^https?:\/\//);
  if (url === null) return null;
  const secret = env.AINORI_NOTICE_SECRET ?? '';
  if (secret.length < 16) throw new BadSetting('AINORI_NOTICE_SECRET: 16 letters or more are wanted.');
  return { url, secret };
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most)) {
    throw new BadSetting(`${name}=${text}: a number from ${least} to ${most} is wanted.`);
  }
  return value;
}

function readInteger(name: string, text: string, least: number, most: number): number {
  const value = readNumber(name, text, least, most);
  if (!Number.isInteger(value)) throw new BadSetting(`${name}=${text}: a whole number is wanted.`);
  return value;
}

function readFlag(env: Environment, name: string, otherwise: boolean): boolean {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  if (text !== '0' && text !== '1') throw new BadSetting(`${name}=${text}: 0 or 1 is wanted.`);
  return text === '1';
}

/** An address without the slash at its end; null when the variable is empty. The value itself may hold a secret. */
function readUrl(env: Environment, name: string, form: RegExp): string | null {
  const text = env[name];
  if (text === undefined || text === '') return null;
  if (!form.test(text) || !URL.canParse(text))
    throw new BadSetting(`${name}: this is no address of its kind.`);
  return text.replace(/\/$/, '');
}

function readLogLevel(text: string): string {
  const levels = ['debug', 'info', 'warn', 'error', 'silent'];
  if (!levels.includes(text))
    throw new BadSetting(`AINORI_LOG=${text}: one of ${levels.join(', ')} is wanted.`);
  return text;
}

/** A trial's one line; its secret is as open as those of the trial accounts. */
const TRIAL_LINE = 'trial:ainori-call';
const SHORTEST_SECRET = 8;

/** `LINE:SECRET,LINE:SECRET`. The value holds secrets, so no complaint repeats it. */
function readLines(text: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const border = pair.indexOf(':');
    const [name, secret] = [pair.slice(0, border).trim(), pair.slice(border + 1).trim()];
    if (border < 1 || secret.length < SHORTEST_SECRET) {
      throw new BadSetting(
        `AINORI_TELEPHONY_LINES: LINE:SECRET,… is wanted, secrets of at least ${SHORTEST_SECRET} characters.`,
      );
    }
    lines.set(name, secret);
  }
  return lines;
}

function readDeskHours(text: string | undefined): TimeWindow | null {
  if (text === undefined || text === '') return null;
  const [from, to, more] = text.split('-');
  const hours = [from, to].map((clock) => secondOfClock(clock ?? ''));
  const [earliest, latest] = hours;
  if (earliest === undefined || latest === undefined || earliest >= latest || more !== undefined) {
    throw new BadSetting(`AINORI_DESK_HOURS=${text}: hours such as 08:00-17:30 are wanted.`);
  }
  return { earliest, latest };
}

function readClock(text: string | true | undefined): number | null {
  if (text === undefined) return null;
  const second = secondOfClock(String(text));
  if (second === undefined)
    throw new BadSetting(`--start-at ${String(text)}: a time such as 08:30 is wanted.`);
  return second;
}

/** `08:30` as a second of the day; undefined when it is no time. */
function secondOfClock(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 : undefined;
}

/** The text of `--help`. */
export function helpText(): string {
  const line = ({ name, meaning }: Entry) => `  ${name.padEnd(24)} ${meaning}`;
  return [
    'npm start                  trial with an embedded database',
    'DATABASE_URL=… npm start   the same system on PostgreSQL with PostGIS',
    '',
    'Options (after npm start --):',
    ...OPTIONS.map(line),
    '',
    'Environment:',
    ...VARIABLES.map(line),
    '',
  ].join('\n');
}
