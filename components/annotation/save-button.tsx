'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, buttonStyle } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { Visibility } from '@/lib/domain/debate/view';
import { AUDIENCE_ICONS, audienceWords } from './audience-words';
import { useNoteRoom } from './note-room';

/** Sends the form and says who will read it; a menu at its end changes that. */
export function SaveButton({
  audience,
  offered,
  onChange,
  isPending,
}: {
  audience: Visibility;
  /** From the fewest readers to the most. */
  offered: readonly Visibility[];
  onChange: (audience: Visibility) => void;
  isPending: boolean;
}) {
  const t = useTranslations('contribute.audience');
  const room = audienceWords(useNoteRoom());
  const Icon = AUDIENCE_ICONS[audience];
  const hasChoice = offered.length > 1;
  return (
    <div className="flex max-w-full">
      <Button
        type="submit"
        variant="primary"
        size="small"
        isPending={isPending}
        className={`min-w-0 whitespace-normal! text-start ${hasChoice ? 'rounded-e-none' : ''}`}
      >
        <Icon aria-hidden="true" strokeWidth={1.75} className="size-3.5 flex-none" />
        {t(`save.${audience}`, { room })}
      </Button>
      {hasChoice ? (
        <Menu
          label={t('change')}
          buttonClassName={buttonStyle({
            variant: 'primary',
            size: 'small',
            className: 'rounded-s-none border-s-paper/40! px-1.5 pointer-coarse:min-w-11',
          })}
          items={offered.map((one) => {
            const ItemIcon = AUDIENCE_ICONS[one];
            return {
              label: t(`name.${one}`, { room }),
              icon: (
                <ItemIcon aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none text-muted" />
              ),
              isChecked: one === audience,
              onSelect: () => onChange(one),
            };
          })}
        >
          <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-4" />
        </Menu>
      ) : null}
    </div>
  );
}
