import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { useLeadToWrong } from '../../screen-kit/parts/useLeadToWrong.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import type { Sending } from '../outbox/useSending.ts';

const texts = {
  leave: { ja: 'やめる', en: 'Cancel' },
  save: { ja: '登録する', en: 'Register' },
};

/** What the fields of an entry know of how it went. */
export interface EntryTry {
  /** It was to be saved: what is missing is told from now on. */
  readonly isTried: boolean;
  /** What the server said against a field; null: nothing. */
  readonly saidOf: (field: string) => string | null;
}

export interface EntryDialogProps {
  readonly title: string;
  /** What the entry does. */
  readonly explain: string;
  readonly className: string;
  readonly sending: Sending;
  /** What becomes of what is typed when the dialog is closed before the entry was sent. */
  readonly closed: 'kept' | 'lost';
  /** Sends the entry; does nothing where something is missing. */
  readonly onSave: () => Promise<void>;
  readonly onLeave: () => void;
  readonly fields: (entry: EntryTry) => ReactNode;
}

/** An entry to register on a sheet of its own: Enter saves, what is wrong is led to, and nothing is lost unsaid. */
export function EntryDialog(props: EntryDialogProps): ReactNode {
  const { title, explain, className, closed, onSave, onLeave, fields } = props;
  const { fault, isUnsent } = props.sending;
  const t = useWords(texts);
  const language = useLanguage();
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useLeadToWrong(form);
  const problem = fault?.kind === 'refused' ? fault.problem : null;
  const saidOf = (field: string) => (problem?.field === field ? adviceText(problem, language) : null);

  async function save(): Promise<void> {
    setTried(true);
    await onSave();
    leadToWrong();
  }

  return (
    <Dialog
      title={title}
      size="wide"
      isOpen
      onClose={onLeave}
      actions={
        <>
          <WorkButton onPress={onLeave}>{t.leave}</WorkButton>
          <WorkButton look="main" onPress={save} shortcut="⏎">
            {t.save}
          </WorkButton>
        </>
      }
    >
      <form
        ref={form}
        className={className}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{explain}</p>
        {fields({ isTried, saidOf })}
        {isUnsent ? <UnsentNotice closed={closed} /> : <FaultNotice fault={problem?.field ? null : fault} />}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}
