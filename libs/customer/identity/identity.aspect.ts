import { type Aspect, command } from '../aspect.js';
import { ChangeCustomerDetails } from './change-customer-details.command.js';
import { CloseCustomer } from './close-customer.command.js';
import { decideChangeDetails, decideClose, decideRegister, decideReopen } from './decide.js';
import { identityEventSchemas } from './event-schemas.js';
import type { CustomerRegistered } from './events.js';
import { evolveClosed, evolveDetailsChanged, evolveRegistered, evolveReopened, type IdentityState, nobody } from './evolve.js';
import { RegisterCustomer } from './register-customer.command.js';
import { ReopenCustomer } from './reopen-customer.command.js';

export const identity: Aspect<'identity', IdentityState> = {
  name: 'identity',
  initial: nobody,
  ids: [],
  commands: [
    command(RegisterCustomer, 'unknown', 'Make a customer known.', decideRegister),
    command(ChangeCustomerDetails, 'known', 'Change what is known of a customer.', decideChangeDetails),
    command(CloseCustomer, 'known', 'End the relationship with a customer.', decideClose),
    command(ReopenCustomer, 'closed', 'Take a closed customer back.', decideReopen),
  ],
  eventSchemas: identityEventSchemas,
  events: [
    {
      type: 'CustomerRegistered',
      versions: [1],
      evolve: evolveRegistered,
      sentence: ({ party }: CustomerRegistered) => `Registered as ${party}`,
    },
    {
      type: 'CustomerDetailsChanged',
      versions: [1],
      rank: 1,
      evolve: evolveDetailsChanged,
      sentence: () => 'Details changed',
    },
    {
      type: 'CustomerClosed',
      versions: [1, 2],
      rank: 2,
      evolve: evolveClosed,
      sentence: () => 'Closed',
    },
    {
      type: 'CustomerReopened',
      versions: [1, 2],
      rank: 3,
      evolve: evolveReopened,
      sentence: () => 'Reopened',
    },
  ],
};
