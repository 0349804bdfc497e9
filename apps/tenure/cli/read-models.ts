/** The read models there are, by the names that the API knows them under. */
export const readModels = ['customer-file', 'retention', 'lifecycle', 'churn-likelihood', 'lifetime-value', 'complaints'] as const;
