import { type ReactNode, useState } from 'react';
import type { PersonView, ProxyView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { PinDialog } from './PinDialog.tsx';
import { ProxyDialog } from './ProxyDialog.tsx';
import { proxyLabel, proxyTexts } from './proxyTexts.ts';
import { useProxies } from './useProxies.ts';

const texts = {
  ...proxyTexts,
  title: { ja: '予約する方', en: 'Who books' },
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

/** Who books in this call: the rider, or one of those who may act for them. Shift+F7 goes to the next. */
export function ProxyChoice({ person }: { person: PersonView }): ReactNode {
  const t = useWords(texts);
  const { api, onFault } = useScreen();
  const { draft, change } = useCall();
  const { proxies, hasPin, fault, reload } = useProxies(person.id);
  const [isAdding, setAdding] = useState(false);
  const [isPinOpen, setPinOpen] = useState(false);
  const [ended, setEnded] = useState<ProxyView | null>(null);
  const [failed, setFailed] = useState<ApiFault | null>(null);
  const known = proxies ?? [];
  const chosen = known.find(({ id }) => id === draft.proxyId);
  const ids = [null, ...known.map(({ id }) => id)];
  const choose = (proxyId: string | null): void => change({ proxyId });

  useShortcuts([['Shift+F7', () => choose(ids[(ids.indexOf(draft.proxyId) + 1) % ids.length] ?? null)]]);

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    setFailed(null);
    try {
      await work();
    } catch (cause) {
      setFailed(asFault(cause));
      onFault(cause);
    }
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
          type="button"
          className="cardStop"
          aria-pressed={draft.proxyId === null}
          onClick={() => choose(null)}
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
        <WorkButton look="quiet" onPress={() => setAdding(true)}>
          {t.add}
        </WorkButton>
        {chosen ? (
          <WorkButton
            look="quiet"
            onPress={() =>
              attempt(async () => {
                await api.endProxy(chosen.id);
                choose(null);
                setEnded(chosen);
              })
            }
          >
            {t.end(chosen.name)}
          </WorkButton>
        ) : null}
        <WorkButton look="quiet" onPress={() => setPinOpen(true)}>
          {hasPin ? t.changePin : t.setPin}
        </WorkButton>
      </div>
      <FaultNotice fault={failed ?? fault} onRetry={reload} />
      {ended ? (
        <UndoToast
          text={t.ended(ended.name)}
          undoText={t.undo}
          onUndo={() =>
            attempt(async () => {
              await api.restoreProxy(ended.id);
              choose(ended.id);
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
      {isAdding ? (
        <ProxyDialog
          person={person}
          onClose={() => setAdding(false)}
          onAdded={(proxy) => {
            setAdding(false);
            reload();
            choose(proxy.id);
          }}
        />
      ) : null}
    </section>
  );
}
