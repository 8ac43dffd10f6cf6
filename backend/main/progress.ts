/** Tells the person at the terminal what takes time. */
export interface Progress {
  /** Runs a step and prints its name and seconds when it took more than one; `note` reports from within. */
  step<Value>(name: string, work: (note: (sentence: string) => void) => Promise<Value>): Promise<Value>;
  say(line: string): void;
}

/** After this time a step that still runs says so, and again each time. */
const PATIENCE_MS = 1000;
const REPEAT_MS = 5000;

export function createProgress(write: (line: string) => void): Progress {
  return {
    say: write,
    async step(name, work) {
      const began = performance.now();
      let latest = '';
      const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
      const report = () => write(`… ${name}${latest === '' ? '' : `: ${latest}`} (${seconds()} s)`);
      let repeat: NodeJS.Timeout | undefined;
      const first = setTimeout(() => {
        report();
        repeat = setInterval(report, REPEAT_MS);
      }, PATIENCE_MS);
      try {
        const value = await work((sentence) => {
          latest = sentence;
        });
        if (performance.now() - began > PATIENCE_MS) write(`✓ ${name} (${seconds()} s)`);
        return value;
      } finally {
        clearTimeout(first);
        clearInterval(repeat);
      }
    },
  };
}
