import { startScreen } from '../screen-kit/session/startScreen.tsx';
import { startRuby } from './device/rubyChoice.ts';
import { RiderApp } from './page/RiderApp.tsx';
import './page/rider.css';

startRuby();
startScreen((api) => <RiderApp api={api} />);
