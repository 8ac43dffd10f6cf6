import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ContactAnswer, ContactWishView } from '../../backend/contract/index.ts';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import { useSending } from '../outbox/useSending.ts';
import { type BestHoursProblem, readBestHours } from '../store/bestHours.ts';

const texts = {
  title: { ja: '電話に出やすい時間', en: 'Best hours to call' },
  any: { ja: 'いつでも', en: 'Any time' },
  change: { ja: '変える', en: 'Change' },
  from: { ja: '何時から', en: 'From' },
  to: { ja: '何時まで', en: 'Until' },
  hint: { ja: '両方を空にすると「いつでも」になります。', en: 'Both empty: any time.' },
  save: { ja: 'この時間にする', en: 'Save' },
  leave: { ja: 'やめる', en: 'Leave it' },
  saved: { ja: '保存しました。', en: 'Saved.' },
  unreadable: { ja: '時刻を 17、1730 のように入れてください。', en: 'Enter a time such as 17 or 1730.' },
  backwards: { ja: '「何時から」より後の時刻にしてください。', en: 'It must be later than the first.' },
};

interface Typed {
  readonly from: string;
  readonly to: string;
}

interface BestHoursFieldProps {
  readonly personId: string;
  readonly hours: ContactWishView['bestHours'];
  readonly onSaved: (answer: ContactAnswer) => void;
}

/** When a rider likes to be rung: shown in a line, changed in two fields. The calls to make follow it. */
export function BestHoursField({ personId, hours, onSaved }: BestHoursFieldProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const [typed, setTyped] = useState<Typed | null>(null);
  /** What was closed before it could be sent. */
  const [left, setLeft] = useState<Typed | null>(null);
  const [problem, setProblem] = useState<BestHoursProblem | null>(null);
  const { fault, isUnsent, isSending, send } = useSending(typed);
  const [isSaved, setSaved] = useState(false);
  const fromRef = useRef<HTMLInputElement>(null);
  const openRef = useRef<HTMLButtonElement>(null);
  const isOpen = typed !== null;
  const wasOpen = useRef(false);

  useLayoutEffect(() => {
    if (isOpen) fromRef.current?.focus();
    else if (wasOpen.current) openRef.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  function open(): void {
    setSaved(false);
    setProblem(null);
    const known = hours && { from: tableTime(hours.earliest), to: tableTime(hours.latest) };
    // Another object: what was left is sent only when it is asked for.
    setTyped({ ...(left ?? known ?? { from: '', to: '' }) });
  }

  function leave(): void {
    setLeft(isUnsent || isSending ? typed : null);
    setTyped(null);
  }

  async function save(): Promise<void> {
    if (!typed) return;
    const read = readBestHours(typed.from, typed.to);
    setProblem(read.problem);
    if (read.problem) return;
    await send(async () => {
      onSaved(await api.saveContact(personId, { bestHours: read.hours }));
      setTyped(null);
      setLeft(null);
      setSaved(true);
    });
  }

  if (!typed) {
    return (
      <p className="bestHours figures">
        <span>{t.title}</span>{' '}
        <strong>{hours ? `${tableTime(hours.earliest)}–${tableTime(hours.latest)}` : t.any}</strong>
        <WorkButton look="quiet" label={`${t.title} ${t.change}`} buttonRef={openRef} onPress={open}>
          {t.change}
        </WorkButton>
        <span role="status">{isSaved ? t.saved : ''}</span>
      </p>
    );
  }
  const errorOf = (field: BestHoursProblem['field']) => (problem?.field === field ? t[problem.kind] : null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the row of its fields.
    <div
      className="bestHours bestHours-open"
      role="group"
      aria-label={t.title}
      onKeyDown={(event) => {
        if (isComposing(event) || !(event.target instanceof HTMLInputElement)) return;
        if (event.key === 'Escape') leave();
        else if (event.key === 'Enter') void save();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <span className="fieldLabel">{t.title}</span>
      <div className="bestHoursFields">
        <TextField
          label={t.from}
          placeholder="17"
          value={typed.from}
          onChange={(from) => setTyped({ ...typed, from })}
          error={errorOf('from')}
          inputRef={fromRef}
        />
        <TextField
          label={t.to}
          placeholder="19"
          value={typed.to}
          onChange={(to) => setTyped({ ...typed, to })}
          error={errorOf('to') ?? (fault && !isUnsent ? adviceText(fault, language) : null)}
        />
        <WorkButton shortcut="⏎" onPress={save}>
          {t.save}
        </WorkButton>
        <WorkButton look="quiet" shortcut="Esc" onPress={leave}>
          {t.leave}
        </WorkButton>
      </div>
      {isUnsent ? <UnsentNotice closed="kept" /> : <p className="fieldHint">{t.hint}</p>}
    </div>
  );
}
