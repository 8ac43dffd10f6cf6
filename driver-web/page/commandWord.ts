import type { DriverCommand } from '../../backend/contract/index.ts';
import type { Picked } from '../../screen-kit/words/words.ts';
import type { texts } from './words.ts';

/** What a tap said, in a word (`「到着」`). */
export function commandWord(command: DriverCommand, t: Picked<typeof texts>): string {
  switch (command.type) {
    case 'stop:arrive':
      return t.saidArrive;
    case 'stop:takeBackArrival':
      return t.saidTakeBack;
    case 'ride:board':
      return t.saidBoard;
    case 'ride:alight':
      return t.saidAlight;
    case 'ride:noShow':
      return t.saidNoShow;
    case 'shift:end':
      return t.saidEnd;
    case 'shift:takeBackEnd':
      return t.saidTakeBackEnd;
    default:
      return t.saidDepart;
  }
}
