'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useReducer, useState } from 'react';
import { sideName } from '@/components/claim/side-word';
import type { ClaimAction } from '@/components/claim/use-action';
import { useReach } from '@/components/debate/use-reach';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { selectionOf } from '@/components/debate/view-address';
import { UndoLine } from '@/components/edit/late-undo-line';
import { EffectsBar } from '@/components/effects/late-effects-bar';
import { EffectsProvider, useClaimEffects } from '@/components/effects/use-claim-effects';
import { WhatIfBar } from '@/components/strength/late-what-if-bar';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import {
  useContributionActions,
  useContributionState,
  useDebate,
  useMapParts,
} from '@/lib/client/contributions';
import { withoutClosed } from '@/lib/domain/debate/closed';
import { lastRead } from '@/lib/domain/debate/last-read';
import { outlineOf } from '@/lib/domain/debate/outline';
import { takesAnswers } from '@/lib/domain/debate/takes-answers';
import type { DebateView } from '@/lib/domain/debate/view';
import { OutlineColumns, OutlineSectionHead } from './outline-heads';
import { HINTED_KEYS, KeyList } from './outline-key-list';
import { OutlineMotion } from './outline-motion';
import { OutlineNext } from './outline-next';
import { OutlineRow } from './outline-row';
import { idsAbove, outlineRows } from './outline-rows';
import { FIRST_STATE, outlineReducer } from './outline-state';
import { OutlineTools } from './outline-tools';
import { rowFacts } from './row-facts';
import { rowId } from './row-id';
import { useAskedFilter } from './use-asked-filter';
import { useEventOf } from './use-event-of';
import { useOutlineKeys } from './use-outline-keys';
import { usePrintFoot } from './use-print-foot';
import { useRovingControls } from './use-roving-controls';

const ClaimDetails = dynamic(
  latePart(() => import('@/components/claim/claim-details').then((m) => m.ClaimDetails)),
  {
    loading: () => null,
  },
);
const OutlineKeysDialog = dynamic(
  latePart(() => import('./outline-keys-dialog').then((m) => m.OutlineKeysDialog)),
  { ssr: false },
);

/** The debate as a numbered tree in which everything can be done by keyboard; without JavaScript a page to read. */
export function OutlineView({ debate: server, printedOn }: { debate: DebateView; printedOn: string }) {
  const t = useTranslations('outline');
  const whole = useDebate(server);
  const { pending } = useContributionState();
  const [selection, select] = useViewSelection();
  const { showsClosed } = selection;
  const debate = useMemo(
    // What is closed has its number in a part of a large map, and stays where it is.
    () => (whole.part ? whole : withoutClosed(whole, { showsClosed, selectedCode: selection.claim })),
    [whole, showsClosed, selection.claim],
  );
  const selectedCode = selection.claim;
  const isSelectedBeyond = debate.claims.some(
    ({ code, layer }) => code === selectedCode && layer === 'beyond',
  );
  // In a part of a large debate both layers show: its numbers and counts are those of both.
  const isBeyondOn = debate.part !== null || selection.isBeyondOn || isSelectedBeyond;
  useReach(debate, selectedCode);
  const parts = useMapParts();
  const { announce } = useContributionActions();
  const inPart = useTranslations('contribute.part');
  const [state, change] = useReducer(outlineReducer, FIRST_STATE);
  const [action, setAction] = useState<ClaimAction | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);

  const outline = useMemo(() => outlineOf(debate, { isBeyondOn }), [debate, isBeyondOn]);
  const shownClaims = useMemo(() => outline.nodes.map(({ claim }) => claim), [outline]);
  const effects = useClaimEffects(debate, selection.showsEffects);
  const marks = effects?.marks ?? null;
  const facts = useMemo(
    () => rowFacts(debate, outline, selection.whatIf, marks),
    [debate, outline, selection.whatIf, marks],
  );
  const sections = useMemo(
    () =>
      outline.sections.map((section) => ({
        section,
        rows: outlineRows(section, { closed: state.closed, only: state.filter?.claimIds ?? null }),
        isShown: state.section === null || state.section === section.role,
      })),
    [outline, state.closed, state.filter, state.section],
  );
  const rows = useMemo(
    () => sections.flatMap((group) => (group.isShown ? group.rows.filter(({ isHidden }) => !isHidden) : [])),
    [sections],
  );
  const current = rows.find(({ node }) => node.claim.id === state.currentId) ?? rows[0];
  const currentId = current?.node.claim.id ?? null;
  const selected = outline.nodes.find(({ claim }) => claim.code === selectedCode) ?? null;

  // A claim that is selected elsewhere (map, link, address) is brought into view: its branches open, its row is current.
  const selectedId = selected?.claim.id ?? null;
  const [shownId, setShownId] = useState<string | null>(null);
  if (selected && shownId !== selectedId) {
    setShownId(selectedId);
    change({ type: 'open', claimIds: idsAbove(selected, outline.nodeById) });
    change({ type: 'current', claimId: selected.claim.id });
  }
  useEffect(() => {
    // Only for the address that the page came with: later selections are made on the spot.
    const { claim } = selectionOf(new URLSearchParams(window.location.search));
    if (claim !== null) document.getElementById(rowId(claim))?.scrollIntoView({ block: 'nearest' });
  }, []);
  useAskedFilter(debate, outline, change);
  usePrintFoot(debate.title);

  const showEffects = (isOn: boolean) => {
    const name = state.filter?.name;
    // A filter by the marks goes with them.
    if (!isOn && (name === 'divides' || name === 'unites')) change({ type: 'filter', filter: null });
    select({ showsEffects: isOn });
  };
  const readMore = useEventOf((hostId: string) => {
    void parts.loadUnder(hostId, lastRead(outline, hostId, debate.motion.id)).then((came) => {
      if (!came) announce(inPart('failed'));
    });
  });
  const grid = useRovingControls(currentId, selectedId);
  const { act, gridProps } = useOutlineKeys({
    debate,
    outline,
    rows: sections.flatMap((group) => (group.isShown ? group.rows : [])),
    isBeyondOn,
    showsEffects: selection.showsEffects,
    selectedCode,
    select,
    change,
    onAction: setAction,
    onShowKeys: () => setShowsKeys(true),
    onReadMore: readMore,
  });

  return (
    <EffectsProvider value={effects}>
      <div className="outline-page">
        <WhatIfBar debate={debate} />
        <OutlineMotion
          debate={debate}
          claims={shownClaims}
          isOpen={selectedCode === debate.motion.code}
          onToggle={() => select({ claim: selectedCode === debate.motion.code ? null : debate.motion.code })}
          onSelect={act.select}
          printedOn={printedOn}
        />
        <noscript>
          <p className="outline-noscript">{t('noscript')}</p>
        </noscript>
        <OutlineTools
          debate={debate}
          whole={whole}
          showsClosed={showsClosed}
          onClosed={(isOn) => select({ showsClosed: isOn })}
          outline={outline}
          marks={marks}
          onEffects={showEffects}
          state={state}
          change={change}
          isBeyondOn={isBeyondOn}
          onBeyond={(isOn) =>
            select({ isBeyondOn: isOn, claim: isSelectedBeyond && !isOn ? null : selectedCode })
          }
        />
        <EffectsBar debate={debate} claims={shownClaims} effects={effects} />
        {debate.part && outline.nodes.length < debate.part.claimCount ? (
          <p className="outline-noscript">
            {inPart('note', { count: outline.nodes.length, total: debate.part.claimCount })}
          </p>
        ) : null}
        <div
          ref={grid}
          role="treegrid"
          id="outline"
          className="outline-grid"
          aria-label={t('label')}
          {...gridProps}
        >
          <OutlineColumns />
          {sections.map(({ section, rows: sectionRows, isShown }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of rows of the tree grid
            <div
              key={section.role}
              role="rowgroup"
              className="outline-section"
              data-side={section.role}
              data-hidden={!isShown || undefined}
            >
              <OutlineSectionHead
                debate={debate}
                section={section}
                isFiltered={state.filter !== null}
                onAdd={() => select({ claim: debate.motion.code })}
              />
              {(debate.part ? sectionRows.filter(({ isHidden }) => !isHidden) : sectionRows).map((row) => {
                const { claim } = row.node;
                const isSelected = claim.id === selectedId;
                return (
                  <OutlineRow
                    key={claim.id}
                    row={row}
                    facts={
                      facts.get(claim.id) ?? {
                        relation: null,
                        links: [],
                        linked: [],
                        strength: null,
                        effect: null,
                      }
                    }
                    slug={debate.slug}
                    language={debate.language}
                    sideName={sideName(claim.side, debate.sides, t('noSide'))}
                    isBeyondOn={isBeyondOn}
                    isRoomOpen={debate.isOpen}
                    takesAnswers={takesAnswers(debate)}
                    isCurrent={claim.id === currentId}
                    pending={pending.get(claim.id) ?? null}
                    details={
                      isSelected ? (
                        <ClaimDetails
                          debate={debate}
                          claim={claim}
                          layout="inline"
                          action={action}
                          onActionChange={act.setAction}
                          onSelect={act.select}
                        />
                      ) : null
                    }
                    onGo={act.go}
                    onToggleBranch={act.toggleBranch}
                    onToggleDetails={act.toggleDetails}
                    onReadMore={readMore}
                    onContribute={act.contribute}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {outline.unread > 0 ? (
          <Button className="no-print" onClick={() => readMore(debate.motion.id)}>
            {inPart('show', { count: outline.unread })}
          </Button>
        ) : null}
        {rows.length === 0 && state.filter !== null && (
          <div className="outline-empty">
            <p>{t(state.filter.name === 'unvoted' ? 'empty.voted' : 'empty.filter')}</p>
            <button type="button" onClick={() => change({ type: 'filter', filter: null })}>
              {t('empty.showAll')}
            </button>
          </div>
        )}
        <KeyList entries={HINTED_KEYS} className="outline-keys" />
        <OutlineNext outline={outline} currentId={currentId} onNext={act.go} />
        <UndoLine hasKey />
        {showsKeys && <OutlineKeysDialog onClose={() => setShowsKeys(false)} />}
      </div>
    </EffectsProvider>
  );
}
