import { createRoot, type Root } from 'react-dom/client';
import { createApi } from '../screen-kit/transport/api.ts';
import { openFeedLine } from '../screen-kit/transport/feedLine.ts';
import { serverAddress } from '../screen-kit/transport/serverAddress.ts';
import { startLanguage } from '../screen-kit/words/language.ts';
import { createDriverStation } from './device/driverStation.ts';
import { installPage } from './device/installPage.ts';
import { keepScreenOn } from './device/keepScreenOn.ts';
import { openKeptRecords } from './device/keptRecords.ts';
import { claimOnlyWindow } from './device/onlyWindow.ts';
import { reportPositions } from './device/reportPositions.ts';
import { DriverApp, OtherWindow } from './page/DriverApp.tsx';
import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
import '../screen-kit/theme/base.css';
import './page/page.css';
import './page/stops.css';
import './page/acts.css';
import './page/sheets.css';
import './page/windows.css';

/** Opens the driver's page: what is kept first, the server when it answers. */
async function startDriverPage(root: Root): Promise<void> {
  if (!(await claimOnlyWindow(() => location.reload()))) {
    root.render(<OtherWindow />);
    return;
  }
  const api = createApi({ address: serverAddress().api });
  const station = createDriverStation({
    api,
    openLine: () => openFeedLine(api),
    records: await openKeptRecords(),
    isOnline: () => navigator.onLine,
    now: () => Date.now(),
    steadyMs: () => performance.now(),
    random: () => Math.random(),
    setTimer: (work, milliseconds) => setTimeout(work, milliseconds),
    clearTimer: (timer) => clearTimeout(timer as number),
  });
  reportPositions(station);
  addEventListener('online', station.networkBack);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') station.networkBack();
  });
  root.render(<DriverApp station={station} />);
  await station.start();
}

startLanguage();
installPage();
keepScreenOn();
const place = document.getElementById('app');
if (!place) throw new Error('the page has no element #app');
void startDriverPage(createRoot(place));
