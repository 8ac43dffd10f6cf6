import type { ReactNode } from 'react';
import type { CancelRide, Problem } from '../../backend/contract/index.ts';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { FieldError, TextField } from '../../screen-kit/parts/TextField.tsx';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { proxyLabel, proxyTexts } from '../caller/proxyTexts.ts';
import { useProxies } from '../caller/useProxies.ts';

const texts = {
  ...proxyTexts,
  who: { ja: 'どなたからのお電話ですか', en: 'Who is calling' },
  other: { ja: 'ほかの方', en: 'Somebody else' },
  name: { ja: 'お電話の方のお名前', en: 'Name of the caller' },
  pin: { ja: 'お客様の暗証番号（4けた）', en: 'The rider’s PIN (4 digits)' },
  nameMissing: { ja: 'お電話の方のお名前を入れてください。', en: 'Enter the name of the caller.' },
  pinWrong: { ja: '暗証番号は、数字4けたで入れてください。', en: 'Enter the PIN as four digits.' },
  birthYearWrong: {
    ja: '生まれた年は、1943 のように西暦で入れてください。',
    en: 'Enter the year of birth like 1943.',
  },
  birthYear: { ja: 'お客様の生まれた年（西暦）', en: 'The rider’s year of birth' },
};

/** Who rings to cancel, as typed. `who`: `rider`, `other`, or the id of a proxy. */
export interface CancellerDraft {
  readonly who: string;
  readonly name: string;
  /** PIN or year of birth. */
  readonly proof: string;
  readonly hasPin: boolean;
}

export const THE_RIDER: CancellerDraft = { who: 'rider', name: '', proof: '', hasPin: false };

/** What is sent: null for the rider. */
export function cancellerOf({
  who,
  name,
  proof,
  hasPin,
}: CancellerDraft): NonNullable<CancelRide['by']> | null {
  if (who === 'rider') return null;
  if (who !== 'other') return { who: 'proxy', proxyId: who };
  const said = proof.normalize('NFKC').trim();
  if (said === '') return { who: 'other', name };
  return hasPin ? { who: 'other', name, pin: said } : { who: 'other', name, birthYear: Number(said) };
}

/** The fields that cannot be sent as they stand. An empty proof can: the answer says what is asked for. */
export function wrongInCanceller({ who, name, proof }: CancellerDraft): readonly ('name' | 'proof')[] {
  if (who !== 'other') return [];
  const said = proof.normalize('NFKC').trim();
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(said === '' || /^\d{4}$/.test(said) ? [] : (['proof'] as const)),
  ];
}

/** Asks who cancels; somebody who is no proxy is asked for the rider's PIN, or year of birth. */
export function CancellerField(props: {
  personId: string;
  value: CancellerDraft;
  problem: Problem | null;
  /** Was it tried to send it? From then on what is wrong is shown. */
  isTried: boolean;
  onChange: (value: CancellerDraft) => void;
}): ReactNode {
  const { value, problem, onChange } = props;
  const t = useWords(texts);
  const language = useLanguage();
  const { proxies, hasPin } = useProxies(props.personId);
  const saidOf = (...fields: readonly string[]) =>
    problem?.field && fields.includes(problem.field) ? adviceText(problem, language) : null;
  const wrong = props.isTried ? wrongInCanceller(value) : [];
  // Whoever is on the telephone stands there even if the grant will be refused: the answer says why.
  const mayCancel = (proxies ?? []).filter(({ id, acts }) => acts.includes('cancel') || id === value.who);
  return (
    <>
      <ChoiceField
        label={t.who}
        value={value.who}
        choices={[
          { value: 'rider', text: t.self },
          ...mayCancel.map((proxy) => ({ value: proxy.id, text: proxyLabel(proxy, t) })),
          { value: 'other', text: t.other },
        ]}
        onChange={(who) => onChange({ ...value, who, hasPin })}
        error={saidOf('by', 'by.proxyId')}
      />
      {value.who === 'other' ? (
        <>
          <TextField
            label={t.name}
            value={value.name}
            maxLength={60}
            onChange={(name) => onChange({ ...value, name, hasPin })}
            error={wrong.includes('name') ? t.nameMissing : saidOf('by.name')}
          />
          <TextField
            label={hasPin ? t.pin : t.birthYear}
            inputMode="numeric"
            maxLength={4}
            value={value.proof}
            onChange={(proof) => onChange({ ...value, proof, hasPin })}
            error={
              wrong.includes('proof')
                ? hasPin
                  ? t.pinWrong
                  : t.birthYearWrong
                : saidOf('by.pin', 'by.birthYear')
            }
          />
        </>
      ) : null}
      {problem?.field && !problem.field.startsWith('by') ? (
        <FieldError text={adviceText(problem, language)} />
      ) : null}
    </>
  );
}
