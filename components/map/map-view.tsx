'use client';

import '@xyflow/react/dist/base.css';
import './map-lines.css';
import './map-card.css';
import './map-canvas.css';
import './map-panel.css';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ClaimAction } from '@/components/claim/use-action';
import { UndoLine } from '@/components/edit/late-undo-line';
import { EffectsProvider } from '@/components/effects/use-claim-effects';
import { TopBarSlot } from '@/components/shell/top-bar-slot';
import { WhatIfBar } from '@/components/strength/late-what-if-bar';
import { IconButton } from '@/components/ui/icon-button';
import type { DebateView } from '@/lib/domain/debate/view';
import { CanvasPane } from './canvas-pane';
import { DetailPanel } from './detail-panel';
import { PhoneMap } from './phone-map/phone-map';
import { useMapModel } from './use-map-model';
import { useScreen } from './use-screen';

interface MapViewProps {
  debate: DebateView;
  /** The map as plain HTML, which stands there until the canvas is ready. */
  picture: ReactNode;
}

/** The argument map of a debate: canvas and panel on wide screens, one claim and its neighbours on a phone. */
export function MapView({ debate: server, picture }: MapViewProps) {
  const model = useMapModel(server);
  const screen = useScreen();
  const [action, setAction] = useState<ClaimAction | null>(null);
  const { t, debate, state, dispatch, selectedId } = model;
  // Until someone opens or closes it, the panel is there for what the address selects, or else offers the motion.
  const panel = state.panel === 'offered' && selectedId !== null ? 'open' : state.panel;

  return (
    <EffectsProvider value={model.effects}>
      <h1 className="sr-only">{`${t('title')}: ${debate.title}`}</h1>
      <TopBarSlot>
        <IconButton label={t('bar.search')} onClick={() => dispatch({ type: 'search', isOpen: true })}>
          <Search aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
      </TopBarSlot>
      <WhatIfBar debate={debate} />
      {screen === 'phone' ? null : (
        <div className="map-workspace map-on-canvas" data-panel={panel === 'closed' ? undefined : panel}>
          <CanvasPane
            model={model}
            picture={picture}
            onContribute={(next, claimId) => {
              model.select(claimId);
              dispatch({ type: 'panel', panel: 'open' });
              setAction(next);
            }}
          />
          {panel === 'closed' ? null : <DetailPanel model={model} action={action} onAction={setAction} />}
        </div>
      )}
      {screen === 'wide' ? null : <PhoneMap model={model} />}
      <UndoLine hasKey />
    </EffectsProvider>
  );
}
