import { type FormEvent, type ReactNode, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { personName } from '../booking/PersonField.tsx';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import { useSending } from '../outbox/useSending.ts';

const texts = {
  title: {
    ja: (name: string) => `${name} 様の暗証番号`,
    en: (name: string) => `PIN of ${name}`,
  },
  explain: {
    ja: '代理の登録がない方から取り消しの電話があったとき、この番号を聞きます。決めたあとは、画面に出ません。',
    en: 'Asked for when somebody who is no proxy rings to cancel. Once set, it is not shown.',
  },
  pin: { ja: '暗証番号（4けた）', en: 'PIN (4 digits)' },
  wrong: { ja: '数字を4けた入れてください。', en: 'Enter four digits.' },
  keep: { ja: 'やめる', en: 'Cancel' },
  remove: { ja: '暗証番号を消す', en: 'Remove the PIN' },
  save: { ja: '決める', en: 'Set' },
};

/** Sets, changes or removes a rider's PIN. */
export function PinDialog(props: {
  person: PersonView;
  hasPin: boolean;
  onClose: () => void;
  onDone: () => void;
}): ReactNode {
  const { person, hasPin, onClose, onDone } = props;
  const t = useWords(texts);
  const { api } = useScreen();
  const [pin, setPin] = useState('');
  const [isTried, setTried] = useState(false);
  const digits = pin.normalize('NFKC').trim();
  const isWhole = /^\d{4}$/.test(digits);

  const { fault, isUnsent, send } = useSending(digits);
  const attempt = (work: () => Promise<unknown>): Promise<void> =>
    send(async () => {
      await work();
      onDone();
    });

  async function save(): Promise<void> {
    setTried(true);
    if (isWhole) await attempt(() => api.setPin(person.id, digits));
  }

  return (
    <Dialog
      title={t.title(personName(person))}
      isOpen
      onClose={onClose}
      actions={
        <>
          <WorkButton onPress={onClose}>{t.keep}</WorkButton>
          {hasPin ? (
            <WorkButton look="danger" onPress={() => attempt(() => api.removePin(person.id))}>
              {t.remove}
            </WorkButton>
          ) : null}
          <WorkButton look="main" shortcut="⏎" onPress={save}>
            {t.save}
          </WorkButton>
        </>
      }
    >
      <form
        className="proxyForm"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t.explain}</p>
        <TextField
          label={t.pin}
          inputMode="numeric"
          maxLength={4}
          value={pin}
          onChange={setPin}
          error={isTried && !isWhole ? t.wrong : null}
        />
        {isUnsent ? <UnsentNotice closed="lost" /> : <FaultNotice fault={fault} />}
      </form>
    </Dialog>
  );
}
