// The thread in which opinion maps and their replays are drawn, one after the other: requests never wait for it. Started by
// `opinion-store`; its imports are relative, because nothing resolves aliases here.

import { parentPort } from 'node:worker_threads';
import { drawOpinions, type OpinionTask } from '../../../domain/stance/opinion/draw-map';
import { drawTimeline, type TimelineTask } from '../../../domain/stance/opinion/timeline';

export type OpinionThreadTask = ({ kind: 'map' } & OpinionTask) | ({ kind: 'timeline' } & TimelineTask);

parentPort?.on('message', (task: OpinionThreadTask) => {
  parentPort?.postMessage({ type: 'started' });
  const result = task.kind === 'map' ? drawOpinions(task) : drawTimeline(task);
  parentPort?.postMessage({ type: 'done', result });
});
