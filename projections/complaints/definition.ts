import type { Definition } from '@tenure/querying';

export const complaintsDefinition: Definition = {
  name: 'complaints',
  title: 'Complaints',
  summary: 'What customers complained about, how it stands, and how long it took to resolve.',
  counts:
    'Complaints, one by one. A complaint that is reopened and resolved again is one complaint, resolved twice. One that was voided never was, one that was corrected is what it was corrected to.',
  formula:
    'status: resolved while it was resolved once more than reopened, else the last step taken, open while there is none. Time to resolve: from opening to the last resolution, for complaints that are resolved; it runs on while a complaint is reopened. ' +
    'opened, acknowledged, resolved, reopened: steps taken in the month. openNow: everything that is not resolved at the end of the present, where that is a day that was asked for, else now. meanHoursToResolve: hours added up / complaints.',
  window:
    'Months from the first complaint to the latest step, unless from and to say otherwise: days, both inclusive, widened to whole months. A time to resolve is counted in the month of the last resolution, so a reopening takes it back out. The present is the day of the latest step, never after today; its month is marked inProgress: its figures will still grow. Asked about an earlier day (present), the summary knows nothing that is dated later: who complained, what was done, how it stood are as of that day. ' +
    'In a list and in the export from and to choose by the day on which a complaint was opened.',
  timezone:
    'The parameter, else the reporting time zone of the installation: days and months begin at midnight there. What happened on a day falls on that day in every zone.',
  leftOut: [
    'Steps of a complaint that was never logged.',
    "The description in the customer's own words: it is personal and stays with the customer's history.",
  ],
  example:
    'A complaint of high severity is opened on 1 March 08:00, resolved on 1 March 20:00, reopened on 2 March, resolved on 3 March 08:00. March: opened 1, resolved 2, reopened 1, openNow 0; one time to resolve, 48 hours, in the class up to 72.',
  fields: {
    subject: 'What about, in the words of whoever logged it; null where it is sealed',
    resolution: 'How it was settled, in the words of whoever said so; null unless it is resolved now, and where it is sealed',
    sealed:
      'What was said and is not shown, and why: the key of the customer cannot be had, or your key has no role for personal data. In rows: subject, resolution',
    status: 'open, acknowledged, reopened or resolved',
    openedAt: 'When it was logged as having happened: a day, or a time in UTC',
    acknowledgedAt: 'First acknowledgement',
    resolvedAt: 'Last resolution; null unless it is resolved now',
    secondsToResolve: 'resolvedAt - openedAt; where either is a day, whole days, 0 on the same day: such a complaint is in no class below 24 hours',
    reopened: 'How many times',
    compensation: 'What was given, by currency, over all resolutions',
    openNow: 'Complaints that are not resolved, by severity; as of the day that present asks for',
    timeToResolve: 'Complaints by class of time to resolve: shorter than so many hours, and not than the class before',
    meanHoursToResolve: 'Mean time to resolve in hours; null for none',
    compensationMinor_USD: 'In rows: compensation in minor units, a column for each currency',
    present: 'The day at which knowledge ends, and why that one: latest-fact, now or asked',
  },
};
