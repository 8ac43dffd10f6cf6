import { startScreen } from '../screen-kit/session/startScreen.tsx';
import { startRuby } from './device/rubyChoice.ts';
import { RiderApp } from './page/RiderApp.tsx';
import './page/page.css';
import './page/steps.css';
import './page/rides.css';
import './proxy/proxy.css';

startRuby();
startScreen((api) => <RiderApp api={api} />);
