import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { NeedName } from '../../backend/contract/index.ts';
import { ChecksField, ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { PartyField } from '../booking/PartyField.tsx';
import { PlaceField } from '../booking/PlaceField.tsx';
import { WEEKDAYS, weekdayTexts } from '../roads/weekdayTexts.ts';
import type { SeriesDraft, SeriesField, SeriesProblem } from '../store/seriesDraft.ts';
import { PausesField } from './PausesField.tsx';
import { SeriesTime } from './SeriesTime.tsx';
import { seriesFieldOf } from './seriesFieldOf.ts';
import { seriesProblemTexts } from './seriesProblemTexts.ts';
import { seriesTexts } from './seriesTexts.ts';

/** Monday first, as weeks are counted. */
const DAYS = [1, 2, 3, 4, 5, 6, 0].map(String);

/** How often appointments of a series come round; another number of a kept order stands beside them. */
const EVERY_WEEKS = ['1', '2', '3', '4', '6', '8', '12'];

interface SeriesFieldsProps {
  readonly draft: SeriesDraft;
  /** What the rider always needs. */
  readonly usualNeeds: readonly NeedName[];
  /** Was it tried to keep the series? From then on its problems are shown. */
  readonly isTried: boolean;
  readonly onChange: (part: Partial<SeriesDraft>) => void;
  readonly problems: Partial<Record<SeriesField, SeriesProblem>>;
  readonly fault: ApiFault | null;
}

/** One column from top to bottom: from, to, when, how long, what on holidays, who comes along. */
export function SeriesFields(props: SeriesFieldsProps): ReactNode {
  const { draft, onChange, problems, fault } = props;
  const t = useWords(seriesTexts);
  const language = useLanguage();
  const day = useWords(weekdayTexts);
  const words = useWords(seriesProblemTexts);
  const fromRef = useRef<HTMLInputElement>(null);
  const toRef = useRef<HTMLInputElement>(null);
  const daysRef = useRef<HTMLDivElement>(null);
  const dayChoices = DAYS.map((value) => ({ value, text: day[WEEKDAYS[Number(value)]!] }));

  useLayoutEffect(() => fromRef.current?.focus(), []);

  function errorOf(field: SeriesField): string | null {
    const problem = problems[field];
    if (problem) return words[problem];
    const isMeant = fault !== null && seriesFieldOf(fault) === field;
    return isMeant ? adviceText(fault, language) : null;
  }

  return (
    <>
      <PlaceField
        label={t.from}
        text={draft.fromText}
        place={draft.from}
        onText={(fromText) => onChange({ fromText })}
        onChoose={(from) => {
          onChange({ from });
          if (from) toRef.current?.focus();
        }}
        error={errorOf('from')}
        inputRef={fromRef}
        hasHome={draft.to?.kind !== 'home'}
        usual={[]}
      />
      <PlaceField
        label={t.to}
        text={draft.toText}
        place={draft.to}
        onText={(toText) => onChange({ toText })}
        onChoose={(to) => {
          onChange({ to });
          if (to) daysRef.current?.querySelector('input')?.focus();
        }}
        error={errorOf('to')}
        inputRef={toRef}
        hasHome={draft.from?.kind !== 'home'}
        usual={[]}
      />
      <div ref={daysRef}>
        <ChecksField
          label={t.weekdays}
          values={draft.weekdays}
          choices={dayChoices}
          onChange={(weekdays) => onChange({ weekdays })}
          error={errorOf('weekdays')}
        />
      </div>
      <ChoiceField
        label={t.everyWeeks}
        value={draft.everyWeeks}
        choices={[...new Set([...EVERY_WEEKS, draft.everyWeeks])].map((value) => ({
          value,
          text: value === '1' ? t.weeks1 : t.weeks(value),
        }))}
        onChange={(everyWeeks) => onChange({ everyWeeks })}
      />
      <div className="seriesRow">
        <SeriesTime
          label={t.time}
          kindLabel={t.kind}
          example="10、930"
          text={draft.timeText}
          kind={draft.timeKind}
          kinds={['arriveBy', 'departAfter']}
          onText={(timeText) => onChange({ timeText })}
          onKind={(timeKind) => onChange({ timeKind })}
          error={errorOf('time')}
        />
      </div>
      <div className="seriesRow">
        <ChoiceField
          label={t.hasReturn}
          value={draft.hasReturn}
          choices={[
            { value: 'yes', text: t.yes },
            { value: 'no', text: t.no },
          ]}
          onChange={(hasReturn) => onChange({ hasReturn })}
        />
        {draft.hasReturn === 'yes' ? (
          <SeriesTime
            label={t.returnTime}
            kindLabel={t.returnKind}
            example="12、1330"
            text={draft.returnText}
            kind={draft.returnKind}
            kinds={['departAfter', 'arriveBy']}
            onText={(returnText) => onChange({ returnText })}
            onKind={(returnKind) => onChange({ returnKind })}
            error={errorOf('return')}
          />
        ) : null}
      </div>
      <div className="seriesRow">
        <TextField
          label={t.startDay}
          type="date"
          value={draft.startDay}
          onChange={(startDay) => onChange({ startDay })}
          error={errorOf('startDay')}
        />
        <TextField
          label={t.endDay}
          type="date"
          value={draft.endDay}
          onChange={(endDay) => onChange({ endDay })}
          error={errorOf('endDay')}
        />
      </div>
      <ChoiceField
        label={t.holidays}
        value={draft.holidayRule}
        choices={[
          { value: 'skip', text: t.skip },
          { value: 'ride', text: t.ride },
          { value: 'move', text: t.move },
        ]}
        onChange={(holidayRule) => onChange({ holidayRule })}
      />
      {draft.holidayRule === 'move' ? (
        <ChoiceField
          label={t.moveTo}
          value={draft.moveTo}
          choices={dayChoices}
          onChange={(moveTo) => onChange({ moveTo })}
          error={errorOf('moveTo')}
        />
      ) : null}
      <PausesField
        pauses={draft.pauses}
        onChange={(pauses) => onChange({ pauses })}
        isTried={props.isTried}
        fault={problems.pauses ? null : errorOf('pauses')}
      />
      <PartyField
        draft={draft}
        usualNeeds={props.usualNeeds}
        onChange={onChange}
        error={null}
        noteError={null}
        isOpen
      />
    </>
  );
}
