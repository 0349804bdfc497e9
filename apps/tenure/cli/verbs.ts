import { access } from './access.js';
import { analyse } from './analyse.js';
import { backup } from './backup.js';
import { churn } from './churn.js';
import { command } from './command.js';
import { complaints } from './complaints.js';
import { config } from './config.js';
import { customer } from './customer.js';
import { customers } from './customers.js';
import { definitions } from './definitions.js';
import { demo } from './demo.js';
import { doctor } from './doctor.js';
import { events } from './events.js';
import { exportVerb } from './export.js';
import { history } from './history.js';
import { importVerb } from './import.js';
import { keys } from './keys.js';
import { lifecycle } from './lifecycle.js';
import { migrate } from './migrate.js';
import { model } from './model.js';
import { parked } from './parked.js';
import { rebuild } from './rebuild.js';
import { replay } from './replay.js';
import { republish } from './republish.js';
import { restore } from './restore.js';
import { retention } from './retention.js';
import { revenue } from './revenue.js';
import { start } from './start.js';
import { status } from './status.js';
import { stop } from './stop.js';
import { terms } from './terms.js';
import { value } from './value.js';
import type { Verb } from './verb.js';

/** In the order in which a newcomer needs them. */
export const verbs: readonly Verb[] = [
  start,
  stop,
  demo,
  importVerb,
  analyse,
  command,
  customers,
  customer,
  history,
  events,
  retention,
  lifecycle,
  revenue,
  churn,
  value,
  terms,
  complaints,
  definitions,
  model,
  rebuild,
  replay,
  exportVerb,
  status,
  doctor,
  parked,
  republish,
  backup,
  restore,
  keys,
  access,
  config,
  migrate,
];
