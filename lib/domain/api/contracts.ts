import { accountContracts } from './account-contracts';
import { annotationContracts } from './annotation-contracts';
import type { AnyContract } from './contract';
import { debateContracts } from './debate-contracts';
import { documentContracts } from './document-contracts';
import { mapContracts } from './map-contracts';
import { searchContracts } from './search-contracts';
import { serviceContracts } from './service-contracts';
import { sourceContracts } from './source-contracts';
import { tourContracts } from './tour-contracts';
import { voteContracts } from './vote-contracts';
import { webAnnotationContracts } from './web-annotation-contracts';

/** Every route of /api/v1. A route file without a contract here, or the other way round, fails a test. */
export const contracts = {
  ...serviceContracts,
  ...debateContracts,
  ...documentContracts,
  ...sourceContracts,
  ...mapContracts,
  ...searchContracts,
  ...tourContracts,
  ...voteContracts,
  ...annotationContracts,
  ...webAnnotationContracts,
  ...accountContracts,
} as const;

/** All contracts as a list, for the document and for tests. */
export const contractList = Object.values(contracts) as unknown as readonly AnyContract[];
