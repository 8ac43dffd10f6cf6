import { answer, type Call, type Reply } from './call.ts';

/** Is the process alive, and are all its parts ready to take requests? */
export const healthRoutes = {
  'GET /healthz': async (): Promise<Reply> => answer({ status: 'ok' }),
  'GET /readyz': readReadiness,
};

async function readReadiness(call: Call): Promise<Reply> {
  const parts = await call.deps.readiness();
  const ready = Object.values(parts).every((part) => part.ready);
  return { status: ready ? 200 : 503, body: { ready, parts } };
}
