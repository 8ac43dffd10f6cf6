import { type ReactNode, useCallback, useState } from 'react';
import type { ApartDone, ApartEntryInput, PersonView } from '../../backend/contract/index.ts';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { ComboField } from '../../screen-kit/parts/ComboField.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { PersonField, personName } from '../booking/PersonField.tsx';
import { useSending } from '../outbox/useSending.ts';
import { EntryDialog, type EntryTry } from './EntryDialog.tsx';
import { type Driver, findDrivers } from './findDrivers.ts';

const texts = {
  title: {
    ja: (name: string) => `${name} 様と同乗を避ける方`,
    en: (name: string) => `Keep ${name} apart`,
  },
  explain: {
    ja: '登録すると、お二人が同じ車に同時に乗る配車をしません。この登録もわけも、お客様、受付、運転手、役場には見えません。',
    en: 'They are never planned into one vehicle at the same time. Neither this entry nor the reason is shown to riders, the phone desk, drivers or town offices.',
  },
  kind: { ja: '相手の方', en: 'From whom' },
  rider: { ja: 'ほかのお客様', en: 'Another rider' },
  driver: { ja: '運転手', en: 'A driver' },
  driverName: { ja: '運転手の名前', en: "The driver's name" },
  nobody: { ja: 'その名前の運転手は、どの便にもいません。', en: 'No shift has a driver of that name.' },
  reason: { ja: 'わけ（短く）', en: 'Reason (short)' },
  otherMissing: { ja: '候補から相手の方を選んでください。', en: 'Choose the other person from the matches.' },
  reasonMissing: { ja: 'わけを入れてください。', en: 'Enter the reason.' },
};

/** Asks from whom a rider is to be kept apart, and why. Nothing of it is kept on this device. */
export function ApartDialog(props: {
  person: PersonView;
  onClose: () => void;
  onDone: (done: ApartDone) => void;
}): ReactNode {
  const { person, onClose } = props;
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const [kind, setKind] = useState<'rider' | 'driver'>('rider');
  const [text, setText] = useState('');
  const [other, setOther] = useState<PersonView | null>(null);
  const [driver, setDriver] = useState<Driver | null>(null);
  const [reason, setReason] = useState('');
  const find = useCallback(async (typed: string) => findDrivers((await api.drivers()).drivers, typed), [api]);

  const from = fromOf(kind, other, driver);
  const sending = useSending(JSON.stringify([from, reason]));

  async function save(): Promise<void> {
    if (!from || reason.trim() === '') return;
    await sending.send(async (key) => props.onDone(await api.addApart(person.id, { from, reason }, key)));
  }

  const fields = ({ isTried, saidOf }: EntryTry): ReactNode => {
    const otherError = isTried && !from ? t.otherMissing : saidOf('from');
    return (
      <>
        <ChoiceField
          label={t.kind}
          value={kind}
          choices={[
            { value: 'rider', text: t.rider },
            { value: 'driver', text: t.driver },
          ]}
          onChange={(next) => {
            setKind(next);
            setText('');
            setOther(null);
            setDriver(null);
          }}
        />
        {kind === 'rider' ? (
          <PersonField
            text={text}
            person={other}
            onText={setText}
            onChoose={setOther}
            error={otherError}
            inputRef={null}
          />
        ) : (
          <ComboField<Driver>
            label={t.driverName}
            text={text}
            onText={setText}
            chosen={driver}
            onChoose={setDriver}
            find={find}
            keyOf={({ providerId, driverName }) => `${providerId} ${driverName}`}
            textOf={({ driverName }) => driverName}
            render={({ driverName, providerName }) => (
              <>
                <span className="comboMain">{driverName}</span>{' '}
                <span className="comboSide">{providerName[language]}</span>
              </>
            )}
            nothingText={t.nobody}
            error={otherError}
          />
        )}
        <TextField
          label={t.reason}
          value={reason}
          maxLength={500}
          onChange={setReason}
          error={isTried && reason.trim() === '' ? t.reasonMissing : saidOf('reason')}
        />
      </>
    );
  };
  return (
    <EntryDialog
      title={t.title(personName(person))}
      explain={t.explain}
      className="apartForm"
      sending={sending}
      closed="lost"
      onSave={save}
      onLeave={onClose}
      fields={fields}
    />
  );
}

function fromOf(
  kind: 'rider' | 'driver',
  other: PersonView | null,
  driver: Driver | null,
): ApartEntryInput['from'] | null {
  if (kind === 'rider') return other && { kind, personId: other.id };
  return driver && { kind, providerId: driver.providerId, driverName: driver.driverName };
}
