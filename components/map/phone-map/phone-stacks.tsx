'use client';

import { RelationLineSample } from '@/components/claim/relation-line-sample';
import type { ClaimView } from '@/lib/domain/debate/view';
import { ClaimCard } from '../claim-card';
import type { MapModel } from '../use-map-model';
import type { Neighbour, PhoneNeighbours } from './phone-neighbours';

interface PhoneStacksProps {
  model: MapModel;
  claim: ClaimView | null;
  around: PhoneNeighbours;
  onOpen: (claimId: string) => void;
}

/** What speaks for the claim and what against it, face to face with equal room. */
export function PhoneStacks({ model, claim, around, onOpen }: PhoneStacksProps) {
  const { t, debate, flags, words } = model;
  const { supports, against } = around;
  const stack = (neighbours: readonly Neighbour[], wing: 'start' | 'end') => (
    <ul className="phone-stack" data-stack={wing}>
      {neighbours.length === 0 ? <li className="phone-stack-none">{t('phone.none')}</li> : null}
      {neighbours.map(({ claim: other, relation }) => (
        <li key={relation.id} data-relation-id={relation.id}>
          <button
            type="button"
            className="phone-card"
            data-kind={relation.kind}
            aria-label={words.claimName(other, null)}
            onClick={() => onOpen(other.id)}
          >
            <ClaimCard
              claim={other}
              ring="outer"
              // Marks face the middle; an undercut leaves by the outer edge and climbs to the line.
              wing={relation.kind === 'undercuts' ? (wing === 'start' ? 'end' : 'start') : wing}
              flag={flags.get(other.id) ?? null}
              isWaiting={model.pending.get(other.id) === 'waiting'}
              language={debate.language}
              base={model.strengths.byId.get(other.id)?.base ?? null}
              strength={model.strengths.byId.get(other.id)?.strength ?? null}
              effect={model.effects?.marks.get(other.id) ?? null}
            />
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="phone-stacks">
      <section aria-label={t('phone.supportsIt', { count: supports.length })}>
        <h3 className="phone-stack-head">
          <RelationLineSample kind="supports" />
          {claim ? t('phone.supportsIt', { count: supports.length }) : sideHead('for')}
        </h3>
        {stack(supports, 'start')}
      </section>
      <section aria-label={t('phone.againstIt', { count: against.length })}>
        <h3 className="phone-stack-head phone-stack-head-end">
          {claim ? t('phone.againstIt', { count: against.length }) : sideHead('against')}
          <RelationLineSample kind="attacks" />
        </h3>
        {stack(against, 'end')}
      </section>
    </div>
  );

  function sideHead(speaks: 'for' | 'against'): string {
    const side = debate.sides.find((candidate) => candidate.speaks === speaks)?.name ?? '';
    return t('phone.forIt', { side, count: speaks === 'for' ? supports.length : against.length });
  }
}
