'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { SideMark } from '@/components/claim/side-mark';
import { Button } from '@/components/ui/button';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import type { ClaimView, DebateView, SideRole, SourceView } from '@/lib/domain/debate/view';
import { type Coverage, coverageOf } from '@/lib/domain/source/coverage';
import { isLost } from './citation-standing';
import { carries, noteMarks } from './reading';
import { focusSentence } from './sentence-id';

export interface CoverageSummaryProps {
  debate: DebateView;
  source: SourceView;
  claims: readonly ClaimView[];
  threads: readonly AnnotationThread[];
  /** The sentence that was in focus last: the search for the next gap starts there. */
  currentKey: string | null;
  onSelect: (code: string) => void;
}

/** What of the text is used, and what is not, counted alike for both sides. */
export function CoverageSummary(props: CoverageSummaryProps) {
  const { debate, source, claims, threads, currentKey, onSelect } = props;
  const t = useTranslations('text.coverage');
  const standing = useMemo(() => claims.filter(carries), [claims]);
  const coverage = useMemo(() => {
    const version = { id: source.version.id, passages: source.passages };
    return coverageOf(version, standing, noteMarks(threads, source));
  }, [source, standing, threads]);
  const gaps = gapsIn(coverage);
  const contexts = coverage.passages.flatMap((one) => one.sentences).filter((one) => one.isContext).length;
  // Of those whose passages are all gone from the text nothing is left here either.
  const homeless = standing.filter(({ citations }) => citations.every(isLost));
  return (
    <section className="reader-coverage" aria-label={t('label')}>
      <p>
        <strong>{t('cited', { cited: coverage.citedCount, count: coverage.sentenceCount })}</strong>{' '}
        {contexts > 0 ? t('contexts', { count: contexts }) : null}
      </p>
      <p className="reader-coverage-key">{t('key')}</p>
      <div className="reader-coverage-row">
        {gaps.length > 0 && (
          <Button size="small" onClick={() => focusSentence(nextGap(gaps, source, currentKey))}>
            {t('next', { count: gaps.length })}
          </Button>
        )}
        <details>
          <summary>{t('bySide')}</summary>
          <BySide debate={debate} source={source} claims={standing} />
        </details>
        {homeless.length > 0 && (
          <details>
            <summary>{t('homeless', { count: homeless.length })}</summary>
            <ul>
              {homeless.map((claim) => (
                <li key={claim.id}>
                  <button
                    type="button"
                    className="reader-claim"
                    data-side={claim.side}
                    onClick={() => onSelect(claim.code)}
                  >
                    <SideMark side={claim.side} />
                    <span className="reader-claim-code">{claim.code}</span>
                    <span className="reader-claim-text" lang={debate.language} dir="auto">
                      {claim.text}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}

/** Sentences that no claim cites, though they are no background. */
const gapsIn = (coverage: Coverage): string[] =>
  coverage.passages
    .flatMap((passage) => passage.sentences)
    .filter(({ isContext, claimCount }) => !isContext && claimCount === 0)
    .map(({ key }) => key);

/** The first gap after the sentence in focus; from the last one on, the first of all. */
function nextGap(gaps: readonly string[], source: SourceView, currentKey: string | null): string {
  const order = source.passages.flatMap(({ sentences }) => sentences.map(({ key }) => key));
  const at = currentKey === null ? -1 : order.indexOf(currentKey);
  return gaps.find((key) => order.indexOf(key) > at) ?? gaps[0] ?? '';
}

function BySide({
  debate,
  source,
  claims,
}: {
  debate: DebateView;
  source: SourceView;
  claims: readonly ClaimView[];
}) {
  const t = useTranslations('text.coverage');
  const version = { id: source.version.id, passages: source.passages };
  const rows: { role: SideRole; name: string }[] = [
    ...debate.sides.map(({ role, name }) => ({ role, name })),
    { role: 'n', name: t('noSide') },
  ];
  return (
    <ul>
      {rows.map(({ role, name }) => {
        const own = claims.filter(({ side }) => side === role);
        const { citedCount } = coverageOf(version, own, []);
        return (
          <li key={role} className="reader-coverage-side" data-side={role}>
            <SideMark side={role} />
            {t('side', {
              side: name,
              sentences: citedCount,
              claims: own.length,
              homeless: own.filter(({ citations }) => citations.every(isLost)).length,
            })}
          </li>
        );
      })}
    </ul>
  );
}
