'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { stanceWords } from '@/components/stance/stance-words';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { type ConsistencyCheck, checkConsistency } from '@/lib/domain/argument/consistency';
import { type FlipSet, fewestClaims, fewestVotes } from '@/lib/domain/argument/flip-set';
import { toggleClaim, toggleSource } from '@/lib/domain/argument/what-if';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { percentOf } from './strength-band';
import { useWhatIf } from './use-what-if';
import { weighedDebate } from './weighed-debate';

interface MotionStrengthProps {
  debate: DebateView;
  onSelect: (code: string) => void;
}

/** What goes beyond one claim: whether one's own votes fit one's stance, how little would turn the motion, sources. */
export function MotionStrength(props: MotionStrengthProps) {
  const t = useTranslations('strength');
  return (
    <div className="mt-3 grid gap-4 text-caption">
      <OwnVotes {...props} />
      <Turning {...props} />
      {props.debate.part ? (
        // Which sources a claim cites is read with its words, a part at a time.
        <p className="text-muted">{t('notOfLarge')}</p>
      ) : (
        <Sources debate={props.debate} />
      )}
    </div>
  );
}

function CodeButton({
  claim,
  onSelect,
}: {
  claim: Pick<ClaimView, 'code' | 'side'>;
  onSelect: (code: string) => void;
}) {
  return (
    <button
      type="button"
      className="min-h-6 underline decoration-control underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11 pointer-coarse:min-w-8"
      onClick={() => onSelect(claim.code)}
    >
      <ClaimCode code={claim.code} side={claim.side} size="caption" />
    </button>
  );
}

/** Own votes and impacts alone, against the own stance. Others' votes play no part. */
function OwnVotes({ debate, onSelect }: MotionStrengthProps) {
  const t = useTranslations('strength.own');
  const say = useStanceWords();
  const isSignedIn = debate.viewer !== null;
  const whole = useMemo(() => weighedDebate(debate), [debate]);
  const check = useMemo(() => (isSignedIn && whole ? checkConsistency(whole) : null), [whole, isSignedIn]);
  // Without arguments there is nothing that votes could imply.
  if (check === null || check.coverage.claims === 0) return null;
  return (
    <section>
      <h4 className="font-strong">{t('title')}</h4>
      <OwnWords check={check} />
      {check.kind === 'implied' && check.claims.length > 0 ? (
        <>
          <p className="mt-1 text-muted">
            {check.difference === null || check.turned === null
              ? t('matter')
              : t('explain', {
                  // Less than half of the way is no explanation.
                  share:
                    Math.abs(check.turned - (check.stance ?? 0)) <= Math.abs(check.difference) / 2
                      ? 'most'
                      : 'little',
                  turned: say(check.turned),
                  count: check.claims.length,
                })}
            {check.isExact ? null : ` ${t('nearest')}`}
          </p>
          <ul className="grid gap-0.5">
            {check.claims.map(({ claimId, choice, change }) => {
              const claim = whole?.claims.find(({ id }) => id === claimId);
              return claim ? (
                <li key={claimId} className="flex flex-wrap items-center gap-x-1.5">
                  <CodeButton claim={claim} onSelect={onSelect} />
                  {t('turned', {
                    choice,
                    change: Math.round(Math.abs(change)),
                    way: change > 0 ? 'for' : 'against',
                  })}
                </li>
              ) : null;
            })}
          </ul>
        </>
      ) : null}
      <p className="mt-1 text-muted">{t('only')}</p>
    </section>
  );
}

/** A value on the scale of stances in words: "60 for". */
function useStanceWords(): (value: number) => string {
  const inWords = useTranslations('contribute.stance.words');
  return (value) => {
    const { direction, points } = stanceWords(Math.round(value));
    return inWords(direction, { points });
  };
}

function OwnWords({ check }: { check: ConsistencyCheck }) {
  const t = useTranslations('strength.own');
  const say = useStanceWords();
  if (check.kind === 'too-few-votes') {
    const { votes, neededVotes, votesFor, votesAgainst, neededFor, neededAgainst } = check.coverage;
    const isOneSided = votes >= neededVotes && (votesFor < neededFor || votesAgainst < neededAgainst);
    return <p>{isOneSided ? t('oneSided') : t('tooFew', { votes, needed: neededVotes })}</p>;
  }
  const { implied, stance, difference } = check;
  if (stance === null || difference === null) return <p>{t('noStance', { implied: say(implied) })}</p>;
  const words = { implied: say(implied), stance: say(stance), difference: Math.round(Math.abs(difference)) };
  return <p>{t(Math.abs(difference) < 20 ? 'fits' : 'differs', words)}</p>;
}

/** How little would take the motion over the middle, by votes and by claims of each side. */
function Turning({ debate, onSelect }: MotionStrengthProps) {
  const t = useTranslations('strength.turning');
  const { strengths, change } = useWhatIf(debate);
  const { evaluated, whatIf } = strengths;
  const [isOpen, setIsOpen] = useState(false);
  const motionId = debate.motion.id;
  const whole = useMemo(() => weighedDebate(debate), [debate]);
  const found = useMemo(() => {
    if (!isOpen || whole === null) return null;
    // A claim whose base score was set does not stand on its votes.
    const set = new Set(whatIf.bases.map(({ claim }) => claim));
    const tallies = new Map(
      whole.claims.flatMap(({ id, code, tally }) => (tally && !set.has(code) ? [[id, tally] as const] : [])),
    );
    const ofSide = (role: 'a' | 'b') =>
      new Set(whole.claims.filter(({ side }) => side === role).map(({ id }) => id));
    return {
      votes: fewestVotes(evaluated, motionId, tallies),
      a: fewestClaims(evaluated, motionId, ofSide('a')),
      b: fewestClaims(evaluated, motionId, ofSide('b')),
    };
  }, [isOpen, evaluated, whatIf, motionId, whole]);
  const claimOf = (id: string) => whole?.claims.find((claim) => claim.id === id);
  const tryOut = (set: FlipSet) => {
    const codes = (set.changes ?? []).flatMap((one) =>
      one.kind === 'claim-off' ? [claimOf(one.claimId)?.code ?? ''] : [],
    );
    // What was tried before stays: the set was found with it.
    change(codes.reduce(toggleClaim, whatIf));
  };
  return (
    <section>
      <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('open')}
      </Button>
      {found ? (
        <ul className="mt-2 grid gap-2">
          <li>
            <FlipWords set={found.votes} what="votes" name="" />
            <ul className="flex flex-wrap gap-x-2">
              {(found.votes.changes ?? []).map((one) => {
                const claim = claimOf(one.claimId);
                return claim && one.kind === 'votes-turned' ? (
                  <li key={one.claimId} className="inline-flex items-center gap-1">
                    <CodeButton claim={claim} onSelect={onSelect} />
                    {t('turn', { count: one.count, to: one.to })}
                  </li>
                ) : null;
              })}
            </ul>
          </li>
          {debate.sides.map(({ role, name }) => {
            const set = found[role];
            return (
              <li key={role}>
                <FlipWords set={set} what="claims" name={name} />
                {set.changes && set.changes.length > 0 ? (
                  <span className="flex flex-wrap items-center gap-x-2">
                    {set.changes.map((one) => {
                      const claim = claimOf(one.claimId);
                      return claim ? <CodeButton key={claim.id} claim={claim} onSelect={onSelect} /> : null;
                    })}
                    <Button size="small" variant="quiet" onClick={() => tryOut(set)}>
                      {t('try')}
                    </Button>
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}

function FlipWords({ set, what, name }: { set: FlipSet; what: 'votes' | 'claims'; name: string }) {
  const t = useTranslations('strength.turning');
  const { changes, size, isExact, after, toward } = set;
  if (changes === null) return <p>{t(what === 'votes' ? 'noVotes' : 'noClaims', { name, toward })}</p>;
  const words = { size, name, after: percentOf(after ?? 0.5), exact: isExact ? 'yes' : 'no' };
  return <p>{t(what, words)}</p>;
}

/** Switches for what rests on one source alone. */
function Sources({ debate }: { debate: DebateView }) {
  const t = useTranslations('strength.whatIf');
  const { strengths, change } = useWhatIf(debate);
  const { whatIf } = strengths;
  const cited = debate.sources.filter(({ key }) =>
    debate.claims.some(
      ({ citations, status }) =>
        status === 'published' &&
        citations.length > 0 &&
        citations.every(({ sourceKey }) => sourceKey === key),
    ),
  );
  if (cited.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-strong">{t('sources')}</legend>
      {cited.map(({ key, title }) => (
        <Switch
          key={key}
          className="min-h-7 whitespace-normal!"
          label={t('withoutSource', { name: title })}
          checked={whatIf.sourcesOff.includes(key)}
          onChange={() => change(toggleSource(whatIf, key))}
        />
      ))}
    </fieldset>
  );
}
