import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { reviewHref } from '@/components/source/source-address';
import type { CitationView, ClaimView, DebateView } from '@/lib/domain/debate/view';
import { citationHref } from './citation-href';
import { EvidenceChanged } from './evidence-changed';
import { EvidenceLabel } from './evidence-label';
import { PassageLink, PassageQuote } from './passage-quote';

/** The passage that a claim comes from, quoted, with who speaks, how it is carried, and links to every passage. */
export function PassageList({ debate, claim }: { debate: DebateView; claim: ClaimView }) {
  const t = useTranslations('contribute.passage');
  const [first, ...others] = claim.citations;
  // Two citations in one paragraph need one link.
  const links = others.filter(
    (citation, index) =>
      citation.passageKey !== first?.passageKey &&
      others.findIndex(({ passageKey }) => passageKey === citation.passageKey) === index,
  );
  // Without a text nothing is to be said of how it carries the claim.
  if (debate.sources.length === 0) return <p className="text-caption text-muted">{t('noText')}</p>;
  return (
    <>
      {first ? (
        <PassageQuote quote={first.exact} side={claim.side} language={debate.language}>
          {claim.speaker}
        </PassageQuote>
      ) : null}
      <p className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-caption">
        <span className="rounded-[3px] border border-hairline px-1.5 leading-[1.125rem]">
          <EvidenceLabel evidence={claim.evidence} />
        </span>
        {claim.hasChangedEvidence ? <EvidenceChanged /> : null}
        {first ? (
          <PassagePlace debate={debate} claim={claim} citation={first}>
            {t('inText', {
              label: first.passageLabel,
              // A treaty's passages are named as articles, not numbered as paragraphs.
              kind: first.passageKey.startsWith('art-') ? 'article' : 'paragraph',
            })}
          </PassagePlace>
        ) : (
          <span className="text-muted">{t('none')}</span>
        )}
        {links.map((citation) => (
          <PassagePlace key={citation.id} debate={debate} claim={claim} citation={citation}>
            {t('also', { label: citation.passageLabel })}
          </PassagePlace>
        ))}
        {claim.hasChangedEvidence && debate.viewer?.isMaintainer ? (
          <PassageLink href={reviewHref(debate.slug)}>{t('review')}</PassageLink>
        ) : null}
      </p>
    </>
  );
}

/** The way to a passage; of one that the newest text has lost, to the version that had it. */
function PassagePlace({
  debate,
  claim,
  citation,
  children,
}: {
  debate: DebateView;
  claim: ClaimView;
  citation: CitationView;
  children: ReactNode;
}) {
  const t = useTranslations('contribute.passage');
  return (
    <PassageLink href={citationHref(debate.slug, claim, citation)}>
      {citation.standing === 'lost'
        ? t('lost', { label: citation.passageLabel, number: citation.versionNumber })
        : children}
    </PassageLink>
  );
}
