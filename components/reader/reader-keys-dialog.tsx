'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

/** The table of keys, as `use-text-selection.ts` has them. */
const ROWS = [
  ['tab', ['Tab']],
  ['sentence', ['←', '→']],
  ['paragraph', ['↑', '↓']],
  ['ends', ['Home', 'End']],
  ['take', ['Enter']],
  ['longer', ['Shift', '←', '→']],
  ['endWord', ['Shift', 'Ctrl', '←', '→']],
  ['startWord', ['Shift', 'Alt', '←', '→']],
  ['comment', ['C']],
  ['question', ['Q']],
  ['cite', ['E']],
  ['claim', ['M']],
  ['search', ['/']],
  ['help', ['?']],
  ['escape', ['Esc']],
] as const;

/** Every key of the text. Opened with `?`. */
export function ReaderKeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('text.keys');
  // It goes as soon as it is closed, so it gives the focus back itself.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('title')} closeLabel={t('close')} size="large">
      <table className="w-full text-ui">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('key')}</th>
            <th scope="col">{t('does')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([row, keys]) => (
            <tr key={row} className="border-b border-hairline last:border-0">
              <th scope="row" className="py-1.5 pe-6 text-start font-regular whitespace-nowrap">
                <span className="inline-flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </th>
              <td className="py-1.5">{t(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
