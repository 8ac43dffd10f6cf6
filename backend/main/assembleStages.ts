import { createLogNotices } from '../adapters/notify/logNotices.ts';
import { spreadsheetReader } from '../adapters/spreadsheet/readSpreadsheet.ts';
import { argonHasher } from '../adapters/system/argonHasher.ts';
import { japaneseHolidays } from '../adapters/system/japaneseHolidays.ts';
import {
  type Booking,
  type CallDesk,
  createBooking,
  createCallDesk,
  createNoticeDesk,
  createStandingDesk,
  createWaitlist,
  type NoticeDesk,
  type StandingDesk,
  type Waitlist,
} from '../booking/index.ts';
import { createDispatch, type Dispatch, type DispatchWorld } from '../dispatch/index.ts';
import type { AccessScope } from '../domain/account/account.ts';
import type { ServiceDay, TimeWindow } from '../domain/units/time.ts';
import { createOperations, type Operations } from '../operations/index.ts';
import type { Accounts, SecretHasher } from '../ports/accounts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Notices } from '../ports/notices.ts';
import type { PlanImprover } from '../ports/planImprover.ts';
import type { Stopwatch } from '../ports/stopwatch.ts';
import type { Store } from '../ports/store.ts';
import type { TravelMatrix } from '../ports/travel.ts';
import { type DayFigures, type LearningReport, reportDay, reportLearning } from '../reporting/index.ts';
import { createRiders, ImportDesk, type Riders } from '../riders/index.ts';
import { createVoiceDesk, type VoiceDesk } from '../voice/index.ts';
import { REGION_WEIGHTS } from './regionWeights.ts';

/** What the stages stand on. */
export interface Ground {
  readonly store: Store;
  readonly matrix: TravelMatrix;
  readonly clock: Clock;
  /** The world's clock. */
  readonly wallClock: Clock;
  readonly ids: Ids;
  /** Absent: nobody waits. */
  readonly stopwatch?: Stopwatch;
  readonly log: Log;
  readonly accounts: Pick<
    Accounts,
    'list' | 'find' | 'save' | 'closeSessionsOf' | 'countFailures' | 'recordFailure'
  >;
  /** Absent: argon2id. */
  readonly hasher?: SecretHasher;
  /** Absent: notices are noted down and not sent. */
  readonly notices?: Notices;
  /** Absent: plans are not improved. */
  readonly improver?: PlanImprover;
  /** When somebody is at the desk; absent: while any service runs. */
  readonly deskHours?: TimeWindow | null;
}

/** The stages, joined. */
export interface Stages {
  readonly booking: Booking;
  readonly standing: StandingDesk;
  readonly callDesk: CallDesk;
  readonly waitlist: Waitlist;
  readonly noticeDesk: NoticeDesk;
  readonly dispatch: Dispatch;
  readonly operations: Operations;
  readonly riders: Riders;
  readonly imports: ImportDesk;
  readonly voice: VoiceDesk;
  readonly figures: (day: ServiceDay, scope: AccessScope) => Promise<DayFigures>;
  readonly learning: (from: ServiceDay, to: ServiceDay, scope: AccessScope) => Promise<LearningReport>;
}

export function assembleStages(ground: Ground): Stages {
  const { store, matrix, clock, wallClock, ids, log, accounts } = ground;
  const onPlanChecked: DispatchWorld['onPlanChecked'] = ({ shiftId, violations }) => {
    if (violations.length > 0) log.warn({ shiftId, violations }, 'the checker found violations');
  };
  const timed = ground.stopwatch && { stopwatch: ground.stopwatch };
  const dispatch = createDispatch({
    store,
    matrix,
    clock,
    ids,
    weights: REGION_WEIGHTS,
    onPlanChecked,
    ...timed,
    ...(ground.improver && { improver: ground.improver }),
  });
  const world = { store, planning: dispatch, clock, ids, ...timed };
  const hasher = ground.hasher ?? argonHasher;
  const ridersWorld = { store, accounts, clock, wallClock, ids, hasher };
  const waitlist = createWaitlist(world);
  const booking = createBooking(world);
  const { deskHours = null } = ground;
  const callDesk = createCallDesk(world, waitlist, deskHours);
  const riders = createRiders(ridersWorld);
  return {
    dispatch,
    booking,
    standing: createStandingDesk({ ...world, holidays: japaneseHolidays }),
    callDesk,
    waitlist,
    noticeDesk: createNoticeDesk({ ...world, notices: ground.notices ?? createLogNotices(log) }),
    operations: createOperations({ store, plan: dispatch, clock }),
    riders,
    voice: createVoiceDesk({ store, booking, callDesk, riders, clock, wallClock, log, deskHours, pause }),
    imports: new ImportDesk(ridersWorld, spreadsheetReader, log),
    figures: (day, scope) => reportDay({ store, matrix }, scope, day),
    learning: (from, to, scope) => reportLearning(store, scope, from, to),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
