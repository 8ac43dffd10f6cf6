import type { Worker } from 'node:worker_threads';
import type { Plan, PlanProblem } from '../../planner/index.ts';
import type { ImprovementBudget, PlanImprover } from '../../ports/planImprover.ts';
import { openThread } from '../openThread.ts';
import type { ImproverAnswer, ImproverErrand } from './improverThread.ts';

const THREAD = new URL('./improverThread.ts', import.meta.url).href;
/** A search that is not back so long after its seconds is cut off. */
const GRACE_SECONDS = 30;

/** A search under way. */
interface Search {
  readonly thread: Worker;
  readonly giveUp: (why: Error) => void;
}

/**
 * Improves in threads of its own, so that bookings never wait for a search, nor a short search for a long one. One
 * thread is kept for the next search, others end with theirs.
 */
export class ThreadImprover implements PlanImprover {
  #idle: Worker | undefined;
  readonly #searches = new Set<Search>();
  #errands = 0;
  #isClosed = false;

  async improve(problem: PlanProblem, plan: Plan, budget: ImprovementBudget): Promise<Plan> {
    if (this.#isClosed) throw new Error('The search for better plans has been closed.');
    const thread = this.#take();
    try {
      const found = await this.#ask(thread, { id: ++this.#errands, problem, plan, budget });
      this.#giveBack(thread);
      return found;
    } catch (fault) {
      void thread.terminate();
      throw fault;
    }
  }

  /** Ends the threads; what is being searched for is given up, its askers get an error. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const threads = [this.#idle, ...[...this.#searches].map(({ thread }) => thread)];
    for (const { giveUp } of this.#searches) giveUp(new Error('The search for better plans was stopped.'));
    this.#idle = undefined;
    await Promise.all(threads.map((thread) => thread?.terminate()));
  }

  #ask(thread: Worker, errand: ImproverErrand): Promise<Plan> {
    return new Promise<Plan>((resolve, reject) => {
      const { seconds } = errand.budget;
      const tooLate = () => giveUp(new Error(`The search did not end ${GRACE_SECONDS} s after its time.`));
      const timer = seconds === undefined ? undefined : setTimeout(tooLate, (seconds + GRACE_SECONDS) * 1000);
      const onMessage = (answer: ImproverAnswer) => {
        settle();
        if ('plan' in answer) resolve(answer.plan);
        else reject(new Error(`The search failed: ${answer.fault}`));
      };
      const giveUp = (why: Error) => {
        settle();
        reject(why);
      };
      const onExit = () => giveUp(new Error('The thread of the search has ended.'));
      const search = { thread, giveUp };
      const settle = () => {
        clearTimeout(timer);
        this.#searches.delete(search);
        thread.off('message', onMessage).off('error', giveUp).off('exit', onExit);
      };
      this.#searches.add(search);
      thread.on('message', onMessage).on('error', giveUp).on('exit', onExit);
      thread.postMessage(errand);
    });
  }

  #take(): Worker {
    const idle = this.#idle;
    this.#idle = undefined;
    if (idle) return idle;
    const thread = openThread(THREAD);
    // Whoever waits hears of a fault by their own ear; without one it must not end the process.
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      if (this.#idle === thread) this.#idle = undefined;
    });
    thread.unref();
    return thread;
  }

  #giveBack(thread: Worker): void {
    if (this.#idle || this.#isClosed) void thread.terminate();
    else this.#idle = thread;
  }
}
