// The thread in which places are looked for in a new text: seconds of reckoning, in which requests go on being answered.
// Started by `version-in-worker`; its imports are relative, because nothing resolves aliases here.

import { parentPort } from 'node:worker_threads';
import type { KnownText, StandingGroup, VersionTask } from '../../domain/source/version-plan';
import { anchorsOf, planVersion } from '../../domain/source/version-plan';

export type SourceTask =
  | { type: 'plan'; task: VersionTask }
  | { type: 'anchors'; groups: { group: StandingGroup; isOriginal: boolean }[]; to: KnownText };

parentPort?.once('message', (asked: SourceTask) => {
  parentPort?.postMessage({ type: 'started' });
  const result =
    asked.type === 'plan'
      ? planVersion(asked.task)
      : asked.groups.map(({ group, isOriginal }) => anchorsOf(group, asked.to, isOriginal));
  parentPort?.postMessage({ type: 'done', result });
});
