import type { ReactNode } from 'react';
import type { StandingOrderView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import { WEEKDAYS, weekdayTexts } from '../roads/weekdayTexts.ts';

const texts = {
  home: { ja: '自宅', en: 'Home' },
  open: { ja: '開く', en: 'Open' },
  end: { ja: '終える', en: 'End' },
  resume: { ja: 'また始める', en: 'Resume' },
  ended: { ja: '終わり', en: 'Ended' },
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
  const sendOnce = useSendOnce();
  const { wish, state } = order;
  const days = wish.weekdays.map((weekday) => day[WEEKDAYS[weekday]!]).join('・');
  // The desk that entered it may have been in another language.
  const nameOf = (place: { readonly kind: string }, known: string) =>
    place.kind === 'home' ? t.home : known;
  const name = `${wish.everyWeeks > 1 ? t.every(wish.everyWeeks) : ''}${days} ${wish.outbound.at}`;

  async function setState(next: 'active' | 'ended'): Promise<void> {
    await attempt(async () => {
      const change = { revision: order.revision, state: next };
      const answer = await sendOnce(next, (key) => api.changeStandingOrder(order.id, change, key));
      onChanged(answer.order);
    });
  }

  return (
    <li className={`orderLine ${isOpen ? 'orderLine-open' : ''}`}>
      <p className="orderWhat">
        <strong className="figures">{name}</strong>
        <span>
          {nameOf(wish.from, wish.fromName)} → {nameOf(wish.to, wish.toName)}
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
      <FaultNotice fault={fault} />
    </li>
  );
}
