import type { ReactNode } from 'react';
import type { ShiftView } from '../../backend/contract/index.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { BoardRow } from '../store/boardRows.ts';
import { useUnrestedText } from './useUnrestedText.ts';
import './rowName.css';

const texts = {
  silent: {
    ja: (minutes: number) => `? 連絡なし ${minutes}分`,
    en: (minutes: number) => `? silent ${minutes} min`,
  },
  notOut: {
    ja: (minutes: number) => `? 未出発 ${minutes}分`,
    en: (minutes: number) => `? not out ${minutes} min`,
  },
  over: { ja: '! 運転 4時間超', en: '! over 4 h' },
  leaves: { ja: '! 休息不足', en: '! unrested' },
  rests: { ja: (until: string) => `☾ 休息〜${until}`, en: (until: string) => `☾ rest –${until}` },
  stray: { ja: (km: number) => `≠ 別の所 ${km}km`, en: (km: number) => `≠ ${km} km off` },
  ended: { ja: (time: string) => `終了 ${time}`, en: (time: string) => `Ended ${time}` },
  inDepot: { ja: '車庫', en: 'In depot' },
  late: { ja: (count: number) => `! 遅れ ${count}`, en: (count: number) => `! ${count} late` },
  rides: {
    ja: (count: number) => `${count}件`,
    en: (count: number) => (count === 1 ? '1 ride' : `${count} rides`),
  },
};

export interface RowNameProps {
  readonly row: BoardRow;
  /** The stop at which a report is missed, null for the depot; undefined: the driver reports. */
  readonly silentStopId: string | null | undefined;
  /** Since when it is missed, whole minutes. */
  readonly silentMinutes: number;
  /** How far the vehicle is from where it is to wait; undefined: it is there, or drives. */
  readonly strayMetres: number | undefined;
  /** Is the vehicle back in its depot, with nothing ahead? */
  readonly isInDepot: boolean;
  /** Is the driver to be at the wheel for longer than the law allows? */
  readonly isOverLimit: boolean;
  /** Does the driver still rest since the day before, or is to leave before that is over? */
  readonly unrested: 'rests' | 'leaves' | null;
}

/** Vehicle, driver and rides of a row, and of all that may be said of it what matters most. */
export function RowName(props: RowNameProps): ReactNode {
  const { row, silentStopId, silentMinutes } = props;
  const { shift } = row;
  const t = useWords(texts);
  return (
    <>
      <strong>{shift.vehicleName}</strong>
      <span className="boardDriver">{shift.driverName}</span>
      <span className="boardCount figures">{t.rides(row.rideCount)}</span>
      {silentStopId !== undefined ? (
        <span className="boardSilent">{t[silentStopId === null ? 'notOut' : 'silent'](silentMinutes)}</span>
      ) : props.isOverLimit ? (
        <span className="boardLate">{t.over}</span>
      ) : props.unrested === 'leaves' ? (
        <UnrestedMark shift={shift} leaves />
      ) : row.lateCount > 0 ? (
        <span className="boardLate">{t.late(row.lateCount)}</span>
      ) : props.strayMetres !== undefined ? (
        <span className="boardSilent">{t.stray(Math.round(props.strayMetres / 1000))}</span>
      ) : props.unrested === 'rests' ? (
        <UnrestedMark shift={shift} leaves={false} />
      ) : shift.ended !== undefined ? (
        <span className="boardHome figures">{t.ended(tableTime(shift.ended))}</span>
      ) : props.isInDepot ? (
        <span className="boardHome">{t.inDepot}</span>
      ) : null}
    </>
  );
}

/** The mark is short; its reason is read where the pointer rests, and by a screen reader. */
function UnrestedMark({ shift, leaves }: { shift: ShiftView; leaves: boolean }): ReactNode {
  const t = useWords(texts);
  const unrestedText = useUnrestedText();
  const { restedFrom } = shift;
  if (restedFrom === undefined) return null;
  const reason = unrestedText(shift, restedFrom, leaves);
  return (
    <span className={`figures ${leaves ? 'boardLate' : 'boardResting'}`} title={reason}>
      <span aria-hidden="true">{leaves ? t.leaves : t.rests(tableTime(restedFrom))}</span>
      <span className="visuallyHidden">{reason}</span>
    </span>
  );
}
