'use client';

import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { TreeItem } from './map-node-card';
import { isSameData, type MotionNodeType } from './map-nodes';
import { MotionCard } from './motion-card';

export const MotionNode = memo(
  function MotionNode({ data }: NodeProps<MotionNodeType>) {
    return (
      <TreeItem data={data} ring="motion">
        <MotionCard debate={data.debate} isSelected={data.isSelected} tone={data.tone} />
      </TreeItem>
    );
  },
  (one, other) => isSameData(one.data, other.data),
);
