export interface ParkedCustomer {
  readonly projection: string;
  readonly customerId: string;
  readonly revision: number;
  readonly eventType: string;
  readonly reason: string;
  readonly parkedAt: number;
}
