import { Entrance } from '@tenure/http';
import type { Settings } from '@tenure/settings';

/** Listens where the settings say. An error names its remedy. */
export async function openEntrance({ host, port, apiKey }: Pick<Settings, 'host' | 'port' | 'apiKey'>): Promise<Entrance> {
  try {
    return await Entrance.open({ host, port, apiKey });
  } catch (error) {
    throw new Error(sentenceOf(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
}

function sentenceOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Set TENURE_PORT to another, or to 0 for any free one.`;
    case 'EADDRNOTAVAIL':
      return `${host} is not an address of this machine. Correct TENURE_HOST; 0.0.0.0 is all of them.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Set TENURE_PORT to one above 1023.`;
    default:
      return `It cannot listen at ${host}, port ${port} (TENURE_HOST, TENURE_PORT): ${message}.`;
  }
}
