import type { ReactNode } from 'react';
import type { ShiftView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { type DriverAct, findCurrentStop } from '../../screen-kit/store/nextAct.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { DayChange } from '../store/dayChanges.ts';
import type { DriverDay } from '../store/driverDay.ts';
import { DayList } from './DayList.tsx';
import { NothingToShow } from './NothingToShow.tsx';
import { StopCard } from './StopCard.tsx';
import { texts } from './words.ts';

export interface DayMainProps {
  readonly day: DriverDay;
  readonly shift: ShiftView;
  readonly act: DriverAct;
  readonly changes: readonly DayChange[];
  readonly nowSecond: number;
  readonly onServeFirst: (rideId: string) => void;
  /** Says to the office that the vehicle is not at the stop after all; null where it was, or nobody has said so. */
  readonly onNotThere: (() => void) | null;
  readonly onEndShift: () => void;
  /** The end can be taken back on the page; null while the bar offers it, or where the shift's hours are over. */
  readonly onTakeBackEnd: (() => void) | null;
}

/** The card, or what stands in its place, and the rest of the shift below it. */
export function DayMain(props: DayMainProps): ReactNode {
  const { day, shift, nowSecond } = props;
  const t = useWords(texts);
  const stop = findCurrentStop(shift);
  const isInDepot = stop !== undefined && stop === shift.stops[0] && stop.state === 'planned';
  return (
    <>
      {stop === undefined ? (
        <NoStop {...props} />
      ) : (
        <StopCard
          day={day}
          stop={stop}
          act={props.act}
          onServeFirst={props.onServeFirst}
          onNotThere={props.onNotThere}
          nowSecond={nowSecond}
        />
      )}
      {isInDepot ? (
        <p className="depotLine figures">{t.departDepot(shift.depot.name, tableTime(shift.departure))}</p>
      ) : null}
      <DayList day={day} shift={shift} changes={props.changes} />
    </>
  );
}

/** Nobody is to be fetched now: more may come, or the day is over. */
function NoStop({ shift, nowSecond, onEndShift, onTakeBackEnd }: DayMainProps): ReactNode {
  const t = useWords(texts);
  const isOver = shift.end <= nowSecond;
  if (shift.ended !== undefined) {
    const ended = shift.endedBy ? t.endedByDesk : t.endedAt;
    return (
      <NothingToShow title={ended(tableTime(shift.ended))} help={isOver ? null : t.endedHelp}>
        {onTakeBackEnd ? <WorkButton onPress={onTakeBackEnd}>{t.takeBackEnd}</WorkButton> : null}
      </NothingToShow>
    );
  }
  const title = shift.stops.length > 0 && isOver ? t.allDone : t.noStop;
  return (
    <NothingToShow title={title} help={isOver ? null : t.noStopHelp}>
      <WorkButton onPress={onEndShift}>{t.endShift}</WorkButton>
    </NothingToShow>
  );
}
