/** Options of a run: `--cases 1000` gives `cases` → `1000`, `--quick` gives `quick` → `true`. */
export class BenchOptions {
  constructor(private readonly values: ReadonlyMap<string, string>) {}

  has(name: string): boolean {
    return this.values.has(name);
  }

  text(name: string, otherwise: string): string {
    return this.values.get(name) ?? otherwise;
  }

  /** @throws Error with a plain sentence when the option is not a number */
  number(name: string, otherwise: number): number {
    const text = this.values.get(name);
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (text === '' || Number.isNaN(value)) throw new Error(`--${name} needs a number, got "${text}"`);
    return value;
  }
}

/** One figure measured. A figure is what was measured; a bar missed is reported as missed. */
export interface Figure {
  /** What was done, in a few words: `best insertion, 1,000 vehicles x 20 stops, p50`. */
  readonly work: string;
  readonly figure: number;
  readonly unit: string;
  /** The bar as text, `<= 100`; absent for a reference. */
  readonly bar?: string;
  readonly met?: boolean;
}

/** What a file of `test/bench` exports by default. */
export interface Bench {
  /** The word after `npm run bench --`. */
  readonly name: string;
  /** One line for the list, with the options it knows. */
  readonly about: string;
  run(options: BenchOptions, report: (figure: Figure) => void): Promise<void> | void;
}

/** `node run.ts NAME --key value …`, parsed; a flag without a value counts as `true`. */
export function parseBenchArguments(args: readonly string[]): {
  name: string | undefined;
  options: BenchOptions;
} {
  const values = new Map<string, string>();
  let name: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (!word.startsWith('--')) {
      if (name !== undefined) throw new Error(`one bench at a time: "${name}" or "${word}"`);
      name = word;
      continue;
    }
    const next = args[i + 1];
    const [key, inline] = word.slice(2).split('=', 2) as [string, string | undefined];
    if (inline !== undefined) values.set(key, inline);
    else if (key === 'json' || next === undefined || next.startsWith('--')) values.set(key, 'true');
    else {
      values.set(key, next);
      i++;
    }
  }
  return { name, options: new BenchOptions(values) };
}

/** The line of one figure on stdout with `--json`. */
export function figureLine(bench: string, { work, figure, unit, bar, met }: Figure): string {
  return JSON.stringify({ bench, work, figure, unit, bar: bar ?? null, met: met ?? null });
}

/** The line of one figure for people. */
export function figureText({ work, figure, unit, bar, met }: Figure): string {
  const shown =
    Math.abs(figure) >= 100 ? Math.round(figure).toLocaleString('en') : Number(figure.toPrecision(4));
  const judged = bar === undefined ? '' : `   bar ${bar} ${unit}: ${met ? 'met' : 'MISSED'}`;
  return `${work}: ${shown} ${unit}${judged}`;
}

/** The value below which a share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
