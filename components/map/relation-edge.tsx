'use client';

import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { isSameData, type MapEdge } from './map-nodes';
import { RelationLine } from './relation-line';

/** A relation on the canvas. Its way comes from the layout, so the ends that the canvas computes are left aside. */
export const RelationEdge = memo(
  function RelationEdge({ data }: EdgeProps<MapEdge>) {
    if (!data) return null;
    return (
      <>
        <RelationLine
          line={data.line}
          side={data.side}
          tone={data.tone}
          isClosed={data.isClosed}
          isActive={data.isActive}
        />
        <path
          d={data.line.path}
          {...(data.line.offset && {
            transform: `translate(${data.line.offset.x} ${data.line.offset.y})`,
          })}
          fill="none"
          stroke="transparent"
          strokeWidth={14}
        />
      </>
    );
  },
  (one, other) => isSameData(one.data, other.data),
);
