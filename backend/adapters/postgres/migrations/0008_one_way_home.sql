-- Two operators at once cannot book two ways home for one ride: neither of them sees what the other writes.

CREATE UNIQUE INDEX ride_one_way_home ON ride (return_of)
  WHERE return_of IS NOT NULL AND status IN ('willCall', 'booked', 'assigned', 'vehicleArrived', 'onBoard', 'done');
