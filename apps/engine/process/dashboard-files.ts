import { fileURLToPath } from 'node:url';
import { DashboardFiles } from '@tenure/http';

/** As `npm run build` leaves it. */
export const dashboardFiles = (): DashboardFiles => new DashboardFiles(fileURLToPath(new URL('../../../dashboard/web', import.meta.url)));
