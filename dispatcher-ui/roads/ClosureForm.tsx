import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ClosureCheckView, ClosureView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useLeadToWrong } from '../../screen-kit/parts/useLeadToWrong.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import type { MapShapes } from '../../screen-kit/transport/mapShapes.ts';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import {
  type ClosureDraft,
  type ClosureField,
  checkClosureDraft,
  closureFieldOf,
  closureInputOf,
} from '../store/closureDraft.ts';
import { closureProblemTexts } from './closureTexts.ts';
import { RoadTimesFields } from './RoadTimesFields.tsx';
import { StretchFields } from './StretchFields.tsx';
import { useClosureEntry } from './useClosureEntry.ts';

const texts = {
  title: { ja: '通行止めを入れる', en: 'Close a road' },
  now: { ja: 'いまから当分', en: 'From now, until further notice' },
  name: { ja: '呼び名', en: 'Name' },
  nameHint: { ja: '例 国道252号 田子倉〜只見', en: 'Such as Road 252 Tagokura–Tadami' },
  reason: { ja: '理由', en: 'Reason' },
  reasonHint: { ja: 'お客様への電話で読み上げます。例 大雪のため', en: 'Read aloud on calls.' },
  check: { ja: 'どうなるか確かめる', en: 'See what it does' },
  close: { ja: '通行止めにする', en: 'Close the road' },
  clear: { ja: '入力を消す', en: 'Clear' },
  metres: {
    ja: (km: string) => `${km} km が通れなくなります。`,
    en: (km: string) => `${km} km will be closed.`,
  },
  nobody: {
    ja: '行けなくなる乗り場はありません。',
    en: 'No boarding point is cut off.',
  },
  inWay: { ja: '行けない', en: 'no way in' },
  outWay: { ja: '出られない', en: 'no way out' },
};

export interface ClosureFormProps {
  readonly draft: ClosureDraft;
  readonly onChange: (part: Partial<ClosureDraft>) => void;
  readonly onClear: () => void;
  /** The road is closed as `sent`. */
  readonly onClosed: (closure: ClosureView, sent: ClosureDraft) => void;
  readonly roads: MapShapes | null;
  /** What the draft would do, once it is known, to be drawn on the map. */
  readonly onChecked: (checked: ClosureCheckView | null) => void;
}

/** Enters a closed road: first what it would do, then the closure itself. */
export function ClosureForm(props: ClosureFormProps): ReactNode {
  const { draft } = props;
  const t = useWords(texts);
  const problemWords = useWords(closureProblemTexts);
  const language = useLanguage();
  const [isTold, setTold] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useLeadToWrong(form);
  const entry = useClosureEntry(draft, props.onClosed);
  const { onChecked } = props;
  useEffect(() => onChecked(entry.checked), [onChecked, entry.checked]);
  const problems = isTold ? checkClosureDraft(draft) : {};
  const faultField = closureFieldOf(entry.fault?.field ?? null);

  function errorOf(field: ClosureField): string | null {
    const problem = problems[field];
    if (problem) return problemWords[problem];
    if (!entry.fault || faultField !== field) return null;
    return adviceText(entry.fault, language);
  }

  async function run(work: 'check' | 'close'): Promise<void> {
    setTold(true);
    const input = closureInputOf(draft);
    if (input) {
      setTold(false);
      await entry[work](input);
    }
    leadToWrong();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void run('check');
  }

  return (
    <form ref={form} className="roadForm" onSubmit={submit} noValidate aria-label={t.title}>
      <StretchFields draft={draft} onChange={props.onChange} errorOf={errorOf} roads={props.roads} />
      <RoadTimesFields draft={draft} onChange={props.onChange} errorOf={errorOf} nowText={t.now} />
      <TextField
        label={t.name}
        placeholder={t.nameHint}
        value={draft.name}
        onChange={(name) => props.onChange({ name })}
        maxLength={80}
        error={errorOf('name')}
      />
      <TextField
        label={t.reason}
        placeholder={t.reasonHint}
        value={draft.reason}
        onChange={(reason) => props.onChange({ reason })}
        maxLength={200}
        error={errorOf('reason')}
      />
      {entry.unsent ? (
        <UnsentNotice next={entry.unsent} />
      ) : (
        <FaultNotice fault={faultField === null ? entry.fault : null} />
      )}
      {entry.checked ? <CheckNote checked={entry.checked} /> : null}
      <div className="roadActions">
        <WorkButton type="submit" isBusy={entry.isWorking} look={entry.checked ? 'plain' : 'main'}>
          {t.check}
        </WorkButton>
        {entry.checked ? (
          <WorkButton look="danger" isBusy={entry.isWorking} onPress={() => run('close')}>
            {t.close}
          </WorkButton>
        ) : null}
        <WorkButton
          look="quiet"
          onPress={() => {
            setTold(false);
            props.onClear();
          }}
        >
          {t.clear}
        </WorkButton>
      </div>
    </form>
  );
}

/** So many places the server's sentence names. */
const NAMED_IN_SENTENCE = 5;

/** What the closure would do: its length, and whom it cuts off. */
function CheckNote({ checked }: { checked: ClosureCheckView }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { cutOff, sentence, closedMetres } = checked;
  const saysMore =
    cutOff.length > NAMED_IN_SENTENCE || cutOff.some(({ hasWayIn, hasWayOut }) => hasWayIn || hasWayOut);
  return (
    <div className="closureCheck" role="status">
      <p>
        <strong className="figures">{t.metres((closedMetres / 1000).toFixed(1))}</strong>
        {sentence ? '' : t.nobody}
      </p>
      {sentence ? (
        <p>
          <span aria-hidden="true">▲ </span>
          {sentence[language]}
        </p>
      ) : null}
      {saysMore ? (
        <ul className="closureCutOff">
          {cutOff.map((place) => (
            <li key={place.id}>
              {place.name}
              {place.hasWayIn || place.hasWayOut ? (
                <span className="closureSide"> {place.hasWayIn ? t.outWay : t.inWay}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
