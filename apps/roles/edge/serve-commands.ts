import { CommandProcessor } from '@tenure/commanding';
import type { EventLog } from '@tenure/event-log';
import type { HttpPorts } from '@tenure/http/ports';
import type { Settings } from '@tenure/settings';
import { importer } from './importer.js';

/** Commands one by one, in bulk, and from files. Needs the log only. */
export function serveCommands(log: EventLog, { allowedSkew }: Pick<Settings, 'allowedSkew'>): Pick<HttpPorts, 'commands' | 'importer'> {
  const processor = new CommandProcessor(log, { allowedSkewMs: allowedSkew * 1000, assumeNewcomers: false });
  return { commands: processor, importer: importer(processor) };
}
