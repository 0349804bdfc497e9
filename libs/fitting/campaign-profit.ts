import { type ProfitCurve, probabilityOfLogOdds, profitCurve, type RetentionCampaign } from '@tenure/models';

/** What a campaign to keep customers would have brought, with what it was asked for. Money in major units of the currency. */
export interface CampaignProfit extends RetentionCampaign, ProfitCurve {
  readonly currency: string;
}

/** `logOdds`: of no purchase within the horizon; `silent`: 1 for each customer without one, who is taken to have left. */
export function campaignProfit(logOdds: Float64Array, silent: Uint8Array, campaign: RetentionCampaign, currency: string): CampaignProfit {
  const { valueKept, contactCost, offerCost, acceptance } = campaign;
  return { currency, valueKept, contactCost, offerCost, acceptance, ...profitCurve(logOdds.map(probabilityOfLogOdds), silent, campaign) };
}
