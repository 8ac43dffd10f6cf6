import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { DriverStation } from '../device/stationState.ts';
import type { ReadyCall } from '../store/readyCalls.ts';
import { texts } from './words.ts';

export interface ReadyRidersProps {
  /** Rides this driver has finished, the latest first. */
  readonly rides: readonly RideView[];
  /** What was told to the office of them. */
  readonly calls: readonly ReadyCall[];
  readonly station: Pick<DriverStation, 'tellReady' | 'takeReadyBack'>;
}

/** A rider says to the driver that they are ready to go home: the driver passes it on, and reads the time aloud. */
export function ReadyRiders({ rides, calls, station }: ReadyRidersProps): ReactNode {
  const t = useWords(texts);
  return (
    <section className="readyRiders">
      <h3>{t.readyTitle}</h3>
      <ul>
        {rides.map((ride) => (
          <ReadyLine
            key={ride.id}
            ride={ride}
            call={calls.find(({ rideId }) => rideId === ride.id) ?? null}
            station={station}
          />
        ))}
      </ul>
    </section>
  );
}

interface ReadyLineProps extends Pick<ReadyRidersProps, 'station'> {
  readonly ride: RideView;
  /** Null: nothing was told yet. */
  readonly call: ReadyCall | null;
}

function ReadyLine({ ride, call, station }: ReadyLineProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const name = t.name(ride.riderName);
  const waits = call?.state === 'waiting' && call.isLate;
  return (
    <li>
      <p>
        <strong>{name}</strong> {t.at(placeText(ride.to, language))}
      </p>
      <div role="status">
        {call?.state === 'told' ? <p className="readySentence">{call.sentence?.[language]}</p> : null}
        {waits ? (
          <p className="readyWaits">
            <span aria-hidden="true">◌ </span>
            {t.readyWaits}
          </p>
        ) : null}
      </div>
      {waits && !call.wasSent ? (
        <WorkButton
          look="quiet"
          label={`${t.readyTakeBack}: ${name}`}
          onPress={() => station.takeReadyBack(ride.id)}
        >
          {t.readyTakeBack}
        </WorkButton>
      ) : null}
      {waits || call?.state === 'told' ? null : (
        <WorkButton label={`${t.ready}: ${name}`} onPress={() => station.tellReady(ride)}>
          {t.ready}
        </WorkButton>
      )}
      {call?.state === 'refused' ? (
        <div className="faultNotice" role="alert">
          <p className="faultWords">
            <strong>{call.sentence?.[language]}</strong> {t.readyRefused}
          </p>
        </div>
      ) : null}
    </li>
  );
}
