import { viewHref } from '@/components/debate/view-address';
import '@/components/landing/landing.css';
import { getTranslations } from 'next-intl/server';
import { Doors } from '@/components/landing/doors';
import { FiveWays } from '@/components/landing/five-ways';
import { LandingFigure } from '@/components/landing/landing-figure';
import { ButtonLink } from '@/components/ui/button';
import { debateList, openedDebate } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { readerPerson } from './_parts/chrome';
import { SiteFrame } from './_parts/site-frame';

const PROMISES = ['sides', 'source', 'name', 'server'] as const;

/** The home page: what this is, shown on the oldest debate of this server. */
export default async function HomePage() {
  const actor = await currentActor();
  const [t, person, [card]] = await Promise.all([
    getTranslations('landing'),
    readerPerson(),
    debateList(actor),
  ]);
  const debate = card ? await openedDebate(actor, card.slug) : null;
  return (
    <SiteFrame>
      <div className="mx-auto w-full max-w-7xl px-4 sm:px-8 lg:px-16">
        <section className="grid items-center gap-x-14 gap-y-7 pt-4 pb-7 sm:pb-14 lg:pt-10 xl:grid-cols-[27rem_auto]">
          <div className="max-w-[40rem]">
            <h1 className="font-serif text-[2.125rem] leading-10 font-strong tracking-[-0.012em] text-balance sm:text-[2.75rem] sm:leading-[3.125rem]">
              {t('hero.title')}
            </h1>
            <p className="mt-3.5 mb-5 font-serif text-body text-pretty sm:mt-5 sm:mb-7 sm:text-[1.1875rem] sm:leading-[1.875rem]">
              {t('hero.lede')}
            </p>
            {debate ? (
              <>
                <div className="flex gap-3 max-sm:flex-col">
                  <ButtonLink href={viewHref(debate.slug, 'text')} variant="primary" size="large">
                    {t('hero.read')}
                  </ButtonLink>
                  <ButtonLink href={viewHref(debate.slug, 'map')} size="large">
                    {t('hero.map')}
                  </ButtonLink>
                </div>
                <p className="mt-4 text-caption text-muted">{t('hero.small')}</p>
              </>
            ) : (
              <p className="rounded border border-control bg-raised px-4 py-3 text-pretty">
                {t('hero.noDebate')}
              </p>
            )}
          </div>
          {debate && card ? (
            <LandingFigure
              debate={debate}
              counts={{ claims: card.claimCount, passages: card.passageCount, stances: card.stanceCount }}
            />
          ) : null}
        </section>

        {debate ? (
          <Doors slug={debate.slug} motionCode={debate.motion.code} isSignedIn={person !== null} />
        ) : null}

        <FiveWays />

        <section
          aria-label={t('promises.label')}
          className="border-t border-hairline pt-3 pb-5 sm:pt-7 sm:pb-10"
        >
          <ul className="grid gap-x-8 sm:grid-cols-2 sm:gap-y-6 lg:grid-cols-4">
            {PROMISES.map((promise) => (
              <li key={promise} className="max-sm:py-2">
                <h3 className="mb-[3px] font-strong">{t(`promises.${promise}.title`)}</h3>
                <p className="text-muted text-pretty">{t(`promises.${promise}.text`)}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </SiteFrame>
  );
}
