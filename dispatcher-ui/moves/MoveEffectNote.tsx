import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { durationText, tableTime, tableWindow } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import type { PossibleMove } from '../store/moveChoice.ts';
import { useAddedText } from './useAddedText.ts';
import { useBrokenTexts } from './useBrokenTexts.ts';

const texts = {
  title: { ja: (vehicle: string) => `${vehicle} にすると`, en: (vehicle: string) => `With ${vehicle}` },
  duty: {
    ja: (driver: string, hours: string) => `運転手 ${driver}、${hours}`,
    en: (driver: string, hours: string) => `driver ${driver}, ${hours}`,
  },
  times: {
    ja: (pickup: string, dropoff: string) => `お迎え ${pickup}、お降り ${dropoff} の予定`,
    en: (pickup: string, dropoff: string) => `pickup ${pickup}, dropoff ${dropoff}`,
  },
  both: {
    ja: (added: string) => `${added}（2台合わせて、今との差）`,
    en: (added: string) => `driving ${added} (both vehicles, against now)`,
  },
  alone: {
    ja: (added: string) => `${added}（今との差）`,
    en: (added: string) => `driving ${added} (against now)`,
  },
  provider: {
    ja: (name: string) =>
      `${name} の車です（別の会社）。同じ運行を受け持っているので移せます。料金は変わりません。お客様に会社名をお伝えしてあれば、変わることをお伝えください。`,
    en: (name: string) =>
      `Of another company, ${name}, which runs the same service. The fare stays. Tell the rider if they were told the company.`,
  },
  late: { ja: '守れなくなるお約束', en: 'Promises that would break' },
  shifted: { ja: '時刻が動くお客様（お約束は守れます）', en: 'Riders whose times move (promises hold)' },
  later: {
    ja: (name: string, time: string) => `${name} 様　${time}遅くなります`,
    en: (name: string, time: string) => `${name}: ${time} later`,
  },
  sooner: {
    ja: (name: string, time: string) => `${name} 様　${time}早くなります`,
    en: (name: string, time: string) => `${name}: ${time} earlier`,
  },
  others: { ja: 'ほかのお客様の時刻は変わりません。', en: 'Nobody else’s times change.' },
  tight: {
    ja: 'お約束の終わりまでのゆとりが5分もありません。車が遅れると、守れなくなります。',
    en: 'Less than five minutes are left before the end of a promise: a late vehicle would break it.',
  },
};

/** What a move means: the ride's own times, the driving, and everybody whom it moves. */
export function MoveEffectNote({ ride, move }: { ride: RideView; move: PossibleMove }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { feed } = useDesk();
  const added = useAddedText();
  const brokenTexts = useBrokenTexts();
  const { shift, effect } = move;
  const { shifted, broken, isTight } = effect;
  const nameOf = (id: string) => feed.state.rides.get(id)?.riderName ?? '';
  const others = broken.filter(({ rideId }) => rideId !== ride.id).length + shifted.length;
  return (
    <section className="moveEffect" aria-live="polite">
      <h3>{t.title(shift.vehicleName)}</h3>
      <p>{t.duty(shift.driverName, tableWindow({ earliest: shift.start, latest: shift.end }))}</p>
      {effect.changesProvider ? <p className="moveProvider">{t.provider(shift.providerName)}</p> : null}
      <p>{t.times(tableTime(effect.pickup), tableTime(effect.dropoff))}</p>
      <p>{t[ride.shiftId === null ? 'alone' : 'both'](added(effect))}</p>
      {broken.length > 0 ? (
        <>
          <h4 className="moveLate">{t.late}</h4>
          <ul className="moveLate">
            {brokenTexts(broken).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {broken.length === 0 && isTight ? <p>{t.tight}</p> : null}
      {shifted.length > 0 ? (
        <>
          <h4>{t.shifted}</h4>
          <ul>
            {shifted.map(({ rideId, seconds }) => (
              <li key={rideId}>
                {t[seconds > 0 ? 'later' : 'sooner'](
                  nameOf(rideId),
                  durationText(Math.abs(seconds), language),
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {others === 0 ? <p>{t.others}</p> : null}
    </section>
  );
}
