import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { viewHref } from '@/components/debate/view-address';
import { RoomChip, RoomRow, RoomStage } from '@/components/live/room-chip';
import { reportHref, roomHref } from '@/components/room/room-address';
import { Icon } from '@/components/ui/icon';
import { SkipLinks } from '@/components/ui/skip-links';
import type { DebateView } from '@/lib/domain/debate/view';
import type { RoomFrame } from '@/lib/domain/room/view';
import { AccountMenu, type ChromePerson } from './account-menu';
import { AnchorsLink } from './anchors-link';
import { BrandMark } from './brand-mark';
import { ClientMessages } from './client-messages';
import type { Theme } from './preferences';
import { SearchLink } from './search-link';
import { SignInLink } from './sign-in-link';
import { TOP_BAR_SLOT_ID } from './top-bar-slot';
import { ViewTabs } from './view-tabs';
import { NotesToDecideLink, WaitingLink } from './waiting-link';

/** Id of the part of the page that is not chrome: target of the skip link on every page. */
export const CONTENT_ID = 'content';

/** The bar above every view of a debate: where one is, the views, the room, the person. One row, or two on a phone; in a room one more where the page is too narrow for it. */
export async function TopBar({
  debate,
  person,
  theme,
  waitingCount,
  notesToDecide,
  anchorCount,
  frame,
}: {
  debate: Pick<DebateView, 'slug' | 'title' | 'language' | 'room' | 'viewer' | 'access'>;
  person: ChromePerson | null;
  theme: Theme;
  /** Suggested claims on which this reader may decide. */
  waitingCount: number;
  /** Notes that wait for this reader's decision, or were reported to them. */
  notesToDecide: number;
  /** Places in new texts that wait for this reader. */
  anchorCount: number;
  /** The room, where it is one below the commons. */
  frame: RoomFrame | null;
}) {
  const t = await getTranslations('shell');
  const tabs = frame ? await roomTabs(frame.slug) : [];
  const isCommons = debate.room.kind === 'commons';
  return (
    <>
      <SkipLinks
        label={t('skip.label')}
        links={[
          { href: `#${CONTENT_ID}`, label: t('skip.content') },
          { href: viewHref(debate.slug, 'outline'), label: t('skip.outline') },
        ]}
      />
      <header className="no-print relative z-20 border-b border-hairline bg-raised">
        <div className="flex h-13 items-stretch px-4 max-sm:pe-2">
          <div className="flex min-w-0 flex-1 items-center">
            <Link
              href="/"
              aria-label={t('brandHome')}
              className="relative flex items-center gap-2.5 text-[1rem] font-strong text-ink no-underline after:absolute after:-inset-3"
            >
              <BrandMark />
              <span className="max-lg:hidden">{t('siteName')}</span>
            </Link>
            <span aria-hidden="true" className="px-3 text-hairline">
              /
            </span>
            <Link
              href={viewHref(debate.slug, 'map')}
              lang={debate.language}
              dir="auto"
              className="truncate font-serif text-[1rem] leading-[1.375rem] font-strong text-ink no-underline"
            >
              {debate.title}
            </Link>
          </div>
          <ViewTabs slug={debate.slug} more={tabs} className="gap-1 max-md:hidden" />
          <div className="flex items-center justify-end gap-2 ps-2 sm:flex-1">
            {frame ? (
              <ClientMessages namespaces={['live', 'stage']}>
                <RoomStage frame={frame} className="max-xl:hidden" />
                <RoomChip frame={frame} className="max-xl:hidden" />
              </ClientMessages>
            ) : (
              <Link
                href={`/debates/${encodeURIComponent(debate.slug)}/about`}
                title={t('room.about')}
                className="inline-flex min-h-9 items-center gap-1.5 rounded px-2 text-ui whitespace-nowrap text-ink no-underline hover:bg-wash pointer-coarse:min-h-11"
              >
                <Icon name="people" className="size-4 text-muted" />
                <span className="sr-only">{t('room.about')}: </span>
                <span className="max-lg:sr-only">
                  {isCommons ? t('room.commons') : <span dir="auto">{debate.room.name}</span>}
                </span>
                {isCommons ? (
                  <small className="text-caption text-muted max-lg:sr-only">
                    {t(debate.access === 'public' ? 'room.openToAll' : 'room.private')}
                  </small>
                ) : null}
              </Link>
            )}
            <WaitingLink slug={debate.slug} count={waitingCount} />
            <NotesToDecideLink slug={debate.slug} count={notesToDecide} />
            <AnchorsLink slug={debate.slug} count={anchorCount} />
            <SearchLink slug={debate.slug} />
            <div id={TOP_BAR_SLOT_ID} className="flex items-center gap-2 empty:hidden" />
            {person ? null : (
              <SignInLink size="small" className="min-h-[2.125rem] text-ui">
                {t('account.signIn')}
              </SignInLink>
            )}
            <AccountMenu
              person={person}
              theme={theme}
              alias={debate.viewer?.alias ?? ''}
              debateSlug={debate.slug}
            />
          </div>
        </div>
        {frame ? (
          <ClientMessages namespaces={['live', 'stage']}>
            <RoomRow frame={frame} className="h-11 px-4 xl:hidden" />
          </ClientMessages>
        ) : null}
        <ViewTabs slug={debate.slug} more={tabs} className="h-11 px-2 md:hidden" isNarrow />
      </header>
    </>
  );
}

async function roomTabs(slug: string): Promise<{ href: string; label: string }[]> {
  const t = await getTranslations('live.tabs');
  return [
    { href: roomHref(slug), label: t('room') },
    { href: reportHref(slug), label: t('report') },
  ];
}
