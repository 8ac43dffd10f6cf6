import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { SeriesDateView, StandingOrderAnswer, StandingOrderView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { checkSeries, type SeriesDraft, toggleException, wishOf } from '../store/seriesDraft.ts';
import { SeriesDatesList } from './SeriesDatesList.tsx';
import { SeriesFields } from './SeriesFields.tsx';

const texts = {
  new: { ja: '新しい定期予約', en: 'New standing order' },
  change: { ja: '定期予約を変える', en: 'Change the standing order' },
  keep: { ja: 'この内容で決める', en: 'Keep' },
  close: { ja: '閉じる', en: 'Close' },
  home: { ja: '自宅', en: 'Home' },
  made: {
    ja: (booked: number, refused: number) =>
      `決めました。${booked}件を予約しました。${refused > 0 ? `${refused}件は取れず、折り返し電話に出ています。` : ''}`,
    en: (booked: number, refused: number) =>
      `Kept. ${booked} rides booked.${refused > 0 ? ` ${refused} could not be booked; see the calls to make.` : ''}`,
  },
};

interface SeriesEditorProps {
  readonly personId: string;
  readonly draft: SeriesDraft;
  readonly onChange: (part: Partial<SeriesDraft>) => void;
  readonly onClose: () => void;
  readonly onKept: (order: StandingOrderView) => void;
  /** The first day for which dates are shown. */
  readonly firstDay: string;
}

/** A series with its next dates beside it; exceptions of single dates stay when the series is changed. */
export function SeriesEditor(props: SeriesEditorProps): ReactNode {
  const { draft, personId, onChange, onKept } = props;
  const t = useWords(texts);
  const { api, onFault } = useScreen();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [made, setMade] = useState<StandingOrderAnswer['made'] | null>(null);
  const key = useRef(newKey());
  const form = useRef<HTMLFormElement>(null);
  const wish = wishOf(draft, t.home);

  async function send(work: () => Promise<StandingOrderAnswer>): Promise<void> {
    if (isBusy) return;
    setFault(null);
    setBusy(true);
    try {
      const answer = await work();
      setMade(answer.made);
      key.current = newKey();
      onKept(answer.order);
    } catch (cause) {
      const met = asFault(cause);
      if (met.kind === 'refused') key.current = newKey();
      setFault(met);
      onFault(cause);
    } finally {
      setBusy(false);
    }
  }

  async function keep(): Promise<void> {
    setTried(true);
    if (!wish) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const { orderId, revision, exceptions } = draft;
    await send(() =>
      orderId === null
        ? api.createStandingOrder({ personId, wish, exceptions: [...exceptions] }, key.current)
        : api.changeStandingOrder(orderId, { revision, wish }, key.current),
    );
  }

  /** Of a kept order at once, of a new one with the rest. */
  async function toggle(date: SeriesDateView): Promise<void> {
    const exception = toggleException(draft.exceptions, date);
    const { orderId, revision } = draft;
    if (orderId !== null) {
      await send(() => api.changeStandingOrder(orderId, { revision, exception }, key.current));
      return;
    }
    const others = draft.exceptions.filter(({ day }) => day !== exception.day);
    onChange({ exceptions: exception.kind === null ? others : [...others, exception] });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void keep();
  }

  return (
    <>
      <form ref={form} className="seriesForm" onSubmit={submit} noValidate>
        <h2>{draft.orderId === null ? t.new : t.change}</h2>
        <SeriesFields
          draft={draft}
          onChange={(part) => {
            setMade(null);
            onChange(part);
          }}
          problems={isTried ? checkSeries(draft) : {}}
          fault={fault}
        />
        {fault?.field ? null : <FaultNotice fault={fault} />}
        <p className="seriesMade" role="status">
          {made ? `● ${t.made(made.booked, made.refused)}` : ''}
        </p>
        <div className="seriesActions">
          <WorkButton look="main" type="submit" shortcut="⏎" isBusy={isBusy}>
            {t.keep}
          </WorkButton>
          <WorkButton look="quiet" onPress={props.onClose}>
            {t.close}
          </WorkButton>
        </div>
      </form>
      <SeriesDatesList
        personId={personId}
        wish={wish}
        exceptions={draft.exceptions}
        from={[draft.startDay, props.firstDay].sort().at(-1)!}
        onToggle={toggle}
      />
    </>
  );
}
