import { parseArgs } from 'node:util';
import { isServiceDay, type ServiceDay } from '../domain/units/time.ts';
import { PlainFault } from '../main/plainFault.ts';

/** What day is to be played. */
export interface SimulateOptions {
  readonly region: string;
  readonly requests: number;
  /** null: the region's own fleet. */
  readonly vehicles: number | null;
  readonly seed: number;
  readonly day: ServiceDay;
  readonly pace: 'steady' | 'varied';
  /** Of a hundred ways home so many have no time; 0: every ride is asked for on its own. */
  readonly onCall: number;
  /** Of a hundred riders so many take a shared time within half an hour of the nearest one. */
  readonly flexible: number;
  /** Steps of each search for a better plan; 0: the day is played without. */
  readonly improve: number;
  readonly improveEveryMinutes: number;
}

export const SIMULATE_HELP = `npm run simulate -- --region FOLDER --requests N --vehicles M --seed S

Plays a service day through the same stages as a real one (fake clock, state in memory) and prints its figures as one
JSON object on standard output; progress goes to standard error.

  --region FOLDER   folder of the region (seeds/REGION.md); default seeds/aizu
  --requests N      requests of the day, 1 to 5000; default 300
  --vehicles M      vehicles, spread over the region's depots, 1 to 500; default: the region's own fleet
  --seed S          whole number; the same seed gives the same day; default 1
  --day YYYY-MM-DD  service day; default 2026-06-10, a Wednesday
  --pace steady     drivers keep exactly to the plan; default varied: legs take 93 to 107 % of the planned time, one
                    rider in a hundred does not come
  --on-call P       of a hundred ways home so many have no time: the rider rings when ready; default 0: ways home are
                    rides of their own
  --flexible P      of a hundred riders so many take a time within half an hour of the nearest one where it is shared;
                    default 0
  --improve N       plays the day twice, the second time with the plan improved by N steps the evening before and again
                    and again during the day; prints both; 0 to 1000000; default 0: once, without
  --improve-every M minutes between two searches of the day; default 10
  --help            this text`;

/** @throws PlainFault with exit code 2 */
export function parseSimulateOptions(args: readonly string[]): SimulateOptions | 'help' {
  const { values } = parse(args);
  if (values.help) return 'help';
  const { day = '2026-06-10', pace = 'varied' } = values;
  if (!isServiceDay(day)) throw new PlainFault(`--day ${day} is no date of the form YYYY-MM-DD.`, 2);
  if (pace !== 'steady' && pace !== 'varied') throw new PlainFault('--pace takes steady or varied.', 2);
  return {
    region: values.region ?? 'seeds/aizu',
    requests: wholeNumber('--requests', values.requests ?? '300', 1, 5000),
    vehicles: values.vehicles === undefined ? null : wholeNumber('--vehicles', values.vehicles, 1, 500),
    seed: wholeNumber('--seed', values.seed ?? '1', 0, 2_147_483_647),
    day,
    pace,
    onCall: wholeNumber('--on-call', values['on-call'] ?? '0', 0, 100),
    flexible: wholeNumber('--flexible', values.flexible ?? '0', 0, 100),
    improve: wholeNumber('--improve', values.improve ?? '0', 0, 1_000_000),
    improveEveryMinutes: wholeNumber('--improve-every', values['improve-every'] ?? '10', 1, 600),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    region: text,
    requests: text,
    vehicles: text,
    seed: text,
    day: text,
    pace: text,
    'on-call': text,
    flexible: text,
    improve: text,
    'improve-every': text,
  };
  try {
    return parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean' } } });
  } catch (fault) {
    throw new PlainFault(`${(fault as Error).message} See npm run simulate -- --help.`, 2);
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new PlainFault(`${name} takes a whole number from ${least} to ${most}, not ${text}.`, 2);
}
