import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';
import { daySecondOf, momentOf, type ServiceDay, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Roads } from '../ports/roads.ts';
import { pointAlong } from './alongLine.ts';
import type { DriverPace } from './driverPace.ts';
import { nextReport } from './nextReport.ts';
import type { PlannedCall } from './plannedCall.ts';
import { RingingRiders } from './ringHome.ts';
import { makeCall, type PeopleDoors, readDay, tap } from './simulatedPeople.ts';
import { whereaboutsAt } from './vehicleWhereabouts.ts';

/** What a trial's invented people need. */
export interface StreetWorld extends PeopleDoors {
  readonly clock: Clock;
  readonly roads: Roads;
  readonly pace: DriverPace;
  /** The invented calls for a service day, whenever they come in. */
  callsFor(day: ServiceDay): Promise<readonly PlannedCall[]>;
  /** How long to rest between two looks at the clock, in milliseconds of the wall clock. */
  readonly tickMs: number;
  onFault(fault: unknown): void;
}

/** People at work until somebody stops them. */
export interface StreetLife {
  /** Resolves when the bookings made before today's start are in. */
  readonly booked: Promise<void>;
  stop(): Promise<void>;
}

/** A call this close to its ride is not made any more when the trial starts late. */
const LATE_SECONDS = 900;

/** Lets invented callers and drivers live through the day, in step with the clock. */
export function startStreetLife(world: StreetWorld): StreetLife {
  const street = new Street(world);
  const booked = street.bookEarlierCalls();
  let isStopped = false;
  const life = (async () => {
    await booked;
    while (!isStopped) {
      await street.look().catch(world.onFault);
      await new Promise((wake) => setTimeout(wake, world.tickMs));
    }
  })();
  return {
    booked,
    async stop() {
      isStopped = true;
      await life;
    },
  };
}

class Street {
  #day: ServiceDay | undefined;
  #waiting: PlannedCall[] = [];
  readonly #ringing = new RingingRiders();
  readonly #lines = new Map<string, readonly Coordinates[]>();

  constructor(readonly world: StreetWorld) {}

  /** Makes the calls that would have come in before now, for rides still to come. */
  async bookEarlierCalls(): Promise<void> {
    await this.#turnPage();
    await this.#answerCalls().catch(this.world.onFault);
  }

  /** One look at the clock: answers due calls, sends due taps, moves the vehicles. */
  async look(): Promise<void> {
    await this.#turnPage();
    await this.#answerCalls();
    await this.#ringHome();
    await this.#drive();
  }

  async #turnPage(): Promise<void> {
    const today = serviceDayOf(this.world.clock.now());
    if (today === this.#day) return;
    this.#day = today;
    const calls = await this.world.callsFor(today);
    const soonest = daySecondOf(today, this.world.clock.now()) + LATE_SECONDS;
    this.#waiting = calls.filter((call) => call.input.requested.second > soonest).sort((a, b) => a.at - b.at);
    this.#lines.clear();
  }

  async #answerCalls(): Promise<void> {
    while (this.#waiting[0] && this.#waiting[0].at <= this.world.clock.now()) {
      await makeCall(this.world, this.#waiting.shift()!);
    }
  }

  /** Whoever has a way home on call rings when it is time. */
  async #ringHome(): Promise<void> {
    const day = this.#day!;
    const second = daySecondOf(day, this.world.clock.now());
    const rides = await this.world.store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(day));
    for (const ringing of this.#ringing.list(rides)) {
      if (ringing.due <= second) await this.#ringing.ring(this.world, { ...ringing, due: second });
    }
  }

  async #drive(): Promise<void> {
    const day = this.#day!;
    const now = this.world.clock.now();
    const { shifts, rides } = await readDay(this.world.store, day);
    for (const schedule of shifts) {
      const next = nextReport(schedule, rides, this.world.pace);
      if (next && momentOf(day, next.due) <= now) {
        const outcome = await tap(this.world, schedule, next);
        if (!outcome.ok) this.world.onFault(new Error(`A tap was refused: ${outcome.reason.code}.`));
      }
    }
    await this.#moveVehicles(day, daySecondOf(day, now));
  }

  async #moveVehicles(day: ServiceDay, second: number): Promise<void> {
    const { shifts, depots } = await this.world.store.read(SYSTEM_SCOPE, async ({ fleet }) => ({
      shifts: await fleet.listShifts(day),
      depots: await fleet.listDepots(),
    }));
    for (const schedule of (await readDay(this.world.store, day)).shifts) {
      const shift = shifts.find(({ id }) => id === schedule.shiftId);
      const depot = depots.find(({ id }) => id === shift?.depotId);
      const where = depot && whereaboutsAt(schedule, depot.coordinates, second);
      if (!where) continue;
      const at = pointAlong(await this.#line(where.from, where.to), where.share);
      const id = `position:${schedule.shiftId}:${second}`;
      const report = {
        id,
        shiftId: schedule.shiftId,
        deviceTime: momentOf(day, second),
        type: 'position' as const,
        at,
      };
      await this.world.operations.report(report, SYSTEM_ACTOR);
    }
  }

  async #line(from: Coordinates, to: Coordinates): Promise<readonly Coordinates[]> {
    if (from === to) return [from];
    const key = [from.lon, from.lat, to.lon, to.lat].join(',');
    const known = this.#lines.get(key);
    if (known) return known;
    const line = await this.world.roads.route([from, to]).then(
      (route) => route.line,
      () => [from, to],
    );
    this.#lines.set(key, line);
    return line;
  }
}
