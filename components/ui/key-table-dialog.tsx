'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Dialog } from './dialog';
import { Kbd } from './kbd';

/** The keys of a view, with what each does. It goes as soon as it is closed, so it gives the focus back itself. */
export function KeyTableDialog({
  title,
  closeLabel,
  heads,
  rows,
  children,
  onClose,
}: {
  title: string;
  closeLabel: string;
  /** What the two columns are called, for those who do not see them. */
  heads: { key: string; does: string };
  rows: readonly { id: string; keys: readonly string[]; does: string }[];
  /** What stands below the table. */
  children?: ReactNode;
  onClose: () => void;
}) {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
  return (
    <Dialog isOpen onClose={onClose} title={title} closeLabel={closeLabel} size="large">
      <table className="w-full text-ui">
        <thead className="sr-only">
          <tr>
            <th scope="col">{heads.key}</th>
            <th scope="col">{heads.does}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, keys, does }) => (
            <tr key={id} className="border-b border-hairline last:border-0">
              <th scope="row" className="py-1.5 pe-6 text-start font-regular whitespace-nowrap">
                <span className="inline-flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </th>
              <td className="py-1.5">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </Dialog>
  );
}
