import { useEffect, useMemo, useRef, useState } from 'react';
import type { ShiftView } from '../../backend/contract/index.ts';
import type { MapTour } from '../../screen-kit/map/TourLayer.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';

interface HeldLine {
  readonly version: number;
  readonly line: MapTour['line'];
}

/**
 * The planned lines of all shifts that still have stops ahead. They are asked for one after the other, the selected
 * shift first, and again when its schedule has changed; until a line has come (or where the account may not ask) the
 * stops are joined straight.
 */
export function useTourLines(
  shifts: ReadonlyMap<string, ShiftView>,
  selectedId: string | null,
): readonly MapTour[] {
  const { api } = useScreen();
  const [held, setHeld] = useState<ReadonlyMap<string, HeldLine>>(new Map());
  const wanted = useMemo(
    () =>
      [...shifts.values()]
        .filter((shift) => shift.stops.some((stop) => stop.state !== 'departed'))
        .sort((a, b) => Number(b.id === selectedId) - Number(a.id === selectedId)),
    [shifts, selectedId],
  );
  const missing = wanted.find((shift) => held.get(shift.id)?.version !== shift.version);
  const isAsking = useRef(false);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` starts the next question when one is over.
  useEffect(() => {
    if (!missing || isAsking.current) return;
    isAsking.current = true;
    void api
      .tourLine(missing.id)
      .then(
        ({ line }) => line,
        () => straightLine(missing),
      )
      .then((line) => {
        isAsking.current = false;
        setHeld((lines) => new Map(lines).set(missing.id, { version: missing.version, line }));
        setTurn((count) => count + 1);
      });
  }, [api, missing?.id, missing?.version, turn]);

  return useMemo(
    () =>
      wanted.map((shift) => ({
        id: shift.id,
        line: held.get(shift.id)?.line ?? straightLine(shift),
        isSelected: shift.id === selectedId,
      })),
    [wanted, held, selectedId],
  );
}

function straightLine(shift: ShiftView): MapTour['line'] {
  const { depot } = shift;
  const ends: [number, number] = [depot.lon, depot.lat];
  const places = shift.stops.flatMap((stop): [number, number][] =>
    stop.place ? [[stop.place.lon, stop.place.lat]] : [],
  );
  return [ends, ...places, ends];
}
