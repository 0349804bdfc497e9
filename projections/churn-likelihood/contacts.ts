import type { QueryContext, StillSealed } from '@tenure/querying';
import type { FileDocument } from '../customer-file/document.js';
import { valueIn } from '../shared/last-write/register-list.js';
import { liveView } from '../shared/reading/live-view.js';
import { openPersonal } from '../shared/reading/open-personal.js';

/** Contact details of a customer: joined when a list is read, and never stored with a score. */
export interface Contact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly sealed?: StillSealed;
}

export const noContacts = 'Names and contacts are left out: this key has no role that may read personal data.';

/** Contacts of a page of customers, in their order; null where the reader may not see them. */
export async function contactsOf(context: QueryContext, customerIds: readonly string[]): Promise<Contact[] | null> {
  const { snapshot, reader } = context;
  if (!reader.personal) return null;
  const view = await liveView(snapshot, 'customer-file');
  const kept = await Promise.all(
    customerIds.map(async (customerId) => {
      const stored = await snapshot.get(view, customerId);
      const { personal } = stored === null ? { personal: [] } : (JSON.parse(stored.body) as FileDocument);
      return { customerId, fields: { name: valueIn(personal, 'name'), email: valueIn(personal, 'email'), phone: valueIn(personal, 'phone') } };
    }),
  );
  return (await openPersonal(context, kept)).map(({ fields: { name = null, email = null, phone = null }, sealed }) => ({
    name,
    email,
    phone,
    ...(sealed !== null && { sealed }),
  }));
}
