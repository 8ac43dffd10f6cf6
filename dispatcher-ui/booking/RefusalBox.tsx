import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import type { Refusal } from '../store/refusal.ts';
import { RideLine } from './RideLine.tsx';

const texts = {
  instead: { ja: 'かわりにご案内できます', en: 'What can be offered instead' },
  other: { ja: 'すでにある予約', en: 'The ride that stands' },
  reason: { ja: '特例にする理由', en: 'Why the rule is set aside' },
  reasonMissing: {
    ja: '理由を入れてください。記録に残ります。',
    en: 'Enter the reason; it is kept on record.',
  },
  override: { ja: '特例として探す', en: 'Find all the same' },
};

/** Why not, as one says it; the ride in the way; who may set the rule aside; then the alternatives follow. */
export function RefusalBox({ refusal }: { refusal: Refusal }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <div className="refusalBox">
      <p className="readAloud readAloud-no" role="alert">
        <span aria-hidden="true">× </span>
        {refusal.sentence[language]}
      </p>
      <p className="refusalAction">{refusal.action[language]}</p>
      {refusal.otherRide ? (
        <div>
          <strong>{t.other}</strong> <RideLine ride={refusal.otherRide} />
        </div>
      ) : null}
      {refusal.mayOverride ? <Override rule={refusal.mayOverride} /> : null}
      {refusal.alternatives.length > 0 ? <p className="refusalInstead">{t.instead}</p> : null}
    </div>
  );
}

function Override({ rule }: { rule: NonNullable<Refusal['mayOverride']> }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { session } = useScreen();
  const { draft, noteOverride, find, focus } = useCall();
  const [isTried, setTried] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (draft.overrideReason.trim() !== '') find(rule.rule);
    else focus.go('override');
  }

  return (
    <>
      <p className="refusalAction">
        {rule.sentence[language]}
        {rule.roles.includes(session.role) ? (
          <span className="key refusalKey" aria-hidden="true">
            X
          </span>
        ) : null}
      </p>
      {rule.roles.includes(session.role) ? (
        <form className="overrideForm" onSubmit={submit} noValidate>
          <TextField
            label={t.reason}
            value={draft.overrideReason}
            maxLength={200}
            onChange={noteOverride}
            error={isTried && draft.overrideReason.trim() === '' ? t.reasonMissing : null}
            inputRef={focus.refs.override as RefObject<HTMLInputElement | null>}
          />
          <WorkButton type="submit">{t.override}</WorkButton>
        </form>
      ) : null}
    </>
  );
}
