import { accountContracts } from './account-contracts';
import { annotationContracts } from './annotation-contracts';
import { boardContracts } from './board-contracts';
import type { AnyContract } from './contract';
import { debateContracts } from './debate-contracts';
import { documentContracts } from './document-contracts';
import { groupContracts } from './group-contracts';
import { liveContracts } from './live-contracts';
import { mailContracts } from './mail-contracts';
import { mapContracts } from './map-contracts';
import { notificationContracts } from './notification-contracts';
import { opinionContracts } from './opinion-contracts';
import { peopleContracts } from './people-contracts';
import { pupilContracts } from './pupil-contracts';
import { reportContracts } from './report-contracts';
import { roomContracts } from './room-contracts';
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
  ...notificationContracts,
  ...mailContracts,
  ...liveContracts,
  ...pupilContracts,
  ...boardContracts,
  ...roomContracts,
  ...peopleContracts,
  ...groupContracts,
  ...opinionContracts,
  ...reportContracts,
} as const;

/** All contracts as a list, for the document and for tests. */
export const contractList = Object.values(contracts) as unknown as readonly AnyContract[];
