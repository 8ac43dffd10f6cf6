import loadHighs from 'highs';
import type { PartitionQuestion, PartitionSolver } from '../planner/index.ts';

/** Loaded once a thread. */
let loaded: ReturnType<typeof loadHighs> | undefined;

/**
 * A set-partitioning solver on HiGHS. `seconds` limits each question; without it the number of branching nodes does, so
 * that the answer does not depend on the machine.
 */
export async function createPartitionSolver(seconds?: number): Promise<PartitionSolver> {
  loaded ??= loadHighs();
  const highs = await loaded;
  const solve: typeof highs.solve = (...asked) => {
    try {
      return highs.solve(...asked);
    } catch (fault) {
      // A module that has broken off is good for nothing any more.
      loaded = undefined;
      throw fault;
    }
  };
  return (question) => {
    const answer = solve(modelText(question), {
      ...(seconds === undefined ? { mip_max_nodes: 50 } : { time_limit: seconds }),
      mip_rel_gap: 1e-6,
      output_flag: false,
      log_to_console: false,
      objective_bound: question.bound,
    } as never);
    const columns = answer.Columns as Record<string, { Primal?: number }>;
    if (answer.Status !== 'Optimal' && answer.Status !== 'Time limit reached') return undefined;
    const chosen = question.columns.map((_, c) => c).filter((c) => (columns[`x${c}`]?.Primal ?? 0) > 0.5);
    return chosen.length > 0 ? chosen : undefined;
  };
}

/** The question in CPLEX's LP format, the one HiGHS reads from text. */
function modelText(question: PartitionQuestion): string {
  const { columns, requestCount, fleet, penalties } = question;
  const carriers: string[][] = Array.from({ length: requestCount }, () => []);
  const byType: string[][] = fleet.map(() => []);
  const prices: string[] = [];
  columns.forEach(({ cost, type, nodes }, c) => {
    prices.push(`${cost} x${c}`);
    byType[type]!.push(`x${c}`);
    for (const node of nodes) if ((node & 1) === 1) carriers[node >> 1]!.push(`x${c}`);
  });
  const rows = carriers.map((names, r) => {
    prices.push(`${Math.min(penalties[r]!, question.bound * 10)} u${r}`);
    return ` s${r}: ${[...names, `u${r}`].join(' + ')} = 1`;
  });
  byType.forEach((names, t) => {
    if (names.length > 0) rows.push(` f${t}: ${names.join(' + ')} <= ${fleet[t]}`);
  });
  const variables = [...columns.map((_, c) => `x${c}`), ...carriers.map((_, r) => `u${r}`)];
  return [
    'Minimize',
    ` cost: ${prices.join('\n + ')}`,
    'Subject To',
    ...rows.map((row) => row.replaceAll(/((?: \+ x\d+){20})/g, '$1\n')),
    'Binary',
    ...variables.map((name) => ` ${name}`),
    'End',
  ].join('\n');
}
