'use client';

import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { ClaimCard } from './claim-card';
import { TreeItem, useCanvasTools } from './map-node-card';
import { type ClaimNodeType, isSameData } from './map-nodes';

export const ClaimNode = memo(
  function ClaimNode({ data }: NodeProps<ClaimNodeType>) {
    const { fold } = useCanvasTools();
    const { placed } = data;
    const ring = placed.ring === 1 ? 'inner' : 'outer';
    return (
      <TreeItem data={data} ring={ring}>
        <ClaimCard
          claim={data.claim}
          ring={ring}
          wing={placed.wing === 'end' ? 'end' : 'start'}
          flag={data.flag}
          isWaiting={data.isWaiting}
          language={data.language}
          base={data.base}
          strength={data.strength}
          effect={data.effect}
          linked={data.linked}
          tone={data.tone}
          isSelected={data.isSelected}
          isChanged={data.isChanged}
          hiddenCount={placed.hiddenCount}
          hasChildren={placed.hasChildren}
          onFold={(event) => {
            event.stopPropagation();
            fold(placed.id, placed.hiddenCount === 0);
          }}
        />
      </TreeItem>
    );
  },
  (one, other) => isSameData(one.data, other.data),
);
