import { type ReactNode, useRef, useState } from 'react';
import type { PersonView, ProxyView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { InvitationDialog } from './InvitationDialog.tsx';
import { PinDialog } from './PinDialog.tsx';
import { ProxyDialog } from './ProxyDialog.tsx';
import { proxyLabel, proxyTexts } from './proxyTexts.ts';
import { useProxies } from './useProxies.ts';
import { useSpeakerChoice } from './useSpeakerChoice.ts';

const texts = {
  ...proxyTexts,
  title: { ja: 'お電話の方', en: 'On the telephone' },
  other: { ja: 'ほかの方', en: 'Somebody else' },
  invite: { ja: 'ウェブの招待番号', en: 'Code for the web page' },
  withAccount: {
    ja: (acts: string) => `お任せ: ${acts}（ウェブ利用中）`,
    en: (acts: string) => `May: ${acts} (uses the web page)`,
  },
  endShort: { ja: '登録を終える', en: 'End this proxy' },
  may: { ja: (acts: string) => `お任せ: ${acts}`, en: (acts: string) => `May: ${acts}` },
  add: { ja: '代理の方を登録する', en: 'Register a proxy' },
  end: { ja: (name: string) => `${name} 様の登録を終える`, en: (name: string) => `End ${name}` },
  ended: {
    ja: (name: string) => `${name} 様の登録を終えました。`,
    en: (name: string) => `${name} may not act for the rider any more.`,
  },
  setPin: { ja: '暗証番号を決める', en: 'Set a PIN' },
  changePin: { ja: '暗証番号を変える・消す', en: 'Change or remove the PIN' },
  undo: { ja: '元に戻す', en: 'Undo' },
};

/**
 * Who is on the telephone: the rider, one of those who may act for them, or somebody else; who may act is registered, ended
 * and invited here.
 */
export function ProxyChoice({ person }: { person: PersonView }): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const { draft } = useCall();
  const { proxies, hasPin, fault, reload } = useProxies(person.id);
  const [isAdding, setAdding] = useState(false);
  const [isInviting, setInviting] = useState(false);
  const [isPinOpen, setPinOpen] = useState(false);
  const [ended, setEnded] = useState<ProxyView | null>(null);
  const rider = useRef<HTMLButtonElement>(null);
  const act = useAttempt();
  const known = proxies ?? [];
  const chosen = known.find(({ id }) => id === draft.proxyId);
  const { marked, choose } = useSpeakerChoice(person, proxies);

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    await act.attempt(work);
    reload();
  }

  return (
    <section className="proxyChoice" aria-label={t.title}>
      <h3 className="callerTitle">
        {t.title}{' '}
        <span className="key" aria-hidden="true">
          ⇧F7
        </span>
      </h3>
      <div className="cardActions">
        <button
          ref={rider}
          type="button"
          className="cardStop"
          aria-pressed={marked === 'self'}
          onClick={() => choose('self')}
        >
          {t.self}
        </button>
        {known.map((proxy) => (
          <button
            key={proxy.id}
            type="button"
            className="cardStop"
            aria-pressed={proxy.id === draft.proxyId}
            onClick={() => choose(proxy.id)}
          >
            {proxyLabel(proxy, t)}
            {proxy.phone ? <span className="cardSide figures">{proxy.phone}</span> : null}
          </button>
        ))}
        <button
          type="button"
          className="cardStop"
          aria-pressed={marked === 'other'}
          onClick={() => choose('other')}
        >
          {t.other}
        </button>
        <WorkButton look="quiet" onPress={() => setAdding(true)}>
          {t.add}
        </WorkButton>
        {chosen ? (
          <WorkButton look="quiet" onPress={() => setInviting(true)}>
            {t.invite}
          </WorkButton>
        ) : null}
        {chosen ? (
          <WorkButton
            look="quiet"
            label={t.end(chosen.name)}
            onPress={() =>
              attempt(async () => {
                await api.endProxy(chosen.id);
                choose('self');
                setEnded(chosen);
                rider.current?.focus();
              })
            }
          >
            {t.endShort}
          </WorkButton>
        ) : null}
        <WorkButton look="quiet" onPress={() => setPinOpen(true)}>
          {hasPin ? t.changePin : t.setPin}
        </WorkButton>
      </div>
      {chosen ? (
        <p className="proxyActs">
          {(chosen.hasAccount ? t.withAccount : t.may)(chosen.acts.map((act) => t[act]).join('・'))}
        </p>
      ) : null}
      <FaultNotice fault={fault} onRetry={reload} />
      <FaultNotice fault={act.fault} />
      {ended ? (
        <UndoToast
          text={t.ended(ended.name)}
          undoText={t.undo}
          onUndo={() =>
            attempt(async () => {
              await api.restoreProxy(ended.id);
              choose(ended.id, [...known, ended]);
              setEnded(null);
            })
          }
          onGone={() => setEnded(null)}
        />
      ) : null}
      {isPinOpen ? (
        <PinDialog
          person={person}
          hasPin={hasPin}
          onClose={() => setPinOpen(false)}
          onDone={() => {
            setPinOpen(false);
            reload();
          }}
        />
      ) : null}
      {isInviting && chosen ? (
        <InvitationDialog
          proxy={chosen}
          onClose={() => {
            setInviting(false);
            reload();
          }}
        />
      ) : null}
      {isAdding ? (
        <ProxyDialog
          person={person}
          onClose={() => setAdding(false)}
          onAdded={(proxy) => {
            setAdding(false);
            reload();
            choose(proxy.id, [...known, proxy]);
          }}
        />
      ) : null}
    </section>
  );
}
