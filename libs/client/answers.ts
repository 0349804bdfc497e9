import type { components } from './api.generated.js';

/** Answers of the API as `openapi.json` declares them, by short names. */
type Schemas = components['schemas'];

export type AcceptedCommand = Schemas['AcceptedCommand'];
/** One line of the answer to many commands. */
export type CommandAnswer = Schemas['CommandLine'];
export type EventEnvelope = Schemas['CloudEvent'];
export type EngineStatus = Schemas['Status'];
export type Retention = Schemas['RetentionAnswer'];
export type RetentionCell = NonNullable<Retention['cohorts'][number]['cells'][number]>;
/** Where the knowledge behind a figure ends. */
export type Present = Retention['definition']['present'];
export type Lifecycle = Schemas['LifecycleAnswer'];
export type CustomerList = Schemas['CustomersAnswer'];
export type ChurnLikelihood = Schemas['CustomerChurnLikelihoodAnswer'];
export type ChurnList = Schemas['ChurnLikelihoodAnswer'];
export type CustomerAtRisk = ChurnList['items'][number];
export type LifetimeValueList = Schemas['LifetimeValueAnswer'];
export type LifetimeValue = LifetimeValueList['items'][number];
export type LifetimeValueCells = Schemas['LifetimeValueCellsAnswer'];
export type Money = LifetimeValueCells['cells'][number]['totalValue'];
export type ComplaintList = Schemas['ComplaintsAnswer'];
export type Complaint = ComplaintList['items'][number];
export type ComplaintSummary = Schemas['ComplaintsSummaryAnswer'];
export type FittedModel = Schemas['ModelFit'];
export type Rebuild = Schemas['Rebuild'];
/** Who did what, from where: like things of one minute. */
export type AccessItem = Schemas['AccessRecord'];
export type ApiKey = Schemas['Key'];
export type CreatedApiKey = Schemas['CreatedKey'];
export type ParkedCustomer = Schemas['ParkedCustomer'];
export type ExportManifest = Schemas['ExportManifest'];
export type ModelBacktest = Schemas['ModelBacktest'];
export type ListedModel = Schemas['ListedModel'];
export type DefinitionLine = Schemas['DefinitionLine'];
export type ImportPreset = Schemas['ImportPreset'];
