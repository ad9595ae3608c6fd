'use client';

import { type EdgeTypes, type NodeTypes, ReactFlow, ReactFlowProvider, useStore } from '@xyflow/react';
import dynamic from 'next/dynamic';
import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { mayRelate } from '@/components/edit/edit-rights';
import { latePart } from '@/components/ui/late-part';
import { useContributionActions } from '@/lib/client/contributions';
import { countBelow } from '@/lib/domain/debate/outline';
import { ClaimNode } from './claim-node';
import { fittedViewport, openingViewport } from './fitted-viewport';
import { LinkDragLine } from './link-drag-line';
import type { CanvasSize } from './map-layout-input';
import { MapLocator } from './map-locator';
import { neighbourhoodOf } from './map-neighbourhood';
import { CanvasToolsContext } from './map-node-card';
import { mapEdges, mapNodes, type PictureState } from './map-nodes';
import { type TreeRow, treePlaces } from './map-words';
import { MapZoom } from './map-zoom';
import { MoreNode } from './more-node';
import { MotionNode } from './motion-node';
import { RelationEdge } from './relation-edge';
import { UntangleButton } from './untangle-button';
import { useCanvasDom } from './use-canvas-dom';
import { useCanvasLayout } from './use-canvas-layout';
import { useChanges } from './use-changes';
import { useLargeBranches } from './use-large-branches';
import { useLinkDrag } from './use-link-drag';
import { type Contribute, useMapKeys } from './use-map-keys';
import type { MapModel } from './use-map-model';
import { useMapViewport } from './use-map-viewport';
import { useMeasuredHeights } from './use-measured-heights';
import { useUntangled } from './use-untangled';
import { WholeOverview } from './whole-overview';

const RelateDialog = dynamic(
  latePart(() => import('@/components/edit/relate-dialog').then((module) => module.RelateDialog)),
  { ssr: false },
);

const KeysDialog = dynamic(() => import('./keys-dialog').then((module) => module.KeysDialog), { ssr: false });

const MapSearch = dynamic(() => import('./map-search').then((module) => module.MapSearch), { ssr: false });

const nodeTypes: NodeTypes = { claim: ClaimNode, motion: MotionNode, more: MoreNode };
const edgeTypes: EdgeTypes = { relation: RelationEdge };

/** From this many lines across the tree, the reader is offered to have them untangled. */
const MANY_CROSS_LINKS = 12;

/** How much cards say at a zoom; see the style sheet. */
type Detail = 'full' | 'text' | 'title' | 'code' | 'dot';
const detailAt = (zoom: number): Detail =>
  zoom >= 0.855 ? 'full' : zoom >= 0.795 ? 'text' : zoom >= 0.45 ? 'title' : zoom >= 0.2 ? 'code' : 'dot';

export interface MapCanvasProps {
  model: MapModel;
  canvas: CanvasSize;
  /** Where in the map bar the zoom buttons go. */
  zoomSlot: HTMLElement | null;
  contribute: Contribute;
  isShowingKeys: boolean;
  onShowKeys: (isShowing: boolean) => void;
}

/** The map that can be moved, zoomed, folded and walked by keyboard. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ model, canvas, zoomSlot, contribute, isShowingKeys, onShowKeys }: MapCanvasProps) {
  const { debate, drawn, outline, flags, state, dispatch, selectedId, t, words } = model;
  const { announce } = useContributionActions();
  const detail = useStore((store) => detailAt(store.transform[2]));
  const { measured, observe } = useMeasuredHeights(detail === 'full');
  const [relating, setRelating] = useState<{ fromId: string; toId: string | null } | null>(null);
  const isPart = debate.part !== null;
  const [anchorId, setAnchorId] = useState(selectedId);
  const [activeId, setActiveId] = useState(selectedId ?? debate.motion.id);
  const wantsFocus = useRef<string | null>(null);

  const ordinary = useCanvasLayout(model, canvas, anchorId, measured);
  const untangling = useUntangled(debate.part?.hash ?? debate.id, ordinary);
  const { layout } = untangling;
  const branches = useLargeBranches(model, layout);
  const isDrawn = useCallback(
    (claimId: string) => layout.claims.some((claim) => claim.id === claimId),
    [layout],
  );
  const changes = useChanges(layout);
  const viewport = useMapViewport(layout, canvas, changes.isSettled, debate.part !== null);

  /** Opens what hides a claim; the map folds other branches for it if it must. */
  const uncover = useCallback(
    (claimId: string) => {
      const hiding: string[] = [];
      let at = outline.nodeById.get(claimId)?.parentId ?? null;
      for (; at !== null; at = outline.nodeById.get(at)?.parentId ?? null) hiding.push(at);
      setAnchorId(claimId);
      if (hiding.some((id) => state.folded.has(id))) dispatch({ type: 'unfold', claimIds: hiding });
    },
    [outline, state.folded, dispatch],
  );

  // What the address selects is always on the picture.
  useEffect(() => {
    if (selectedId === null) return;
    if (isDrawn(selectedId)) viewport.reveal([selectedId]);
    else if (drawn.claimById.has(selectedId)) uncover(selectedId);
  }, [selectedId, isDrawn, drawn, uncover, viewport.reveal]);

  // Another layout of the same map is read from its motion on.
  const wasUntangled = useRef(untangling.isOn);
  useEffect(() => {
    if (wasUntangled.current === untangling.isOn) return;
    wasUntangled.current = untangling.isOn;
    viewport.reveal([selectedId ?? debate.motion.id]);
  }, [untangling.isOn, selectedId, debate.motion.id, viewport.reveal]);

  // A branch that was opened by hand comes into view.
  const opened = useRef<string | null>(null);
  useEffect(() => {
    const children = layout.claims.filter((claim) => claim.parentId === opened.current);
    if (opened.current === null || children.length === 0) return;
    // A large branch stays in its place: at most the map is drawn aside until its first claim is in view.
    const wanted = isPart ? children.slice(0, 1) : children;
    viewport.reveal([opened.current, ...wanted.map((claim) => claim.id)]);
    opened.current = null;
  }, [isPart, layout, viewport.reveal]);

  const goTo = (claimId: string) => {
    if (!isDrawn(claimId)) uncover(claimId);
    wantsFocus.current = claimId;
    setActiveId(claimId);
    if (claimId === activeId) dom.focusCard(claimId);
  };

  const fold = useCallback(
    (claimId: string, isFolded: boolean) => {
      dispatch(isFolded ? { type: 'fold', claimId } : { type: 'unfold', claimIds: [claimId] });
      // In a large map a branch opens where it is looked at, and nothing else moves.
      if (debate.part !== null) setAnchorId(claimId);
      if (!isFolded) opened.current = claimId;
      const code = drawn.claimById.get(claimId)?.code ?? '';
      const node = outline.nodeById.get(claimId);
      announce(
        isFolded
          ? t('announce.folded', { code, count: node ? countBelow(node) : 0 })
          : t('announce.unfolded', { code }),
      );
    },
    [debate.part, dispatch, drawn, outline, announce, t],
  );

  const activeOrMotion = isDrawn(activeId) ? activeId : debate.motion.id;
  const keys = useMapKeys({
    model,
    layout,
    viewport,
    activeId: activeOrMotion,
    goTo,
    fold,
    showKeys: () => onShowKeys(true),
    showMore: branches.showMore,
    contribute,
    relate: (fromId) => setRelating({ fromId, toId: null }),
  });

  const outlineRows = useMemo(
    (): TreeRow[] => [
      { claimId: debate.motion.id, depth: 0, parentId: '', side: '' },
      ...outline.nodes.map(({ claim, depth, parentId }) => ({
        claimId: claim.id,
        depth,
        parentId,
        side: claim.side,
      })),
    ],
    [debate.motion.id, outline],
  );
  const places = useMemo(() => treePlaces(outlineRows, layout), [outlineRows, layout]);
  const order = useMemo(() => new Map(outlineRows.map((row, index) => [row.claimId, index])), [outlineRows]);
  const neighbourhood = useMemo(
    () =>
      state.isFocusMode && selectedId !== null
        ? neighbourhoodOf(selectedId, debate.motion.id, drawn.relations)
        : null,
    [state.isFocusMode, selectedId, debate.motion.id, drawn.relations],
  );
  const picture: PictureState = {
    debate,
    drawn,
    flags,
    pending: model.pending,
    layout,
    places,
    order,
    nameOf: (placed) => {
      if (placed.more) return t(`more.${placed.more.direction}`, { count: placed.more.count });
      const claim = drawn.claimById.get(placed.id);
      return claim ? words.claimName(claim, placed) : words.motionName();
    },
    selectedId,
    activeId: activeOrMotion,
    activeLineId: keys.activeLineId,
    neighbourhood,
    changedIds: changes.changedIds,
    strengths: model.strengths,
    marks: model.effects?.marks ?? null,
    showsCrossLinks: state.showsCrossLinks,
  };
  const nodes = mapNodes(picture);
  const edges = mapEdges(picture);

  const crossLinks = useMemo(
    () => outline.nodes.reduce((sum, node) => sum + node.crossLinks.length, 0) / 2,
    [outline],
  );
  const shownIds = useMemo(() => layout.claims.map(({ id }) => id), [layout]);
  const dom = useCanvasDom(t('treeLabel'));
  const drag = useLinkDrag({
    mayLink: (claimId) => {
      const claim = drawn.claimById.get(claimId);
      return claim !== undefined && mayRelate(debate, claim);
    },
    onLink: (fromId, toId) => setRelating({ fromId, toId }),
  });
  const relatingClaim = drawn.claimById.get(relating?.fromId ?? '') ?? null;
  const tools = useMemo(() => ({ observe, fold, wantsFocus }), [observe, fold]);

  const handleFocus = (event: FocusEvent) => {
    const claimId = (event.target as HTMLElement).closest<HTMLElement>('[data-claim-id]')?.dataset.claimId;
    if (!claimId) return;
    setActiveId(claimId);
    viewport.reveal([claimId]);
    if (event.target.matches(':focus-visible')) announce(words.arrival(claimId, places.get(claimId) ?? null));
  };
  const open = (claimId: string) => {
    if (branches.showMore(claimId)) return;
    model.select(claimId);
    dispatch({ type: 'panel', panel: 'open' });
  };

  /** Goes to any claim of the debate; of a large one it may have to be read first. */
  const jumpTo = async (claimId: string) => {
    const found = drawn.claimById.get(claimId) ?? (await model.reach(claimId));
    if (found === null) return;
    wantsFocus.current = claimId;
    setAnchorId(claimId);
    setActiveId(claimId);
    model.selectRead(claimId);
    dispatch({ type: 'panel', panel: 'open' });
  };

  useLayoutEffect(() => {
    dom.root.current?.setAttribute('data-detail', detail);
  }, [dom.root, detail]);

  return (
    <CanvasToolsContext value={tools}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up here from the items of the tree */}
      <div
        ref={dom.root}
        className="map-flow"
        data-settled={changes.isSettled ? '' : undefined}
        data-moving={changes.isMoving ? '' : undefined}
        onKeyDown={keys.handleKey}
        onFocus={handleFocus}
        onPointerDown={drag.handlePointerDown}
        data-linking={drag.line ? '' : undefined}
        data-can-link={debate.isOpen && debate.viewer !== null ? '' : undefined}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          width={canvas.widthPx}
          height={canvas.heightPx}
          defaultViewport={
            debate.part ? openingViewport(layout, canvas, selectedId) : fittedViewport(layout, canvas)
          }
          minZoom={0.1}
          maxZoom={2}
          onNodeClick={(_event, node) => open(node.id)}
          onEdgeClick={(_event, edge) => open(edge.source)}
          onMoveStart={viewport.handleMoveStart}
          onMove={(_event, { zoom }) => dom.root.current?.style.setProperty('--map-zoom', String(zoom))}
          onInit={({ getZoom }) => dom.root.current?.style.setProperty('--map-zoom', String(getZoom()))}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          panOnScroll
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          // The licence (MIT) allows it, and the credit stands with the keys: a link here would be a second Tab stop.
          proOptions={{ hideAttribution: true }}
        />
      </div>
      {drag.line ? <LinkDragLine {...drag.line} /> : null}
      {debate.part ? (
        <WholeOverview model={model} shownIds={shownIds} onPick={(claimId) => void jumpTo(claimId)} />
      ) : (
        <MapLocator
          layout={layout}
          canvas={canvas}
          drawn={drawn}
          selectedId={selectedId}
          onPick={viewport.centreOn}
        />
      )}
      {zoomSlot
        ? createPortal(
            <>
              {crossLinks >= MANY_CROSS_LINKS ? (
                <UntangleButton
                  t={t}
                  isOn={untangling.isOn}
                  isBusy={untangling.isBusy}
                  onChange={untangling.change}
                />
              ) : null}
              <MapZoom t={t} onFit={viewport.fit} onZoom={viewport.zoomBy} />
            </>,
            zoomSlot,
          )
        : null}
      {state.isSearching ? (
        <MapSearch
          model={model}
          onClose={() => {
            dispatch({ type: 'search', isOpen: false });
            dom.focusCard(activeOrMotion);
          }}
          onPick={(claimId) => {
            dispatch({ type: 'search', isOpen: false });
            void jumpTo(claimId);
          }}
        />
      ) : null}
      {relating && relatingClaim ? (
        <RelateDialog
          debate={debate}
          claim={relatingClaim}
          toId={relating.toId}
          onClose={() => setRelating(null)}
        />
      ) : null}
      {isShowingKeys ? <KeysDialog onClose={() => onShowKeys(false)} /> : null}
    </CanvasToolsContext>
  );
}
