import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { ChecksField } from '../../screen-kit/parts/ChoiceField.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useLeadToWrong } from '../../screen-kit/parts/useLeadToWrong.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import { useSending } from '../outbox/useSending.ts';
import {
  checkSeasonDraft,
  type SeasonDraft,
  type SeasonField,
  seasonFieldOf,
  seasonInputOf,
} from '../store/seasonDraft.ts';
import { RoadTimesFields } from './RoadTimesFields.tsx';
import { ROAD_CLASSES, roadClassTexts } from './roadClassTexts.ts';
import { seasonProblemTexts } from './seasonTexts.ts';

const texts = {
  title: { ja: '季節の遅れを入れる', en: 'Enter a season' },
  name: { ja: '呼び名', en: 'Name' },
  nameHint: { ja: '例 山の雪、冬の朝の凍結', en: 'Such as Mountain snow' },
  percent: { ja: '速さ', en: 'Speed' },
  percentHint: { ja: 'いつもの何％の速さで走れるか。例 80', en: 'Per cent of the usual speed, such as 80' },
  classes: { ja: '道の種類（なければすべて）', en: 'Kinds of roads (none: all)' },
  altitude: { ja: '標高（m）', en: 'Altitude (m)' },
  above: { ja: 'これ以上', en: 'At least' },
  below: { ja: 'これ未満', en: 'Below' },
  now: { ja: '一年じゅう', en: 'All year' },
  overlap: { ja: '重なり', en: 'Overlap' },
  mayOverlap: {
    ja: 'ほかの季節と重なってよい（両方の割合を掛けます）',
    en: 'May overlap with another season (factors are multiplied)',
  },
  save: { ja: 'この季節を入れる', en: 'Enter the season' },
  change: { ja: 'この季節を直す', en: 'Change the season' },
  clear: { ja: '入力を消す', en: 'Clear' },
};

export interface SeasonFormProps {
  readonly draft: SeasonDraft;
  readonly onChange: (part: Partial<SeasonDraft>) => void;
  readonly onClear: () => void;
  /** The season is kept as `sent`. */
  readonly onSaved: (sent: SeasonDraft) => void;
}

/** Enters or changes a season: how fast, on which roads, how high, when. */
export function SeasonForm(props: SeasonFormProps): ReactNode {
  const { draft, onChange } = props;
  const t = useWords(texts);
  const classWords = useWords(roadClassTexts);
  const problemWords = useWords(seasonProblemTexts);
  const language = useLanguage();
  const { api } = useScreen();
  const [isTold, setTold] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useLeadToWrong(form);
  const { fault, isUnsent, isSending, send } = useSending(draft);
  const problems = isTold ? checkSeasonDraft(draft) : {};
  const faultField = seasonFieldOf(fault?.field ?? null);

  function errorOf(field: SeasonField): string | null {
    const problem = problems[field];
    if (problem) return problemWords[problem];
    return fault && faultField === field ? adviceText(fault, language) : null;
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTold(true);
    const input = seasonInputOf(draft);
    if (input) {
      setTold(false);
      await send(async (key) => {
        await api.saveSeason(draft.id, input, key);
        props.onSaved(draft);
      });
    }
    leadToWrong();
  }

  return (
    <form
      ref={form}
      className="roadForm"
      onSubmit={(event) => void save(event)}
      noValidate
      aria-label={t.title}
    >
      <TextField
        label={t.name}
        placeholder={t.nameHint}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        maxLength={80}
        error={errorOf('name')}
      />
      <TextField
        label={t.percent}
        hint={t.percentHint}
        inputMode="numeric"
        value={draft.percent}
        onChange={(percent) => onChange({ percent })}
        maxLength={4}
        error={errorOf('factor')}
      />
      <ChecksField
        label={t.classes}
        values={draft.classes}
        choices={ROAD_CLASSES.map((value) => ({ value, text: classWords[value] }))}
        onChange={(classes) => onChange({ classes })}
      />
      <fieldset className="roadPair roadAltitude">
        <legend className="fieldLabel">{t.altitude}</legend>
        <TextField
          label={t.above}
          inputMode="numeric"
          value={draft.above}
          onChange={(above) => onChange({ above })}
          maxLength={5}
          error={errorOf('aboveMetres')}
        />
        <TextField
          label={t.below}
          inputMode="numeric"
          value={draft.below}
          onChange={(below) => onChange({ below })}
          maxLength={5}
          error={errorOf('belowMetres')}
        />
      </fieldset>
      <RoadTimesFields draft={draft} onChange={onChange} errorOf={errorOf} nowText={t.now} />
      <ChecksField
        label={t.overlap}
        values={draft.mayOverlap ? ['may'] : []}
        choices={[{ value: 'may', text: t.mayOverlap }]}
        onChange={(values) => onChange({ mayOverlap: values.length > 0 })}
        error={errorOf('mayOverlap')}
      />
      {isUnsent ? <UnsentNotice /> : <FaultNotice fault={faultField === null ? fault : null} />}
      <div className="roadActions">
        <WorkButton type="submit" look="main" isBusy={isSending}>
          {draft.id === null ? t.save : t.change}
        </WorkButton>
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
