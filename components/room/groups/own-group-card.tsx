import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';
import { ButtonLink } from '@/components/ui/button';

/** The reader's own group of a class: who is in it, and the way there. */
export function OwnGroupCard({
  group,
  alias,
}: {
  group: { slug: string; name: string; members: readonly string[] } | null;
  /** The reader's own, which is left out of the names. */
  alias: string | null;
}) {
  const t = useTranslations('groups.own');
  if (group === null) return <p className="text-ui text-pretty">{t('none')}</p>;
  const others = group.members.filter((member) => member !== alias);
  return (
    <section
      aria-labelledby="own-group"
      className="grid justify-items-start gap-3 rounded border border-hairline bg-raised p-4"
    >
      <div className="grid gap-1">
        <h2 id="own-group" className="text-caption text-muted">
          {t('title')}
        </h2>
        <p dir="auto" className="text-heading font-strong wrap-anywhere">
          {group.name}
        </p>
      </div>
      <p className="text-ui text-pretty wrap-anywhere">
        {others.length === 0 ? t('alone') : t('members', { names: others.join(', ') })}
      </p>
      <p className="text-caption text-muted text-pretty">{t('lead')}</p>
      <ButtonLink variant="primary" href={viewHref(group.slug, 'map')}>
        {t('go', { group: group.name })}
      </ButtonLink>
    </section>
  );
}
