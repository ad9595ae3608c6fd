import { getTranslations } from 'next-intl/server';
import { FocusContent } from '@/components/shell/focus-content';
import { CONTENT_ID } from '@/components/shell/top-bar';
import { Trouble } from '@/components/shell/trouble';
import { ButtonLink } from '@/components/ui/button';
import type { LeftRoom } from '@/lib/server/room/people/queries';
import { SiteFrame } from '../../../_parts/site-frame';

const roomHref = (slug: string): string => `/debates/${encodeURIComponent(slug)}/room`;

/**
 * For who had a seat in a room and has left it, or was taken out: everybody else is told of no such room. Whoever was moved to
 * another group, or back to the class, gets the way there.
 */
export async function RoomLeft({ left: { name, parent, group } }: { left: LeftRoom }) {
  const t = await getTranslations('joining');
  if (parent !== null) {
    return (
      <SiteFrame>
        <FocusContent contentId={CONTENT_ID} />
        <Trouble
          title={group ? t('moved.title', { group: group.name }) : t('moved.titleOut', { room: name })}
          actions={
            <>
              {group ? (
                <ButtonLink href={roomHref(group.slug)} variant="primary">
                  {t('moved.toGroup', { group: group.name })}
                </ButtonLink>
              ) : null}
              <ButtonLink href={roomHref(parent.slug)} variant={group ? 'plain' : 'primary'}>
                {t('moved.toClass', { room: parent.name })}
              </ButtonLink>
              <ButtonLink href="/unsent" variant="quiet">
                {t('moved.toUnsent')}
              </ButtonLink>
            </>
          }
        >
          <p>{t('moved.stays', { room: name })}</p>
          <p>{t('moved.unsent')}</p>
        </Trouble>
      </SiteFrame>
    );
  }
  return (
    <SiteFrame>
      <FocusContent contentId={CONTENT_ID} />
      <Trouble
        title={t('left.title')}
        actions={
          <ButtonLink href="/join" variant="primary">
            {t('title')}
          </ButtonLink>
        }
      >
        <p>{t('left.removed', { room: name })}</p>
        <p>{t('left.ask')}</p>
      </Trouble>
    </SiteFrame>
  );
}
