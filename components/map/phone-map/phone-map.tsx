'use client';

import './phone-map.css';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type TouchEvent, useRef, useState } from 'react';
import { EffectsBar } from '@/components/effects/late-effects-bar';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { useContributionActions, useMapParts } from '@/lib/client/contributions';
import { lastRead } from '@/lib/domain/debate/last-read';
import type { ClaimView } from '@/lib/domain/debate/view';
import type { MapModel } from '../use-map-model';
import { ParentCard, SelfCard } from './phone-cards';
import { PhoneCrumbs } from './phone-crumbs';
import { PhoneLines } from './phone-lines';
import { phoneNeighbours } from './phone-neighbours';
import { PhoneSheet } from './phone-sheet';
import { PhoneStacks } from './phone-stacks';

const MapSearch = dynamic(
  latePart(() => import('../map-search').then((module) => module.MapSearch)),
  { ssr: false },
);

const MapOverview = dynamic(
  latePart(() => import('./map-overview').then((module) => module.MapOverview)),
  { ssr: false },
);

const LargeOverview = dynamic(
  latePart(() => import('./large-overview').then((module) => module.LargeOverview)),
  { ssr: false },
);

/** A finger that goes this far sideways, and less than half as far up or down, means the next claim. */
const SWIPE_PX = 56;

/** The map on a phone: one claim in the middle, what it speaks to above, what speaks to it below. */
export function PhoneMap({ model }: { model: MapModel }) {
  const { debate, drawn, outline, selectedClaim: claim, state, dispatch, t, words } = model;
  const { announce } = useContributionActions();
  const [isOverviewOpen, setOverviewOpen] = useState(false);
  const near = useRef<HTMLDivElement>(null);
  const touch = useRef<{ x: number; y: number } | null>(null);
  const around = phoneNeighbours(claim, debate.motion.id, drawn, outline);
  const parts = useMapParts();
  const inPart = useTranslations('contribute.part');
  const hostId = claim?.id ?? debate.motion.id;
  const unread = claim ? (outline.nodeById.get(claim.id)?.unread ?? 0) : outline.unread;
  const index = claim ? around.siblings.findIndex((sibling) => sibling.id === claim.id) : -1;

  const goTo = (claimId: string, push = true) => {
    model.select(claimId, { push });
    announce(words.arrival(claimId, null));
    window.scrollTo({ top: 0 });
  };
  const goSideways = (step: 1 | -1) => {
    const next: ClaimView | undefined = around.siblings[index + step];
    if (next) goTo(next.id, false);
  };
  const handleTouchEnd = (event: TouchEvent) => {
    const start = touch.current;
    const end = event.changedTouches[0];
    touch.current = null;
    if (!start || !end) return;
    const [dx, dy] = [end.clientX - start.x, end.clientY - start.y];
    if (Math.abs(dx) > SWIPE_PX && Math.abs(dy) < Math.abs(dx) / 2) goSideways(dx < 0 ? 1 : -1);
  };

  return (
    <div className="phone-map map-on-phone">
      <EffectsBar
        debate={debate}
        claims={drawn.claims}
        effects={model.effects}
        onHide={() => model.showEffects(false)}
      />
      <PhoneCrumbs
        model={model}
        around={around}
        index={index}
        onUp={() => goTo(around.parent?.id ?? debate.motion.id)}
        onSideways={goSideways}
        onOverview={() => setOverviewOpen(true)}
      />
      <div
        ref={near}
        className="phone-near"
        onTouchStart={(event) => {
          const first = event.touches[0];
          touch.current = first ? { x: first.clientX, y: first.clientY } : null;
        }}
        onTouchEnd={handleTouchEnd}
      >
        <PhoneLines
          key={`${claim?.id ?? 'motion'} ${drawn.claims.length}`}
          container={near}
          claim={claim}
          around={around}
        />
        {claim ? <ParentCard model={model} around={around} onOpen={goTo} /> : null}
        <SelfCard model={model} claim={claim} around={around} onOpen={goTo} />
        <PhoneStacks model={model} claim={claim} around={around} onOpen={goTo} />
        {unread > 0 ? (
          <Button onClick={() => void parts.loadUnder(hostId, lastRead(outline, hostId, debate.motion.id))}>
            {inPart('show', { count: unread })}
          </Button>
        ) : null}
      </div>
      <PhoneSheet key={claim?.id ?? 'motion'} model={model} claim={claim} onSelect={goTo} />
      {state.isSearching ? (
        <div className="phone-search">
          <MapSearch
            model={model}
            onClose={() => dispatch({ type: 'search', isOpen: false })}
            onPick={(claimId) => {
              dispatch({ type: 'search', isOpen: false });
              if (drawn.claimById.has(claimId)) goTo(claimId);
              else void model.reach(claimId).then((found) => found && model.selectRead(found));
            }}
          />
        </div>
      ) : null}
      {isOverviewOpen && debate.part ? (
        <LargeOverview
          model={model}
          onClose={() => setOverviewOpen(false)}
          onPick={(claimId) => {
            setOverviewOpen(false);
            void model.reach(claimId).then((found) => found && model.selectRead(found));
          }}
        />
      ) : isOverviewOpen ? (
        <MapOverview
          model={model}
          onClose={() => setOverviewOpen(false)}
          onPick={(claimId) => {
            setOverviewOpen(false);
            goTo(claimId);
          }}
        />
      ) : null}
      <p className="sr-only" aria-hidden="true">
        {t('title')}
      </p>
    </div>
  );
}
