import { type ReactNode, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import {
  canTakeBackArrival,
  type DriverAct,
  findCurrentStop,
  findNextAct,
} from '../../screen-kit/store/nextAct.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import { useStopName } from '../../screen-kit/words/useStopName.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { DriverStation, StationState } from '../device/stationState.ts';
import { findCurrentShift, listFinished, listUnfinished } from '../store/driverDay.ts';
import { canTakeBack } from '../store/outbox.ts';
import { countWaiting } from '../store/outboxTiming.ts';
import { countLateCalls, countUnsentCalls } from '../store/readyCalls.ts';
import { ActBar } from './ActBar.tsx';
import { DayMain } from './DayMain.tsx';
import { EndShiftDialog } from './EndShiftDialog.tsx';
import { useLook } from './look.ts';
import { MenuDialog } from './MenuDialog.tsx';
import { NoShowDialog } from './NoShowDialog.tsx';
import { NothingToShow } from './NothingToShow.tsx';
import { Notices } from './Notices.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useFeedStatus, useStationNow } from './useStation.ts';
import { texts } from './words.ts';

export interface DayScreenProps {
  readonly station: DriverStation;
  readonly state: StationState;
  readonly onSignIn: () => void;
}

/** The driver's day: one card, one button, the rest below. */
export function DayScreen({ station, state, onSignIn }: DayScreenProps): ReactNode {
  const t = useWords(texts);
  const day = state.shownDay;
  const now = useStationNow(station, day?.day ?? state.system?.today ?? '1970-01-01');
  const { look, setLook } = useLook(now.moment);
  const [chosenRideId, setChosenRideId] = useState<string | null>(null);
  const [askedNoShow, setAskedNoShow] = useState<RideView | null>(null);
  const [sheet, setSheet] = useState<'menu' | 'endShift' | null>(null);
  const [ownChanges, setOwnChanges] = useState(0);
  const shift = day === null ? undefined : findCurrentShift(day, now.second);
  const act: DriverAct = day && shift ? findNextAct(day, shift, chosenRideId) : { type: 'wait' };
  const stop = shift === undefined ? undefined : findCurrentStop(shift);
  const nameOf = useStopName(day);
  const feedStatus = useFeedStatus(state);
  const last = state.outbox.entries.at(-1);
  const officePhone = state.system?.supportPhone ?? '';

  const isLastUndoable = last !== undefined && canTakeBack(state.outbox, last.command.id);
  const isUndoable = day !== null && stop !== undefined && !isLastUndoable && canTakeBackArrival(day, stop);

  function notThere(): void {
    if (shift === undefined || stop === undefined) return;
    setOwnChanges(ownChanges + 1);
    station.tap(shift.id, { type: 'stop:takeBackArrival', stopId: stop.id });
  }

  function endShift(isOver: boolean): void {
    if (shift === undefined) return;
    setOwnChanges(ownChanges + 1);
    station.tap(shift.id, { type: isOver ? 'shift:end' : 'shift:takeBackEnd' });
  }

  function leaveMenu(next: 'endShift' | null): void {
    station.leaveReady();
    setSheet(next);
  }

  function report(): void {
    if (shift === undefined || act.type === 'wait' || act.type === 'ended') return;
    if (act.type === 'arrive') station.tap(shift.id, { type: 'stop:arrive', stopId: act.stop.id });
    else if (act.type === 'depart') station.tap(shift.id, { type: 'stop:depart', stopId: act.stop.id });
    else
      station.tap(shift.id, {
        type: act.type === 'board' ? 'ride:board' : 'ride:alight',
        rideId: act.ride.id,
      });
  }

  return (
    <div className="driverPage">
      <header>
        <StatusLine
          vehicleName={shift?.vehicleName ?? state.account?.displayName ?? ''}
          nowSecond={now.second}
          feedStatus={feedStatus}
          waiting={countWaiting(state.outbox, now.device) + countLateCalls(state.ready)}
          onMenu={() => setSheet('menu')}
        />
        {state.system?.isTrial ? <p className="trialBanner">{t.trial}</p> : null}
      </header>
      {/* Scrolled by keys where nothing in it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable. */}
      <main className="driverMain" tabIndex={0}>
        <Notices
          state={state}
          feedStatus={feedStatus}
          readSecond={state.readAt === null || day === null ? null : daySecondOf(day.day, state.readAt)}
          onDismissChanges={station.dismissChanges}
          onDismissRefused={station.dismissRefused}
          onDismissReady={station.dismissReady}
          onSignIn={onSignIn}
        />
        {day === null ? (
          <NothingToShow title={t.nothingYet} help={null} />
        ) : shift === undefined ? (
          <NothingToShow title={t.noShift} help={t.noShiftHelp} phone={officePhone} />
        ) : (
          <DayMain
            day={day}
            shift={shift}
            act={act}
            changes={state.changes}
            nowSecond={now.second}
            onServeFirst={setChosenRideId}
            onNotThere={isUndoable ? notThere : null}
            onEndShift={() => setSheet('endShift')}
            onTakeBackEnd={isLastUndoable || shift.end <= now.second ? null : () => endShift(false)}
          />
        )}
      </main>
      {shift === undefined ? null : (
        <ActBar
          act={act}
          nameOf={nameOf}
          nowSecond={now.second}
          onAct={report}
          ownChanges={ownChanges}
          onNoShow={() => setAskedNoShow(act.type === 'board' ? act.ride : null)}
          takeBack={isLastUndoable ? { entry: last, onPress: () => station.takeBack(last.command.id) } : null}
        />
      )}
      {askedNoShow !== null && shift !== undefined ? (
        <NoShowDialog
          ride={askedNoShow}
          nowSecond={now.second}
          officePhone={officePhone}
          onClose={() => setAskedNoShow(null)}
          onConfirm={() => {
            station.tap(shift.id, { type: 'ride:noShow', rideId: askedNoShow.id });
            setAskedNoShow(null);
          }}
        />
      ) : null}
      {sheet === 'endShift' && day !== null && shift !== undefined ? (
        <EndShiftDialog
          shift={shift}
          unfinished={listUnfinished(day, shift)}
          nowSecond={now.second}
          officePhone={officePhone}
          onClose={() => setSheet(null)}
          onConfirm={() => {
            endShift(true);
            setSheet(null);
          }}
        />
      ) : null}
      {sheet === 'menu' ? (
        <MenuDialog
          displayName={state.account?.displayName ?? ''}
          officePhone={officePhone}
          look={look}
          setLook={setLook}
          finished={day === null ? [] : listFinished(day)}
          calls={state.ready}
          station={station}
          unsent={state.outbox.entries.length + countUnsentCalls(state.ready)}
          onEndShift={shift === undefined || act.type === 'ended' ? null : () => leaveMenu('endShift')}
          onClose={() => leaveMenu(null)}
        />
      ) : null}
    </div>
  );
}
