import { type ReactNode, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { EmptyNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { CancelDialog } from '../page/CancelDialog.tsx';
import { RideCard } from '../page/RideCard.tsx';
import { RidesToCome } from '../page/RidesToCome.tsx';
import { Say } from '../page/Say.tsx';
import { texts } from '../page/words.ts';
import { groupClinicRides } from '../store/clinicRides.ts';
import { rideMoment } from '../store/rideList.ts';

export interface ClinicRidesProps {
  /** Null while they are being read. */
  readonly rides: readonly RideView[] | null;
  readonly isOffline: boolean;
  readonly phone: string;
  readonly onBookHome: (ride: RideView) => void;
  readonly onChange: (ride: RideView) => void;
  readonly onChanged: (ride: RideView) => void;
}

/** The patients of a day: who sets out from home, who goes home, who is done. */
export function ClinicRides(props: ClinicRidesProps): ReactNode {
  const { rides, isOffline, phone, onBookHome, onChange, onChanged } = props;
  const t = useWords(texts);
  const now = useServerNow();
  const [asked, setAsked] = useState<RideView | null>(null);
  if (rides === null) return <RidesToCome isOffline={isOffline} />;
  const groups = groupClinicRides(rides);
  const shown = [
    { title: t.clinicFromHome, rides: groups.fromHome },
    { title: t.clinicToHome, rides: groups.toHome },
    { title: t.clinicBetween, rides: groups.between },
    { title: t.clinicEnded, rides: groups.ended },
  ].filter((group) => group.rides.length > 0);
  return (
    <>
      {shown.length === 0 ? (
        <EmptyNote>
          <Say>{t.clinicNone}</Say>
        </EmptyNote>
      ) : null}
      {shown.map((group) => (
        <section key={group.title} className="clinicGroup">
          <h2>
            <Say>{group.title}</Say>
            {t.count(group.rides.length)}
          </h2>
          <ul className="rideCards rideCards-wide">
            {group.rides.map((ride) => (
              <RideCard
                key={ride.id}
                ride={ride}
                today={now.day}
                nowSecond={now.second}
                isForClinic
                onChange={() => onChange(ride)}
                onCancel={() => setAsked(ride)}
                action={
                  groups.withoutReturn.has(ride.id) ? (
                    <WorkButton onPress={() => onBookHome(ride)}>
                      <Say>{t.clinicBookHome}</Say>
                    </WorkButton>
                  ) : null
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {asked ? (
        <CancelDialog
          ride={asked}
          isSoon={['soon', 'late', 'arrived'].includes(rideMoment(asked, now.day, now.second))}
          phone={phone}
          onDone={(ride) => {
            onChanged(ride);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
