'use client';

import { Ellipsis, Focus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useRef } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { ClaimDetails } from '@/components/claim/claim-details';
import { MotionDetails } from '@/components/claim/motion-details';
import { SideMark } from '@/components/claim/side-mark';
import { SideWord } from '@/components/claim/side-word';
import type { ClaimAction } from '@/components/claim/use-action';
import { viewHref } from '@/components/debate/view-address';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { useContributionActions } from '@/lib/client/contributions';
import { codeOf, subjectByCode } from './map-claims';
import type { MapModel } from './use-map-model';

interface DetailPanelProps {
  model: MapModel;
  action: ClaimAction | null;
  onAction: (action: ClaimAction | null) => void;
}

/** What is selected, in full: a claim, or the motion when nothing is. */
export function DetailPanel({ model, action, onAction }: DetailPanelProps) {
  const { t, debate, state, dispatch, selectedClaim: claim, outline } = model;
  const { announce } = useContributionActions();
  const router = useRouter();
  const body = useRef<HTMLDivElement>(null);
  const subjectId = claim?.id ?? debate.motion.id;
  const number = claim ? outline.nodeById.get(claim.id)?.number : null;

  const close = () => {
    dispatch({ type: 'panel', panel: 'closed' });
    document
      .querySelector<HTMLElement>(`[data-claim-id="${CSS.escape(subjectId)}"]`)
      ?.focus({ preventScroll: true });
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    close();
  };
  const handleSelect = (code: string) => {
    const subject = subjectByCode(debate, code);
    if (!subject) {
      void model.reach(code).then((claimId) => {
        if (claimId !== null) model.selectRead(code);
      });
      return;
    }
    model.select(subject.id);
    body.current?.scrollTo({ top: 0 });
  };
  const showIn = (view: 'text' | 'outline') => {
    const selection = {
      claim: codeOf(debate, subjectId),
      motion: debate.motion.code === debate.motions[0]?.code ? null : debate.motion.code,
      isBeyondOn: model.showsBeyond,
      showsEffects: model.effects !== null,
    };
    router.push(viewHref(debate.slug, view, selection));
  };

  return (
    <aside
      id="map-panel"
      className="map-panel"
      tabIndex={-1}
      aria-label={claim ? t('panel.label', { code: claim.code }) : t('panel.motionLabel')}
      onKeyDown={handleKey}
    >
      <div className="map-panel-head">
        {claim ? (
          <>
            <SideMark side={claim.side} />
            <ClaimCode code={claim.code} side={claim.side} size="caption" />
            <SideWord side={claim.side} sides={debate.sides} />
            {number ? <span className="text-muted">{t('panel.outline', { number })}</span> : null}
          </>
        ) : (
          <span className="font-strong">{t('panel.motionLabel')}</span>
        )}
        <span className="flex-1" />
        {claim ? (
          <>
            <IconButton
              size="small"
              label={state.isFocusMode ? t('panel.focusOff') : t('panel.focus')}
              aria-pressed={state.isFocusMode}
              className="map-panel-focus"
              onClick={() => dispatch({ type: 'focus-mode', isOn: !state.isFocusMode })}
            >
              <Focus aria-hidden="true" size={16} strokeWidth={1.75} />
            </IconButton>
            <Menu
              label={t('panel.more')}
              buttonClassName="inline-grid size-8 place-items-center rounded text-muted hover:bg-wash hover:text-ink pointer-coarse:size-11"
              items={[
                { label: t('panel.inText'), onSelect: () => showIn('text') },
                { label: t('panel.inOutline'), onSelect: () => showIn('outline') },
                {
                  label: t('panel.copyLink', { code: claim.code }),
                  onSelect: () =>
                    void navigator.clipboard
                      .writeText(window.location.href)
                      .then(() => announce(t('panel.copied'))),
                },
              ]}
            >
              <Ellipsis aria-hidden="true" size={16} />
            </Menu>
          </>
        ) : null}
        <IconButton size="small" label={t('panel.close')} onClick={close}>
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <div ref={body} className="map-panel-body">
        {claim ? (
          <ClaimDetails
            key={claim.id}
            debate={debate}
            claim={claim}
            layout="panel"
            action={action}
            onActionChange={onAction}
            onSelect={handleSelect}
          />
        ) : (
          <MotionDetails
            debate={debate}
            layout="panel"
            action={action}
            onActionChange={onAction}
            onSelect={handleSelect}
          />
        )}
      </div>
    </aside>
  );
}
