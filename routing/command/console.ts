/** Where a command writes. */
export interface Console {
  say(text: string): void;
  complain(text: string): void;
  /** Can a line be overwritten? */
  readonly isTerminal: boolean;
}

const WIDTH = 30;

/** A progress bar that redraws itself on a terminal and elsewhere says every tenth only. */
export function progressBar(console: Console, label: string): (share: number) => void {
  let last = -1;
  return (share) => {
    const step = Math.floor(Math.min(1, share) * (console.isTerminal ? 100 : 10));
    if (step === last) return;
    last = step;
    const filled = Math.round(Math.min(1, share) * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    const percent = `${Math.round(Math.min(1, share) * 100)} %`.padStart(6);
    if (console.isTerminal) console.complain(`\r${label} ${bar} ${percent}${share >= 1 ? '\n' : ''}`);
    else console.complain(`${label}${percent}\n`);
  };
}
