import { type ReactNode, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { type Language, setLanguage } from '../../screen-kit/words/language.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { DriverStation, StationState } from '../device/stationState.ts';
import type { Look } from './look.ts';
import { PhoneLink } from './PhoneLink.tsx';
import { ReadyRiders } from './ReadyRiders.tsx';
import { texts } from './words.ts';

export interface MenuDialogProps {
  readonly displayName: string;
  readonly officePhone: string;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  /** Records not sent yet: as long as there are any, nobody signs out. */
  readonly unsent: number;
  /** Rides finished today, the latest first. */
  readonly finished: readonly RideView[];
  readonly calls: StationState['ready'];
  readonly station: DriverStation;
  /** Null where the shift is over already, or there is none. */
  readonly onEndShift: (() => void) | null;
  readonly onClose: () => void;
}

/** What is needed rarely: the office's number, riders to be fetched home, the end of the shift, colours, language, signing out. */
export function MenuDialog(props: MenuDialogProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const [fault, setFault] = useState<ApiFault | null>(null);
  return (
    <Dialog
      title={`${t.menu} ${props.displayName}`}
      isOpen
      onClose={props.onClose}
      actions={
        <WorkButton look="main" onPress={props.onClose}>
          {t.close}
        </WorkButton>
      }
    >
      <div className="menu">
        <PhoneLink text={t.callOffice} phone={props.officePhone} />
        {props.finished.length > 0 ? (
          <ReadyRiders rides={props.finished} calls={props.calls} station={props.station} />
        ) : null}
        {props.onEndShift ? <WorkButton onPress={props.onEndShift}>{t.endShift}</WorkButton> : null}
        <ChoiceField<Look>
          label={t.look}
          value={props.look}
          onChange={props.setLook}
          choices={[
            { value: 'auto', text: t.lookAuto },
            { value: 'day', text: t.lookDay },
            { value: 'night', text: t.lookNight },
          ]}
        />
        <ChoiceField<Language>
          label={t.language}
          value={language}
          onChange={setLanguage}
          choices={[
            { value: 'ja', text: '日本語' },
            { value: 'en', text: 'English' },
          ]}
        />
        {props.unsent > 0 ? (
          <p className="warnWords">{t.signOutWaits(props.unsent)}</p>
        ) : (
          <WorkButton
            onPress={() => props.station.signOut().catch((cause: unknown) => setFault(asFault(cause)))}
          >
            {t.signOut}
          </WorkButton>
        )}
        <FaultNotice fault={fault} />
      </div>
    </Dialog>
  );
}
