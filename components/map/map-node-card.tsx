'use client';

import { Handle, Position } from '@xyflow/react';
import { type CSSProperties, createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { heightKey, type Ring } from './map-layout-input';
import type { MapNode } from './map-nodes';

/** What cards need of the canvas around them. */
export interface CanvasTools {
  observe: (element: HTMLElement) => () => void;
  fold: (claimId: string, isFolded: boolean) => void;
  /** The card that should take the focus as soon as it is there. */
  wantsFocus: { current: string | null };
}

export const CanvasToolsContext = createContext<CanvasTools | null>(null);

export function useCanvasTools(): CanvasTools {
  const tools = useContext(CanvasToolsContext);
  if (tools === null) throw new Error('A card of the map needs the canvas around it');
  return tools;
}

interface TreeItemProps {
  data: MapNode['data'];
  ring: Ring | 'motion';
  children: ReactNode;
}

/** One item of the tree that the canvas is: holds the focus, the name and the place; the card inside is for the eye. */
export function TreeItem({ data, ring, children }: TreeItemProps) {
  const { placed, place } = data;
  const { observe, wantsFocus } = useCanvasTools();
  const ref = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => (card.current ? observe(card.current) : undefined), [observe]);
  // Runs with every render on purpose: a card may be wanted before it is drawn.
  useEffect(() => {
    if (!data.isActive || wantsFocus.current !== placed.id) return;
    wantsFocus.current = null;
    ref.current?.focus({ preventScroll: true });
  });

  const isFolded = placed.hiddenCount > 0;
  return (
    <div
      ref={ref}
      className="map-node"
      style={{ height: '100%', '--card-height': placed.heightPx } as CSSProperties}
      role="treeitem"
      tabIndex={data.isActive ? 0 : -1}
      data-claim-id={placed.id}
      aria-label={data.name}
      aria-level={place?.level ?? 1}
      aria-posinset={place?.position ?? 1}
      aria-setsize={place?.setSize ?? 1}
      aria-selected={data.isSelected}
      aria-expanded={placed.hasChildren && ring !== 'motion' ? !isFolded : undefined}
    >
      {/* Lines find their way by the layout; the canvas draws none without these. */}
      <Handle type="source" position={Position.Right} isConnectable={false} className="map-handle" />
      <Handle type="target" position={Position.Right} isConnectable={false} className="map-handle" />
      <div ref={card} data-height-key={heightKey(placed.id, ring)} className="map-node-card">
        {children}
      </div>
    </div>
  );
}
