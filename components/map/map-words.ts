import type { useTranslations } from 'next-intl';
import type { EffectMark } from '@/components/effects/effect-marks';
import type { DebateStrengths } from '@/components/strength/debate-strengths';
import { strengthBand } from '@/components/strength/strength-band';
import type { HiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { whyUntold } from '@/lib/client/live/why-untold';
import { isClosed } from '@/lib/domain/debate/closed';
import { linkedClaims } from '@/lib/domain/debate/linked-claims';
import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';
import type { MapLayout, PlacedClaim } from '@/lib/domain/layout/types';
import { cardFlag, type PendingState } from './card-flags';
import { type MapClaims, passageCount } from './map-claims';

export type MapTranslator = ReturnType<typeof useTranslations<'map'>>;

/** Place of a card among its drawn siblings, for `aria-posinset` and for "reason 3 of 7". */
export interface TreePlace {
  level: number;
  position: number;
  setSize: number;
  /** Place among the siblings of the same side, as it is spoken. */
  ofSide: { position: number; setSize: number };
}

/** What is said of the map to people who do not see it. Whole sentences, joined by spaces. */
export interface MapWords {
  motionName: () => string;
  claimName: (claim: ClaimView, placed: PlacedClaim | null) => string;
  relation: (relation: RelationView) => string;
  /** What is spoken when the focus comes to a card: "D3, reason 3 of 7 for the motion". */
  arrival: (claimId: string, place: TreePlace | null) => string;
  /** What is spoken when the focus comes to a line. */
  line: (relationId: string, position: number, count: number) => string;
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

const VOTES_UNTOLD = {
  reveal: 'name.votesUntilReveal',
  few: 'name.votesFew',
  answer: 'name.votesHidden',
} as const;

export function mapWords(
  t: MapTranslator,
  debate: DebateView,
  drawn: MapClaims,
  {
    pending,
    strengths,
    hides,
    marks,
  }: {
    pending: ReadonlyMap<string, PendingState>;
    strengths: DebateStrengths;
    hides: HiddenUntilReveal;
    /** What divides and what unites, while that is shown. */
    marks: ReadonlyMap<string, EffectMark> | null;
  },
): MapWords {
  const { motion } = debate;
  const sideName = (claim: ClaimView): string =>
    debate.sides.find((side) => side.role === claim.side)?.name ?? t('noSide');
  const linked = linkedClaims(drawn);
  const codeOf = (claimId: string): string => drawn.claimById.get(claimId)?.code ?? '';

  const relation = (subject: RelationView): string => {
    const said = standing(subject);
    return said !== '' && isClosed(subject) ? t('relation.closed', { relation: said }) : said;
  };

  const standing = (subject: RelationView): string => {
    const { kind } = subject;
    if (subject.toClaimId === motion.id) return t('relation.motion', { kind });
    if (subject.toClaimId !== null) return t('relation.claim', { kind, code: codeOf(subject.toClaimId) });
    const met = drawn.relationById.get(subject.toRelationId ?? '');
    if (!met) return '';
    if (met.toClaimId === motion.id) return t('relation.lineToMotion', { from: codeOf(met.fromClaimId) });
    if (met.toClaimId === null) return t('relation.undercut', { from: codeOf(met.fromClaimId) });
    return t('relation.line', { from: codeOf(met.fromClaimId), to: codeOf(met.toClaimId) });
  };

  const relationSentences = (claim: ClaimView): string[] =>
    drawn.relations
      .filter((candidate) => candidate.fromClaimId === claim.id)
      .map((own) => {
        const undercutters = drawn.relations
          .filter((candidate) => candidate.toRelationId === own.id)
          .map((candidate) => codeOf(candidate.fromClaimId));
        return undercutters.length === 0
          ? sentence(relation(own))
          : t('name.undercutBy', { relation: relation(own), codes: undercutters.join(', ') });
      });

  const votes = (claim: ClaimView): string => {
    if (claim.tally === null) return t(VOTES_UNTOLD[whyUntold(hides, claim.ownVote)]);
    const { agree, disagree, pass } = claim.tally;
    return agree + disagree + pass === 0 ? t('name.noVotes') : t('name.votes', { agree, disagree, pass });
  };

  const strength = (claim: ClaimView): string => {
    if (strengths.off.has(claim.id)) return t('name.leftOut');
    const found = strengths.byId.get(claim.id);
    return found
      ? t('name.strength', { strength: strengthBand(found.strength), base: strengthBand(found.base) })
      : '';
  };

  const effect = (claim: ClaimView): string => {
    const mark = marks?.get(claim.id);
    return mark === undefined ? '' : t('name.effect', { effect: mark });
  };

  const flagWords = (claim: ClaimView): string => {
    const state = pending.get(claim.id);
    if (state === 'waiting') return t('name.waiting');
    const flag = cardFlag(claim, state);
    return flag === null ? '' : sentence(t(`flag.${flag}`));
  };

  return {
    motionName: () =>
      [
        t('name.motion'),
        sentence(motion.text),
        motion.stances?.bands ? t('name.stances', { count: motion.stances.count }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    claimName: (claim, placed) =>
      [
        t('name.head', { code: claim.code, side: sideName(claim) }),
        sentence(claim.text),
        ...relationSentences(claim),
        linked.has(claim.id)
          ? sentence(t('card.linked', { codes: linked.get(claim.id)?.join(', ') ?? '' }))
          : '',
        t('name.evidence', { status: claim.evidence, count: passageCount(claim) }),
        votes(claim),
        strength(claim),
        effect(claim),
        claim.ownVote.choice === null ? '' : t('name.ownVote', { choice: claim.ownVote.choice }),
        flagWords(claim),
        claim.noteCount === 0 ? '' : t('name.notes', { count: claim.noteCount }),
        placed && placed.hiddenCount > 0 ? t('name.hidden', { count: placed.hiddenCount }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    relation,
    arrival: (claimId, place) => {
      const claim = drawn.claimById.get(claimId);
      if (!claim) return t('announce.motion');
      const own = drawn.relations.find((candidate) => candidate.fromClaimId === claimId);
      const where = place
        ? t('announce.place', { position: place.ofSide.position, count: place.ofSide.setSize })
        : '';
      return t('announce.claim', {
        code: claim.code,
        side: sideName(claim),
        relation: own ? relation(own) : t('announce.loose'),
        place: where,
      });
    },
    line: (relationId, position, count) => {
      const subject = drawn.relationById.get(relationId);
      if (!subject) return '';
      return t('announce.line', {
        code: codeOf(subject.fromClaimId),
        relation: relation(subject),
        position,
        count,
      });
    },
  };
}

export interface TreeRow {
  claimId: string;
  depth: number;
  /** Null for what stands right under the motion, empty for the motion. */
  parentId: string | null;
  side: string;
}

/** Levels and places of the drawn cards, in the order of the outline: motion first, then branch by branch. */
export function treePlaces(outlineOrder: readonly TreeRow[], layout: MapLayout): Map<string, TreePlace> {
  const drawnIds = new Set(layout.claims.map((claim) => claim.id));
  const rows = outlineOrder.filter((row) => drawnIds.has(row.claimId));
  const families = new Map<string | null, TreeRow[]>();
  for (const row of rows) families.set(row.parentId, [...(families.get(row.parentId) ?? []), row]);
  const places = new Map<string, TreePlace>();
  for (const row of rows) {
    const family = families.get(row.parentId) ?? [];
    const ofSide = family.filter((other) => other.side === row.side);
    places.set(row.claimId, {
      level: row.depth + 1,
      position: family.indexOf(row) + 1,
      setSize: family.length,
      ofSide: { position: ofSide.indexOf(row) + 1, setSize: ofSide.length },
    });
  }
  return places;
}
