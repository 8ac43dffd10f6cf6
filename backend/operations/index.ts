export { createOperations, type OperationsWorld } from './createOperations.ts';
export type { Operations, StreetReport } from './operations.ts';
