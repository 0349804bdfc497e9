import type { Preset } from './preset.js';
import { column, joined } from './source.js';

const shared = { kind: 'customers', currency: 'none' } as const;

export const hubspotContacts: Preset = {
  ...shared,
  name: 'hubspot-contacts',
  file: 'HubSpot: Contacts > Export',
  signature: ['Record ID', 'First Name', 'Last Name', 'Email', 'Create Date'],
  fields: {
    customer_id: column('Record ID'),
    name: joined('First Name', 'Last Name'),
    email: column('Email'),
    phone: column('Phone Number', 'Mobile Phone Number'),
    occurred_at: column('Create Date'),
    region: column('Country/Region', 'Country'),
  },
  notes: 'times are those of the account: --time-zone unless it is the one of the engine',
};

export const salesforceContacts: Preset = {
  ...shared,
  name: 'salesforce-contacts',
  file: 'Salesforce: contacts, by Data Loader or Data Export',
  signature: ['Id', 'FirstName', 'LastName', 'Email', 'AccountId', 'CreatedDate'],
  fields: {
    customer_id: column('Id'),
    name: joined('FirstName', 'LastName'),
    email: column('Email'),
    phone: column('MobilePhone', 'Phone'),
    occurred_at: column('CreatedDate'),
    region: column('MailingCountry'),
  },
  leaveOut: (cell) => (cell('IsDeleted').toLowerCase() === 'true' ? 'deleted' : null),
  notes: 'times carry their zone',
};

export const pipedrivePersons: Preset = {
  ...shared,
  name: 'pipedrive-persons',
  file: 'Pipedrive: Contacts > People > Export',
  signature: ['Person - ID', 'Person - Name'],
  fields: {
    customer_id: column('Person - ID'),
    name: column('Person - Name'),
    email: column('Person - Email - Work', 'Person - Email', 'Person - Email - Home', 'Person - Email - Other'),
    phone: column('Person - Phone - Work', 'Person - Phone', 'Person - Phone - Mobile'),
    occurred_at: column('Person - Person created', 'Person - Created'),
  },
  notes: 'times are those of the account: --time-zone unless it is the one of the engine',
};

export const zohoContacts: Preset = {
  ...shared,
  name: 'zoho-contacts',
  file: 'Zoho CRM: Contacts > Export',
  signature: ['Record Id', 'Contact Owner', 'First Name', 'Last Name', 'Email', 'Created Time'],
  fields: {
    customer_id: column('Record Id'),
    name: joined('First Name', 'Last Name'),
    email: column('Email'),
    phone: column('Mobile', 'Phone'),
    occurred_at: column('Created Time'),
    region: column('Mailing Country'),
  },
  notes: 'times are those of the account: --time-zone unless it is the one of the engine',
};
