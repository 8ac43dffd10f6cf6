import { type ReactNode, useState } from 'react';
import type { InvitationAnswer, ProxyView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  title: {
    ja: (name: string) => `${name} 様の招待番号`,
    en: (name: string) => `Code for ${name}`,
  },
  explain: {
    ja: 'この番号で、ご自分の利用者名を決めて、ウェブから予約できるようになります。お任せいただいたことだけができます。',
    en: 'With this code the person chooses a user name and may book on the web page, within what was granted.',
  },
  again: {
    ja: 'ウェブを利用中です。新しい番号を出すと、合い言葉を決め直せます。',
    en: 'The person uses the web page already. A new code lets them choose a new password.',
  },
  open: {
    ja: 'まだ使われていない番号があります。新しい番号を出すと、前の番号は使えなくなります。',
    en: 'A code is still open. A new one ends it.',
  },
  make: { ja: '番号を出す', en: 'Make a code' },
  code: { ja: '招待番号', en: 'Code' },
  where: { ja: '開くところ', en: 'Page' },
  until: { ja: 'いつまで', en: 'Until' },
  once: {
    ja: '番号はこの画面にだけ出ます。読み上げるか、印刷してお渡しください。',
    en: 'The code is shown here only. Read it out, or print it.',
  },
  print: { ja: '印刷する', en: 'Print' },
  takeBack: { ja: '前の番号を取り消す', en: 'End the open code' },
  close: { ja: '閉じる', en: 'Close' },
};

/** Makes the code by which a proxy comes to an account, to be read out or printed. */
export function InvitationDialog({ proxy, onClose }: { proxy: ProxyView; onClose: () => void }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const [made, setMade] = useState<InvitationAnswer | null>(null);
  const [isOpen, setOpen] = useState(Boolean(proxy.invitedUntil));
  const { fault, attempt } = useAttempt();

  return (
    <Dialog
      title={t.title(proxy.name)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <WorkButton onPress={onClose}>{t.close}</WorkButton>
          {made ? (
            <WorkButton look="main" onPress={() => print()}>
              {t.print}
            </WorkButton>
          ) : (
            <WorkButton
              look="main"
              onPress={() => attempt(async () => setMade(await api.inviteProxy(proxy.id)))}
            >
              {t.make}
            </WorkButton>
          )}
        </>
      }
    >
      {made ? (
        <div className="invitationSheet">
          <dl>
            <dt>{t.code}</dt>
            <dd className="invitationCode figures">{made.code}</dd>
            <dt>{t.where}</dt>
            <dd>{new URL('../rider/#join', location.href).href}</dd>
            <dt>{t.until}</dt>
            <dd className="figures">{dayText(made.expiresAt.slice(0, 10), language)}</dd>
          </dl>
          <p>{t.explain}</p>
          <p className="invitationOnce">{t.once}</p>
        </div>
      ) : (
        <>
          <p>{proxy.hasAccount ? t.again : t.explain}</p>
          {isOpen ? (
            <>
              <p>{t.open}</p>
              <WorkButton
                look="quiet"
                onPress={() =>
                  attempt(async () => {
                    await api.withdrawInvitation(proxy.id);
                    setOpen(false);
                  })
                }
              >
                {t.takeBack}
              </WorkButton>
            </>
          ) : null}
        </>
      )}
      <FaultNotice fault={fault} />
    </Dialog>
  );
}
