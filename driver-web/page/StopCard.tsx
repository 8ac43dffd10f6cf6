import type { ReactNode } from 'react';
import type { StopView } from '../../backend/contract/index.ts';
import { type DriverAct, listOpenRides, listStopRides } from '../../screen-kit/store/nextAct.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useStopName } from '../../screen-kit/words/useStopName.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { DriverDay } from '../store/driverDay.ts';
import { findWait } from '../store/findWait.ts';
import { findOwedRest } from '../store/owedRest.ts';
import { RiderCard } from './RiderCard.tsx';
import { texts } from './words.ts';

export interface StopCardProps {
  readonly day: DriverDay;
  readonly stop: StopView;
  readonly act: DriverAct;
  readonly onServeFirst: (rideId: string) => void;
  readonly nowSecond: number;
  /** Says to the office that the vehicle is not there after all; null where it was, or nobody has said so. */
  readonly onNotThere: (() => void) | null;
}

/** The one card: where to, when, who gets out, who gets in. */
export function StopCard({ day, stop, act, onServeFirst, nowSecond, onNotThere }: StopCardProps): ReactNode {
  const t = useWords(texts);
  const nameOf = useStopName(day);
  const { dropoffs, pickups } = listStopRides(day, stop);
  const hasChoice = stop.state === 'arrived' && listOpenRides(day, stop).length > 1;
  const actRideId = act.type === 'board' || act.type === 'alight' ? act.ride.id : null;
  const rest = findOwedRest(stop, nowSecond);
  const wait = findWait(act, nowSecond);
  const groups = [
    { direction: 'out' as const, title: t.getsOut, shape: '▼', rides: dropoffs },
    { direction: 'in' as const, title: t.getsIn, shape: '▲', rides: pickups },
  ];
  return (
    <article className="stopCard" aria-labelledby="stopPlace">
      <p className="stopLead">
        <span className="stopLeadWord">{stop.state === 'arrived' ? t.hereNow : t.nextStop}</span>
        <span className="figures">{t.planned(tableTime(stop.start))}</span>
      </p>
      <h1 id="stopPlace" className="stopPlace">
        {nameOf(stop)}
      </h1>
      {onNotThere ? (
        <button type="button" className="button button-plain notThere" onClick={onNotThere}>
          {t.undo(t.saidArrive)}
        </button>
      ) : null}
      {stop.kind === 'break' ? (
        <p className="stopFacts figures">{t.until(tableTime(stop.start), tableTime(stop.departure))}</p>
      ) : null}
      {rest ? (
        <div className="restNote">
          <p className="restNoteTimes figures">
            <span aria-hidden="true">☕ </span>
            {t.restHere(tableTime(rest.from), tableTime(rest.until))}
          </p>
          <p>{t.restWhy}</p>
        </div>
      ) : null}
      {wait === null ? null : (
        <div className="restNote">
          <p className="restNoteTimes figures">{t.waitHere(tableTime(wait))}</p>
          <p>{act.type === 'depart' ? t.waitWhy : t.waitMore}</p>
        </div>
      )}
      {groups.map((group) =>
        group.rides.length === 0 ? null : (
          <section key={group.direction} className={`riders riders-${group.direction}`}>
            <h2 className="ridersTitle">
              <span aria-hidden="true">{group.shape} </span>
              {group.title}
            </h2>
            <ul>
              {group.rides.map((ride) => (
                <RiderCard
                  key={ride.id}
                  ride={ride}
                  direction={group.direction}
                  isNext={ride.id === actRideId}
                  nowSecond={nowSecond}
                  {...(hasChoice ? { onServeFirst: () => onServeFirst(ride.id) } : {})}
                />
              ))}
            </ul>
          </section>
        ),
      )}
      {stop.kind === 'stop' && dropoffs.length + pickups.length === 0 ? (
        <p className="stopFacts">{waitText(stop, t)}</p>
      ) : null}
    </article>
  );
}

function waitText(
  { state, place }: StopView,
  t: { waitPlace: string; waitNear: string; nobody: string },
): string {
  if (state !== 'planned') return t.nobody;
  return place?.id.startsWith('near:') ? t.waitNear : t.waitPlace;
}
