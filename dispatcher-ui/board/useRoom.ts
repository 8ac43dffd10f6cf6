import { type RefObject, useEffect, useState } from 'react';

/** Room for the figure of the last hour. */
const LAST_HOUR_PX = 24;

/** Pixels the hours have beside the names of the vehicles; 0 until measured. */
export function useRoom(scroller: RefObject<HTMLDivElement | null>, isShown: boolean): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const ground = scroller.current;
    if (!ground || !isShown) return;
    const resize = new ResizeObserver(() => {
      const names = ground.querySelector<HTMLElement>('.boardName')?.offsetWidth ?? 0;
      setRoom(Math.max(0, ground.clientWidth - names - LAST_HOUR_PX));
    });
    resize.observe(ground);
    return () => resize.disconnect();
  }, [scroller, isShown]);
  return room;
}
