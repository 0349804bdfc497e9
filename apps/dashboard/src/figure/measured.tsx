import { type ReactNode, useEffect, useRef, useState } from 'react';
import './measured.css';

/** Draws what is below it for the width that there is, in pixels: letters of a chart keep their size on a narrow screen. A wider chart scrolls. */
export function Measured({ children }: { readonly children: (width: number) => ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watched.observe(box.current!);
    return () => watched.disconnect();
  }, []);
  return (
    <div className="scroll" ref={box}>
      {width === null ? null : children(width)}
    </div>
  );
}
