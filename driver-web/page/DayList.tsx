import type { ReactNode } from 'react';
import type { ShiftView, StopView } from '../../backend/contract/index.ts';
import { findCurrentStop, isPassed, listStopRides } from '../../screen-kit/store/nextAct.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useStopName } from '../../screen-kit/words/useStopName.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { DayChange } from '../store/dayChanges.ts';
import type { DriverDay } from '../store/driverDay.ts';
import { findOwedRest } from '../store/owedRest.ts';
import { needTexts, texts } from './words.ts';

export interface DayListProps {
  readonly day: DriverDay;
  readonly shift: ShiftView;
  /** Rides to mark as new or changed. */
  readonly changes: readonly DayChange[];
}

/** The rest of the shift below the card, and what is behind the driver folded away. */
export function DayList({ day, shift, changes }: DayListProps): ReactNode {
  const t = useWords(texts);
  const current = findCurrentStop(shift);
  const later = shift.stops.filter((stop) => stop.state !== 'departed' && stop !== current);
  const done = shift.stops.filter((stop) => stop.state === 'departed' && !isPassed(stop));
  return (
    <section className="dayList" aria-labelledby="dayListTitle">
      <h2 id="dayListTitle">{t.restOfDay}</h2>
      {later.length === 0 ? (
        <p className="dayListEmpty">{t.restEmpty}</p>
      ) : (
        <ol>
          {later.map((stop) => (
            <StopLine key={stop.id} day={day} stop={stop} changes={changes} />
          ))}
        </ol>
      )}
      {done.length > 0 ? (
        <details className="doneStops">
          <summary>{t.doneStops(done.length)}</summary>
          <ol>
            {[...done].reverse().map((stop) => (
              <StopLine key={stop.id} day={day} stop={stop} changes={[]} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

function StopLine({
  day,
  stop,
  changes,
}: {
  day: DriverDay;
  stop: StopView;
  changes: readonly DayChange[];
}): ReactNode {
  const t = useWords(texts);
  const need = useWords(needTexts);
  const nameOf = useStopName(day);
  const { dropoffs, pickups } = listStopRides(day, stop);
  const rest = findOwedRest(stop, Number.NEGATIVE_INFINITY);
  const changeWord = { added: t.changeAdded, removed: t.changeRemoved, moved: t.changeMoved };
  const rides = [
    ...dropoffs.map((ride) => ({ ride, shape: '▼', word: t.getsOut })),
    ...pickups.map((ride) => ({ ride, shape: '▲', word: t.getsIn })),
  ];
  return (
    <li className="stopLine">
      <span className="stopLineTime figures">{tableTime(stop.performedArrival ?? stop.start)}</span>
      <div>
        <p className="stopLinePlace">{nameOf(stop)}</p>
        {rest ? (
          <p className="stopLineRide figures">
            <span aria-hidden="true">☕ </span>
            {t.restHere(tableTime(rest.from), tableTime(rest.until))}
          </p>
        ) : null}
        {rides.map(({ ride, shape, word }) => {
          const change = changes.find((one) => one.ride.id === ride.id);
          return (
            <p key={`${shape}${ride.id}`} className="stopLineRide">
              <span aria-hidden="true">{shape}</span>
              <span className="visuallyHidden">{word}</span> {t.name(ride.riderName)}
              {ride.partySize > 1 ? ` ${t.people(ride.partySize)}` : ''}
              {ride.needs.length > 0 ? t.inBrackets(ride.needs.map((name) => need[name]).join('・')) : ''}
              {ride.heldUntil ? t.heldMark : ''}
              {ride.status === 'noShow' ? ` ${t.rideNoShow}` : ''}
              {change ? <strong className="changeMark">{changeWord[change.kind]}</strong> : null}
            </p>
          );
        })}
      </div>
    </li>
  );
}
