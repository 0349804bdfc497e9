import { Describe, IsId, IsText, IsTime, type ShapeClass } from '@tenure/shape';
import { IsOptional } from 'class-validator';

/** The fields every command about a customer has. */
export abstract class CustomerCommand {
  @IsId()
  @Describe("Your own number or name for the customer; the customer's history is kept under it.", 'C-1001')
  customerId!: string;

  @IsOptional()
  @IsText(2000)
  @Describe('Free text for whoever reads the history. Kept with the personal data.', 'asked at the counter')
  note?: string | null;
}

/** A command that reports something that has happened, and when. */
export abstract class DatedCommand extends CustomerCommand {
  @IsOptional()
  @IsTime()
  @Describe(
    'When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.',
    '2026-03-01T12:30:00Z',
  )
  occurredAt?: string | null;
}

/** A command that voids or corrects a recorded fact. It has no date of its own: figures change at the date of the fact. */
export abstract class TakingBack extends CustomerCommand {
  @IsText(500)
  @Describe('Why it is taken back or corrected; shown in the history. Kept with the personal data.', 'typed twice')
  reason!: string;
}

/** A command that corrects a recorded fact: a field left out stays as it was. */
export abstract class Correction extends TakingBack {
  @IsOptional()
  @IsTime()
  @Describe('When the fact really happened, a time or a day; as recorded if left out.', '2026-03-01')
  occurredAt?: string | null;
}

/** What a command presupposes of the customer. */
export type Standing =
  /** The id is not known yet. */
  | 'unknown'
  /** The customer is known and not closed. */
  | 'open'
  /** The customer is known and closed. */
  | 'closed'
  /** The customer is known, closed or not: what is owed and what went wrong outlive the relationship. */
  | 'known';

/** A command as callers see it: its name, the shape of its body and its purpose. */
export interface CommandDefinition {
  /** As in `POST /v1/commands/<name>`. */
  readonly name: string;
  readonly aspect: string;
  readonly shape: ShapeClass<CustomerCommand>;
  readonly summary: string;
  readonly requires: Standing;
}
