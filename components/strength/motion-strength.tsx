'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { type FlipSet, fewestClaims, fewestVotes } from '@/lib/domain/argument/flip-set';
import { toggleClaim, toggleSource } from '@/lib/domain/argument/what-if';
import type { DebateView } from '@/lib/domain/debate/view';
import { CodeButton, OwnVotes } from './own-votes';
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
      {props.debate.motion.showsCheck ? <OwnVotes {...props} /> : null}
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
