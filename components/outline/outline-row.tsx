'use client';

import { ChevronRight, MessageSquare } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { citationHref } from '@/components/claim/citation-href';
import { EvidenceChanged } from '@/components/claim/evidence-changed';
import { EvidenceLabel } from '@/components/claim/evidence-label';
import { RelationLineSample } from '@/components/claim/relation-line-sample';
import { SideMark } from '@/components/claim/side-mark';
import { viewHref } from '@/components/debate/view-address';
import { EffectMark } from '@/components/effects/effect-mark';
import { strengthBand } from '@/components/strength/strength-band';
import { StrengthMark } from '@/components/strength/strength-mark';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { VoteBar } from '@/components/vote/vote-bar';
import { VoteControl } from '@/components/vote/vote-control';
import { useNotTaken } from '@/lib/client/live/room-takes';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { whyUntold } from '@/lib/client/live/why-untold';
import { GridCell, GridRow } from './grid-parts';
import type { OutlineAction } from './outline-keys';
import type { OutlineRow as Row } from './outline-rows';
import { LinkSentence, usePlaceWords, useRelationWords } from './outline-words';
import { citedPlaces, isSameFacts, isSameRow, type RowFacts } from './row-facts';
import { rowId } from './row-id';

export interface OutlineRowProps {
  row: Row;
  facts: RowFacts;
  slug: string;
  /** Language of the debate: what people wrote carries its own. */
  language: string;
  sideName: string;
  isBeyondOn: boolean;
  /** The room takes votes and claims. */
  isRoomOpen: boolean;
  takesAnswers: boolean;
  isCurrent: boolean;
  /** The press on this claim that the server does not have yet. */
  pending: 'waiting' | 'sending' | 'failed' | null;
  /** The claim in full, under its line, when it is open. */
  details: ReactNode;
  onGo: (claimId: string) => void;
  onToggleBranch: (claimId: string, isOpen: boolean) => void;
  onToggleDetails: (claimId: string) => void;
  /** Reads further claims under this one. */
  onReadMore: (claimId: string) => void;
  onContribute: (claimId: string, action: OutlineAction) => void;
}

/** One claim of the outline: a row of the tree grid with the claim, the room's votes and one's own. */
export const OutlineRow = memo(
  function OutlineRow(props: OutlineRowProps) {
    const { row, isCurrent, sideName, facts, details } = props;
    const { claim, number } = row.node;
    const t = useTranslations('outline');
    const takesClaims = useNotTaken('claim') === null;
    const takesVotes = useNotTaken('vote') === null && props.takesAnswers;
    const id = rowId(claim.code);
    return (
      <GridRow
        id={id}
        className="outline-row"
        data-side={claim.side}
        data-claim={claim.id}
        data-layer={claim.layer}
        data-current={isCurrent || undefined}
        data-open={details !== null || undefined}
        data-hidden={row.isHidden || undefined}
        aria-level={row.level}
        aria-posinset={row.positionInSet}
        aria-setsize={row.setSize}
        aria-expanded={row.isOpen ?? undefined}
        aria-labelledby={`${id}-number ${id}-text`}
        aria-describedby={facts.effect === null ? `${id}-about` : `${id}-about ${id}-effect`}
        tabIndex={isCurrent ? 0 : -1}
        style={{ '--outline-depth': row.level - 1 } as CSSProperties}
      >
        <GridCell className="outline-claim">
          <BranchButton row={row} onToggleBranch={props.onToggleBranch} />
          <span className="outline-number" id={`${id}-number`}>
            {number ?? <span className="sr-only">{t('unnumbered')}</span>}
          </span>
          <p className="outline-text" id={`${id}-text`} data-press="details" lang={props.language} dir="auto">
            <SideMark side={claim.side} />
            {claim.text}
          </p>
          <p className="outline-about" id={`${id}-about`}>
            <SideMark side={claim.side} />
            <span className="outline-about-number" aria-hidden="true">
              {number}
            </span>
            <span className="outline-code">{claim.code}</span>
            <span className="outline-side">{sideName}</span>
            <RelationWords relation={facts.relation} />
            <Evidence {...props} />
            {claim.noteCount > 0 && (
              <span className="outline-notes">
                <MessageSquare aria-hidden="true" size={13} />
                <span aria-hidden="true">{claim.noteCount}</span>
                <span className="sr-only">{t('notes', { count: claim.noteCount })}</span>
              </span>
            )}
            {facts.linked.length > 0 && (
              <span className="outline-link">{t('linked', { codes: facts.linked.join(', ') })}</span>
            )}
            <ReadMore row={row} onReadMore={props.onReadMore} />
            {facts.links.map((link) => (
              <span key={`${link.direction} ${link.relationId}`} className="outline-link">
                <LinkSentence link={link} href={(code) => `#${rowId(code)}`} />
              </span>
            ))}
            <Flags {...props} />
          </p>
          {row.hiddenCount > 0 && (
            <button
              type="button"
              className="outline-hidden-count"
              onClick={() => props.onToggleBranch(claim.id, true)}
            >
              <ChevronRight aria-hidden="true" size={12} />
              {t('hidden', { count: row.hiddenCount })}
            </button>
          )}
        </GridCell>
        <GridCell className="outline-room">
          <RoomVotes {...props} />
          {facts.effect !== null && <EffectMark mark={facts.effect} id={`${id}-effect`} />}
        </GridCell>
        <GridCell className="outline-own">
          {(takesVotes || claim.ownVote.choice !== null) && (
            <button type="button" className="outline-own-word" onClick={() => props.onGo(claim.id)}>
              {t('ownVote', { choice: claim.ownVote.choice ?? 'none' })}
            </button>
          )}
          <div className="outline-vote">
            <VoteControl claim={claim} size="row" isDisabled={!props.takesAnswers} />
          </div>
          {isCurrent && (
            <div className="outline-phone-vote">
              <VoteControl claim={claim} size="panel" isDisabled={!props.takesAnswers} />
            </div>
          )}
          <div className="outline-phone-actions">
            {props.isRoomOpen &&
              takesClaims &&
              (['support', 'object', 'undercut'] as const).map((action) => (
                <Button key={action} size="small" onClick={() => props.onContribute(claim.id, action)}>
                  {t(`action.${action}`)}
                </Button>
              ))}
            <Button
              size="small"
              aria-expanded={details !== null}
              onClick={() => props.onToggleDetails(claim.id)}
            >
              {t('action.more')}
            </Button>
          </div>
        </GridCell>
        {details !== null && <GridCell className="outline-details">{details}</GridCell>}
      </GridRow>
    );
  },
  (one, other) =>
    isSameRow(one.row, other.row) &&
    isSameFacts(one.facts, other.facts) &&
    one.isCurrent === other.isCurrent &&
    one.isBeyondOn === other.isBeyondOn &&
    one.isRoomOpen === other.isRoomOpen &&
    one.takesAnswers === other.takesAnswers &&
    one.pending === other.pending &&
    one.details === other.details &&
    one.sideName === other.sideName,
);

function BranchButton({ row, onToggleBranch }: Pick<OutlineRowProps, 'row' | 'onToggleBranch'>) {
  const t = useTranslations('outline');
  if (row.isOpen === null) return <span className="outline-twist" />;
  const { claim } = row.node;
  return (
    <button
      type="button"
      className="outline-twist"
      data-open={row.isOpen || undefined}
      aria-label={t(row.isOpen ? 'closeBranch' : 'openBranch', { code: claim.code })}
      onClick={() => onToggleBranch(claim.id, !row.isOpen)}
    >
      <ChevronRight aria-hidden="true" />
    </button>
  );
}

function RelationWords({ relation }: { relation: RowFacts['relation'] }) {
  const words = useRelationWords();
  return (
    <span className="outline-relation">
      {relation && <RelationLineSample kind={relation.kind} />}
      {words(relation)}
    </span>
  );
}

function Evidence({ row, slug, isBeyondOn }: OutlineRowProps) {
  const { claim } = row.node;
  const t = useTranslations('outline');
  const places = usePlaceWords()(claim);
  const { firstKey } = citedPlaces(claim);
  const [first] = claim.citations;
  return (
    <span className="outline-evidence">
      <EvidenceLabel evidence={claim.evidence} />
      {', '}
      {places === null ? (
        t('noPassage')
      ) : (
        <Link
          prefetch={false}
          href={
            first?.standing === 'lost'
              ? citationHref(slug, claim, first)
              : viewHref(slug, 'text', { claim: claim.code, isBeyondOn, passage: firstKey })
          }
        >
          {places}
        </Link>
      )}
    </span>
  );
}

function Flags({ row, pending }: OutlineRowProps) {
  const { claim } = row.node;
  const t = useTranslations('outline');
  const inMark = useTranslations('contribute.mark');
  const openMarks = claim.openMarks.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {openMarks > 0 && <Tag>{inMark('count', { count: openMarks })}</Tag>}
      {claim.status !== 'published' && <Tag>{t(`status.${claim.status}`)}</Tag>}
      {claim.hasChangedEvidence && <EvidenceChanged />}
      {claim.ownVote.isStale && <Tag>{t('voteAgain')}</Tag>}
      {pending !== null && <Tag>{t(`pending.${pending}`)}</Tag>}
    </>
  );
}

/** Shows the rest of a branch of which only a part was read. */
function ReadMore({ row, onReadMore }: Pick<OutlineRowProps, 'row' | 'onReadMore'>) {
  const t = useTranslations('contribute.part');
  if (row.unread === 0) return null;
  return (
    <button
      type="button"
      className="no-print font-strong underline"
      onClick={() => onReadMore(row.node.claim.id)}
    >
      {t('show', { count: row.unread })}
    </button>
  );
}

const COUNTS_UNTOLD = { reveal: 'countsUntilReveal', few: 'countsFew', answer: 'countsHidden' } as const;

function RoomVotes({ row, facts: { strength } }: OutlineRowProps) {
  const { tally } = row.node.claim;
  const t = useTranslations('outline');
  const inWords = useTranslations('strength');
  const hides = useHiddenUntilReveal();
  if (tally === null) {
    const why = whyUntold(hides, row.node.claim.ownVote);
    return <span className="outline-blind">{t(COUNTS_UNTOLD[why])}</span>;
  }
  const count = tally.agree + tally.disagree + tally.pass;
  return (
    <>
      {count === 0 ? (
        <span className="outline-blind">{t('noVotes')}</span>
      ) : (
        <VoteBar tally={tally} widthPx={72} hasCount />
      )}
      {strength && <StrengthMark {...strength} widthPx={46} />}
      {count > 0 && <span className="outline-print-only">{t('countWords', { ...tally })}</span>}
      {count > 0 && strength && (
        <span className="outline-print-only">
          {inWords('mark', { strength: strengthBand(strength.strength), base: strengthBand(strength.base) })}
        </span>
      )}
    </>
  );
}
