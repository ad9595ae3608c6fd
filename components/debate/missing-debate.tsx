'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Trouble } from '@/components/shell/trouble';
import { ButtonLink } from '@/components/ui/button';

/** Whether an address names a room of a debate, whatever room: the part that names it has a tilde. */
export const namesRoom = (path: string): boolean => /^\/debates\/[^/]*(?:~|%7e)/i.test(path);

/**
 * For an unknown debate and for one that this reader may not know of: both look the same. An address of a room is most often met
 * by somebody who has to come in first, so that is offered, whether there is such a room or not.
 */
export function MissingDebate() {
  const t = useTranslations('shell.trouble');
  if (namesRoom(usePathname() ?? '')) {
    return (
      <Trouble
        title={t('roomNotFoundTitle')}
        actions={
          <>
            <ButtonLink href="/join" variant="primary">
              {t('joinWithCode')}
            </ButtonLink>
            <ButtonLink href="/join?back">{t('useReturnCode')}</ButtonLink>
          </>
        }
      >
        <p>{t('roomNotFoundText')}</p>
      </Trouble>
    );
  }
  return (
    <Trouble
      title={t('debateNotFoundTitle')}
      actions={
        <>
          <ButtonLink href="/debates" variant="primary">
            {t('allDebates')}
          </ButtonLink>
          <ButtonLink href="/">{t('home')}</ButtonLink>
        </>
      }
    >
      <p>{t('debateNotFoundText')}</p>
    </Trouble>
  );
}
