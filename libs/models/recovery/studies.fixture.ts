import { bgBbStudy } from './bg-bb-study.fixture.js';
import { gammaGammaStudy } from './gamma-gamma-study.fixture.js';
import { purchaseStudies } from './purchase-studies.fixture.js';
import type { Study } from './recovery.fixture.js';
import { retentionStudies } from './retention-studies.fixture.js';

export { coverageTolerance, meanCoverage, recoveryOf } from './recovery.fixture.js';

/** One for each model. */
export const studies: readonly Study[] = [...purchaseStudies, bgBbStudy, ...retentionStudies, gammaGammaStudy];
