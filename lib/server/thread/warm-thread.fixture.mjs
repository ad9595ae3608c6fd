// A thread that says which one it is, works for ever, fails or fills its memory, as it is told.

import { parentPort, threadId } from 'node:worker_threads';

parentPort.on('message', (task) => {
  parentPort.postMessage({ type: 'started' });
  if (task === 'fail') throw new Error('broken');
  const filled = [];
  while (task === 'work for ever' || task === 'fill')
    if (task === 'fill') filled.push(new Array(1000).fill(0.5));
  parentPort.postMessage({ type: 'done', result: threadId });
});
