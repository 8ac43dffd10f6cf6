import type { RoleName } from '../../backend/contract/index.ts';

/** What each role is called on screen. */
export const roleTexts = {
  operator: { ja: '電話受付', en: 'Operator' },
  dispatcher: { ja: '配車', en: 'Dispatcher' },
  driver: { ja: '乗務員', en: 'Driver' },
  clinic: { ja: '医療機関', en: 'Clinic' },
  municipality: { ja: '役場', en: 'Town office' },
  rider: { ja: 'お客様', en: 'Rider' },
  proxy: { ja: '代理の方', en: 'Proxy' },
  administrator: { ja: '管理者', en: 'Administrator' },
} satisfies Record<RoleName, { ja: string; en: string }>;
