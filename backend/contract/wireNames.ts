/** Header of HTTP: the rider for whom a proxy acts in this call. */
export const ACTING_FOR_HEADER = 'X-Ainori-For';
/** The doorbell: there may be something new, read on. Carries nothing, so losing it loses nothing. */
export const FEED_RING = 'feed:ring';
/** Question of `feedReadSchema`, answered by acknowledgement. */
export const FEED_READ = 'feed:read';
/** `driverCommandsSchema` over the socket, answered by acknowledgement. */
export const DRIVER_COMMANDS = 'driver:commands';
/** A call on this account's screen changed: ask `GET /api/v1/telephony/calls` again. Carries nothing. */
export const CALL_RING = 'call:ring';
/** How long a booking or a cancellation can be undone, in seconds, as the desk counts them down. */
export const UNDO_SECONDS = 10;
/** `openRiderSchema`, answered by acknowledgement with `riderPresenceSchema` (or null when nothing is open any more). */
export const RIDER_OPEN = 'rider:open';
/** `riderPresenceSchema`: who else has the rider open now. */
export const RIDER_PRESENCE = 'rider:presence';
