import type { ShiftSchedule } from '../schedule/shiftSchedule.ts';
import type { DrivingLimit } from '../units/drivingLimit.ts';
import type { ProviderCategory, Shift } from './fleet.ts';

/** What the law asks of one duty of one driver. */
export interface DutyRules {
  /** From leaving the depot to being back. */
  readonly maxDutySeconds: number;
  /** Absent: the law limits the duty only. */
  readonly drivingLimit?: DrivingLimit;
  /** Between the end of one duty and the beginning of the driver's next. */
  readonly leastOffDutySeconds: number;
}

const HOUR = 3_600;
const MINUTE = 60;

/** 連続運転時間: 4 h, then 30 min, in parts of at least 10 min. */
const BUS_DRIVING: DrivingLimit = {
  maxDrivingSeconds: 4 * HOUR,
  restSeconds: 30 * MINUTE,
  minPartSeconds: 10 * MINUTE,
};
/** 拘束時間: 13 h a day. The 15 h that are possible on some days are for what happens, not for what is planned. */
const MAX_DUTY = 13 * HOUR;
/** 休息期間: never less than 9 h. The 11 h to be striven for are a matter of the roster, not of a day's plan. */
const LEAST_OFF_DUTY = 9 * HOUR;

/**
 * 自動車運転者の労働時間等の改善のための基準 (Ministry of Labour notification 7 of 1989, as in force since April 2024):
 * article 5 for bus drivers, article 2 for taxi drivers on day duty, whom no hours of continuous driving bind. Volunteers
 * and town staff in private vehicles for pay are planned by what holds for bus drivers.
 * @see https://driver-roudou-jikan.mhlw.go.jp/bus/notice
 * @see https://driver-roudou-jikan.mhlw.go.jp/taxi/notice
 */
const RULES: Readonly<Record<ProviderCategory, DutyRules>> = {
  areaTransport: { maxDutySeconds: MAX_DUTY, drivingLimit: BUS_DRIVING, leastOffDutySeconds: LEAST_OFF_DUTY },
  privateForPay: { maxDutySeconds: MAX_DUTY, drivingLimit: BUS_DRIVING, leastOffDutySeconds: LEAST_OFF_DUTY },
  taxi: { maxDutySeconds: MAX_DUTY, leastOffDutySeconds: LEAST_OFF_DUTY },
};

/**
 * The rules that can bind in a shift of so many seconds: one too short to break a rule does not carry it.
 * @param shiftSeconds from the shift's start to its end
 */
export function dutyRulesOf(
  category: ProviderCategory,
  shiftSeconds: number,
): Pick<Partial<DutyRules>, 'maxDutySeconds' | 'drivingLimit'> {
  const { maxDutySeconds, drivingLimit } = RULES[category];
  return {
    ...(shiftSeconds > maxDutySeconds ? { maxDutySeconds } : {}),
    ...(drivingLimit && shiftSeconds > drivingLimit.maxDrivingSeconds ? { drivingLimit } : {}),
  };
}

/** The limit that binds the driver of a shift, which may be planned to end late; none where the law knows none. */
export function drivingLimitOf(
  category: ProviderCategory,
  shift: Shift,
  schedule: ShiftSchedule | undefined,
): DrivingLimit | undefined {
  return dutyRulesOf(category, Math.max(shift.end, schedule?.finish ?? 0) - shift.start).drivingLimit;
}

/** 休息期間: how long a driver is off duty at the least before the next one. */
export function leastOffDutyOf(category: ProviderCategory): number {
  return RULES[category].leastOffDutySeconds;
}
