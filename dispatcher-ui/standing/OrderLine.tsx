import { type ReactNode, useState } from 'react';
import type { StandingOrderAnswer, StandingOrderView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import { WEEKDAYS, weekdayTexts } from '../roads/weekdayTexts.ts';
import { useMadeText } from './useMadeText.ts';

const texts = {
  home: { ja: '自宅', en: 'Home' },
  open: { ja: '開く', en: 'Open' },
  end: { ja: '終える', en: 'End' },
  resume: { ja: 'また始める', en: 'Resume' },
  ended: { ja: '終わり', en: 'Ended' },
  days: {
    ja: (days: readonly string[]) => days.join('・'),
    en: (days: readonly string[]) => days.join(', '),
  },
  resumed: { ja: 'また始めました。', en: 'Resumed.' },
  endedNow: {
    ja: (count: number) => (count === 0 ? '終えました。' : `終えました。${count}件の予約を取り消しました。`),
    en: (count: number) =>
      count === 0 ? 'Ended.' : `Ended. ${count === 1 ? '1 ride' : `${count} rides`} cancelled.`,
  },
  every: { ja: (weeks: number) => `${weeks}週ごと `, en: (weeks: number) => `every ${weeks} weeks ` },
};

interface OrderLineProps {
  readonly order: StandingOrderView;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onChanged: (order: StandingOrderView) => void;
}

/** A standing order in the rider's list; ending it can be taken back by the same button. */
export function OrderLine({ order, isOpen, onOpen, onChanged }: OrderLineProps): ReactNode {
  const t = useWords(texts);
  const day = useWords(weekdayTexts);
  const { api } = useScreen();
  const { fault, attempt } = useAttempt();
  const madeText = useMadeText();
  const sendOnce = useSendOnce();
  const [done, setDone] = useState<StandingOrderAnswer | null>(null);
  const { wish, state } = order;
  const days = t.days(wish.weekdays.map((weekday) => day[WEEKDAYS[weekday]!]));
  const name = `${wish.everyWeeks > 1 ? t.every(wish.everyWeeks) : ''}${days} ${wish.outbound.at}`;

  async function setState(next: 'active' | 'ended'): Promise<void> {
    await attempt(async () => {
      const change = { revision: order.revision, state: next };
      const answer = await sendOnce(next, (key) => api.changeStandingOrder(order.id, change, key));
      setDone(answer);
      onChanged(answer.order);
    });
  }

  return (
    <li className={`orderLine ${isOpen ? 'orderLine-open' : ''}`}>
      <p className="orderWhat">
        <strong className="figures">{name}</strong>
        <span>
          {wish.fromName ?? t.home} → {wish.toName ?? t.home}
        </span>
        {state === 'ended' ? <span className="orderEnded">■ {t.ended}</span> : null}
      </p>
      <WorkButton label={`${t.open} ${name}`} onPress={onOpen}>
        {t.open}
      </WorkButton>
      <WorkButton
        look="quiet"
        label={`${state === 'active' ? t.end : t.resume} ${name}`}
        onPress={() => setState(state === 'active' ? 'ended' : 'active')}
      >
        {state === 'active' ? t.end : t.resume}
      </WorkButton>
      <p className="orderDone" role="status">
        {done?.order.revision !== order.revision
          ? ''
          : state === 'ended'
            ? t.endedNow(done.made.withdrawn)
            : madeText(t.resumed, done)}
      </p>
      <FaultNotice fault={fault} />
    </li>
  );
}
