import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

function Door({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="flex flex-col border-hairline py-5 not-first:max-lg:border-t lg:px-8 lg:pt-7 lg:pb-8 lg:first:ps-0 lg:last:pe-0 lg:not-first:border-s">
      <h2 className="mb-2 font-serif text-[1.375rem] leading-7 font-strong">{title}</h2>
      <p className="mb-4 max-w-[26rem] flex-1 text-pretty lg:max-w-[21rem]">{text}</p>
      <div className="grid sm:flex">{children}</div>
    </section>
  );
}

/** Where a visitor can go from here: read, take part, run a server of one's own. */
export function Doors({
  slug,
  motionCode,
  isSignedIn,
}: {
  slug: string;
  motionCode: string;
  isSignedIn: boolean;
}) {
  const t = useTranslations('landing');
  const motion = viewHref(slug, 'map', { claim: motionCode });
  return (
    <div className="grid border-y border-ink lg:grid-cols-3">
      <Door title={t('doors.read.title')} text={t('doors.read.text')}>
        <ButtonLink href={viewHref(slug, 'text')} className="min-h-11">
          {t('doors.read.action')} <Icon name="arrow" className="size-3.5" />
        </ButtonLink>
      </Door>
      <Door
        title={t('doors.stance.title')}
        text={isSignedIn ? t('doors.stance.textSignedIn') : t('doors.stance.text')}
      >
        <ButtonLink
          href={isSignedIn ? motion : `/sign-up?next=${encodeURIComponent(motion)}`}
          prefetch={false}
          className="min-h-11"
        >
          {isSignedIn ? t('doors.stance.actionSignedIn') : t('doors.stance.action')}{' '}
          <Icon name="arrow" className="size-3.5" />
        </ButtonLink>
      </Door>
      <Door title={t('doors.host.title')} text={t('doors.host.text')}>
        <ButtonLink href="/how-it-works#host" className="min-h-11">
          {t('doors.host.action')} <Icon name="arrow" className="size-3.5" />
        </ButtonLink>
      </Door>
    </div>
  );
}
