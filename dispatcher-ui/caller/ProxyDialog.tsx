import type { ReactNode } from 'react';
import type { PersonView, ProxyKindName, ProxyView } from '../../backend/contract/index.ts';
import { ChecksField, ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useKeptDraft } from '../../screen-kit/session/useKeptDraft.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { personName } from '../booking/PersonField.tsx';
import { useSending } from '../outbox/useSending.ts';
import { EntryDialog, type EntryTry } from './EntryDialog.tsx';
import { type ProxyReach, ProxyScopeFields, reachOf, WHOLE_REACH } from './ProxyScopeFields.tsx';
import { PROXY_KINDS, proxyTexts } from './proxyTexts.ts';

const texts = {
  ...proxyTexts,
  title: {
    ja: (name: string) => `${name} 様の代理の方`,
    en: (name: string) => `A proxy for ${name}`,
  },
  explain: {
    ja: '登録すると、この方がお客様に代わって、お任せになったことができます。',
    en: 'Once registered, this person may do for the rider what is chosen here.',
  },
  kind: { ja: 'どなたですか', en: 'Who is it' },
  name: { ja: 'お名前', en: 'Name' },
  relation: { ja: 'お客様から見て（娘、長男など）', en: 'To the rider (daughter, son)' },
  phone: { ja: '電話番号', en: 'Telephone' },
  until: { ja: 'いつまで（なければ空けておく）', en: 'Until (leave empty if open)' },
  consent: { ja: 'ご了解', en: 'Consent' },
  agreed: { ja: 'ご本人が今日、了解した', en: 'The rider agreed today' },
  nameMissing: { ja: 'お名前を入れてください。', en: 'Enter the name.' },
  consentMissing: {
    ja: 'ご本人の了解を確かめてください。',
    en: 'Make sure that the rider has agreed.',
  },
  consentBy: { ja: 'ご本人', en: 'the rider' },
};

interface ProxyDraft {
  readonly kind: ProxyKindName;
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  readonly until: string;
  readonly reach: ProxyReach;
  /** The day on which the rider agreed, ticked on that day only. */
  readonly consentOn: string | null;
}

const NOBODY: ProxyDraft = {
  kind: 'family',
  name: '',
  relation: '',
  phone: '',
  until: '',
  reach: WHOLE_REACH,
  consentOn: null,
};

/** Asks who may act for the rider, and for the rider's consent. What is typed stays until it is saved or given up. */
export function ProxyDialog(props: {
  person: PersonView;
  onClose: () => void;
  onAdded: (proxy: ProxyView) => void;
}): ReactNode {
  const { person } = props;
  const t = useWords(texts);
  const { api, session } = useScreen();
  const today = useServerNow(60_000).day;
  const { draft, setDraft, forget } = useKeptDraft(`proxy.${session.accountId}.${person.id}`, NOBODY);
  const { kind, name, relation, phone, until, reach } = draft;
  const isAgreed = draft.consentOn === today;
  const change = (part: Partial<ProxyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const entry = {
    kind,
    name,
    relation: relation.trim() || null,
    phone: phone.trim() || null,
    validUntil: until || null,
    ...reachOf(reach, person),
    consentBy: t.consentBy,
    consentOn: today,
  };
  const sending = useSending(JSON.stringify(entry));

  async function save(): Promise<void> {
    if (name.trim() === '' || !isAgreed || reach.acts.length === 0) return;
    await sending.send(async (key) => {
      const added = await api.addProxy(person.id, entry, key);
      forget();
      props.onAdded(added);
    });
  }

  function leave(): void {
    if (!sending.isUnsent && !sending.isSending) forget();
    props.onClose();
  }

  const fields = ({ isTried, saidOf }: EntryTry): ReactNode => (
    <>
      <ChoiceField
        label={t.kind}
        value={kind}
        choices={PROXY_KINDS.map((value) => ({ value, text: t[value] }))}
        onChange={(next) =>
          change({
            kind: next,
            ...(next === 'townOffice' ? {} : { reach: { ...reach, isForResidents: false } }),
          })
        }
      />
      <div className="proxyRow">
        <TextField
          label={t.name}
          value={name}
          maxLength={60}
          onChange={(next) => change({ name: next })}
          error={isTried && name.trim() === '' ? t.nameMissing : saidOf('name')}
        />
        <TextField
          label={t.relation}
          value={relation}
          maxLength={20}
          onChange={(next) => change({ relation: next })}
          error={saidOf('relation')}
        />
      </div>
      <div className="proxyRow">
        <TextField
          label={t.phone}
          inputMode="tel"
          value={phone}
          maxLength={30}
          onChange={(next) => change({ phone: next })}
          error={saidOf('phone')}
        />
        <TextField
          label={t.until}
          type="date"
          min={today}
          value={until}
          onChange={(next) => change({ until: next })}
          error={saidOf('validUntil')}
        />
      </div>
      <ProxyScopeFields
        person={person}
        kind={kind}
        value={reach}
        isTried={isTried}
        error={saidOf('scope') ?? saidOf('scope.personIds')}
        onChange={(next) => change({ reach: next })}
      />
      <ChecksField
        label={t.consent}
        values={isAgreed ? ['rider'] : []}
        choices={[{ value: 'rider', text: t.agreed }]}
        onChange={(ticked) => change({ consentOn: ticked.length > 0 ? today : null })}
        error={isTried && !isAgreed ? t.consentMissing : null}
      />
    </>
  );
  return (
    <EntryDialog
      title={t.title(personName(person))}
      explain={t.explain}
      className="proxyForm"
      sending={sending}
      closed="kept"
      onSave={save}
      onLeave={leave}
      fields={fields}
    />
  );
}
