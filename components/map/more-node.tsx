'use client';

import type { NodeProps } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { TreeItem } from './map-node-card';
import type { MoreNodeType } from './map-nodes';

/** Stands for claims of a family that are not shown; a press shows the next of them. */
export function MoreNode({ data }: NodeProps<MoreNodeType>) {
  const t = useTranslations('map.more');
  return (
    <TreeItem data={data} ring="outer">
      <p className="map-more">{t(data.direction, { count: data.count })}</p>
    </TreeItem>
  );
}
