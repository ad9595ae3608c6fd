import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ClaimView } from '@/lib/domain/debate/view';
import { citedPlaces, type RowLink, type RowRelation } from './row-facts';

/** "supports D1", "undercuts the line D1 to the motion": how a claim stands where it stands. */
export function useRelationWords(): (relation: RowRelation | null) => string {
  const t = useTranslations('outline.relation');
  return (relation) => {
    if (relation === null) return t('loose');
    const { kind } = relation;
    switch (relation.target) {
      case 'motion':
        return t('motion', { kind });
      case 'claim':
        return t('claim', { kind, code: relation.code });
      case 'line':
        return relation.to === null
          ? t('lineToMotion', { from: relation.from })
          : t('line', { from: relation.from, to: relation.to });
      case 'undercut':
        return t('undercut', { from: relation.from });
    }
  };
}

/** "also attacks D4 (4)", the code being a link to that row. */
export function LinkSentence({ link, href }: { link: RowLink; href: (code: string) => string }) {
  const t = useTranslations('outline.link');
  return (
    <>
      <LinkWords link={link} href={href} />
      {link.isClosed ? ` ${t('closed')}` : null}
    </>
  );
}

function LinkWords({ link, href }: { link: RowLink; href: (code: string) => string }) {
  const t = useTranslations('outline.link');
  if (link.code === null) return <>{t('motion', { kind: link.kind })}</>;
  const code = link.code;
  return (
    <>
      {t.rich('claim', {
        way: `${link.direction}_${link.kind}`,
        code,
        number: link.number ?? 'none',
        to: (words: ReactNode) => (
          <a href={href(code)} data-to={code}>
            {words}
          </a>
        ),
      })}
    </>
  );
}

/** "paragraphs 3, 8, 9", "Art. 5", or nothing for a claim without a passage. */
export function usePlaceWords(): (claim: ClaimView) => string | null {
  const t = useTranslations('outline');
  return (claim) => {
    const { labels, areNumbers } = citedPlaces(claim);
    if (labels.length === 0) return null;
    const list = labels.join(', ');
    return areNumbers ? t('paragraphs', { count: labels.length, list }) : list;
  };
}
