import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../session/session.js';
import { nothingYet, type Report, withLine } from './report.js';
import { type ImportState, importQuery } from './state.js';

export interface Run {
  readonly file: File;
  readonly state: ImportState;
  readonly isTrial: boolean;
  readonly report: Report;
  readonly isRunning: boolean;
  /** Refused before it began, or broken off. */
  readonly error: Error | null;
}

/** So often a running import is shown. */
const SHOWN_EVERY_MS = 100;

/** One import at a time, tried or in earnest; the next one ends the one before. */
export function useImport(): { readonly run: Run | null; begin(file: File, state: ImportState, isTrial: boolean): void; end(): void } {
  const { client } = useSession();
  const [run, setRun] = useState<Run | null>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  async function follow(begun: Run, signal: AbortSignal): Promise<void> {
    let report = nothingYet();
    let shownAt = performance.now();
    const show = (more: Partial<Run>): void => {
      if (!signal.aborted) setRun({ ...begun, report, ...more });
    };
    show({});
    try {
      const request = { path: { kind: begun.state.kind }, query: importQuery(begun.state, begun.file.name, begun.isTrial) };
      for await (const line of client.until(signal).postFile('/v1/imports/{kind}', begun.file, request)) {
        report = withLine(report, line);
        if (performance.now() - shownAt < SHOWN_EVERY_MS) continue;
        shownAt = performance.now();
        show({});
      }
      show({ isRunning: false });
    } catch (error) {
      show({ isRunning: false, error: error as Error });
    }
  }

  return {
    run,
    begin(file, state, isTrial) {
      under.current?.abort();
      under.current = new AbortController();
      void follow({ file, state, isTrial, report: nothingYet(), isRunning: true, error: null }, under.current.signal);
    },
    end() {
      under.current?.abort();
      setRun(null);
    },
  };
}
