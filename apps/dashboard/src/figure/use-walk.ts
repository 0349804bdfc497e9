import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

const steps: Record<string, readonly [row: number, column: number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Props of a cell that can be walked to. */
export interface WalkedCell {
  readonly 'data-cell': string;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

/** Arrow keys walk the cells below `within`, one of which is a stop of the Tab key (WAI-ARIA Authoring Practices, roving tabindex). */
export function useWalk<Within extends Element>(): {
  readonly within: RefObject<Within | null>;
  readonly walk: (event: KeyboardEvent) => void;
  readonly cell: (row: number, column: number) => WalkedCell;
} {
  const within = useRef<Within>(null);
  const [stop, setStop] = useState<readonly [row: number, column: number]>([0, 0]);
  return {
    within,
    walk: (event) => {
      const step = steps[event.key];
      if (step === undefined) return;
      const next = within.current?.querySelector<HTMLElement | SVGElement>(`[data-cell="${stop[0] + step[0]},${stop[1] + step[1]}"]`);
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
    cell: (row, column) => ({
      'data-cell': `${row},${column}`,
      tabIndex: stop[0] === row && stop[1] === column ? 0 : -1,
      onFocus: () => setStop([row, column]),
    }),
  };
}
