import { z } from 'zod';
import { coordinatesSchema, idSchema, momentSchema } from './values.ts';

const base = {
  /** Made on the device; the same id is applied once. */
  id: z.uuid(),
  shiftId: idSchema,
  /** The device's clock when the driver tapped; may be wrong, the server keeps its own as well. */
  deviceTime: momentSchema,
};

/** What a driver's device reports. Kept on the device until acknowledged, applied in order. */
export const driverCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('stop:arrive'), stopId: idSchema }),
  /** Tapped by mistake, or too soon; nobody has got in or out there yet. */
  z.strictObject({ ...base, type: z.literal('stop:takeBackArrival'), stopId: idSchema }),
  z.strictObject({ ...base, type: z.literal('ride:board'), rideId: idSchema }),
  z.strictObject({ ...base, type: z.literal('ride:alight'), rideId: idSchema }),
  z.strictObject({ ...base, type: z.literal('ride:noShow'), rideId: idSchema }),
  z.strictObject({ ...base, type: z.literal('stop:depart'), stopId: idSchema }),
  /** The driver goes home; refused while somebody is aboard or still to be fetched. */
  z.strictObject({ ...base, type: z.literal('shift:end') }),
  z.strictObject({ ...base, type: z.literal('shift:takeBackEnd') }),
  z.strictObject({ ...base, type: z.literal('vehicle:position'), at: coordinatesSchema }),
]);
export type DriverCommand = z.infer<typeof driverCommandSchema>;

/** `POST /api/v1/driver/commands`; also `driver:commands` on the socket with the same body. */
export const driverCommandsSchema = z.strictObject({
  commands: z.array(driverCommandSchema).min(1).max(200),
});

export const driverCommandResultSchema = z.object({
  id: z.string(),
  result: z.enum(['applied', 'appliedBefore', 'refused']),
  code: z.string().optional(),
  sentence: z.object({ ja: z.string(), en: z.string() }).optional(),
  /** What to do about it. */
  action: z.object({ ja: z.string(), en: z.string() }).optional(),
});
export type DriverCommandResult = z.infer<typeof driverCommandResultSchema>;

export const driverCommandsAnswerSchema = z.object({ results: z.array(driverCommandResultSchema) });
export type DriverCommandsAnswer = z.infer<typeof driverCommandsAnswerSchema>;
