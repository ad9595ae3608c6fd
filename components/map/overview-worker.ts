import { icicleOf } from '@/lib/domain/layout/icicle';

/** Lays out the overview of a whole map away from the page. */
self.onmessage = ({ data }: MessageEvent<{ hash: string; parents: number[]; sides: string }>) => {
  self.postMessage({ hash: data.hash, icicle: icicleOf(data.parents, data.sides) });
};
