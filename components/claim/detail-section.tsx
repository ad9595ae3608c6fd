import type { ReactNode } from 'react';

/** One part of a claim's details: a small heading, a word beside it, and its content. */
export function DetailSection({
  title,
  aside,
  layout,
  children,
}: {
  title: string;
  aside?: ReactNode;
  layout: 'panel' | 'inline' | 'sheet';
  children: ReactNode;
}) {
  return (
    <section className={layout === 'inline' ? 'mt-4 first:mt-0' : 'border-t border-hairline px-5 py-3'}>
      <h3 className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3 text-caption font-strong">
        {title}
        {aside ? <small className="text-end text-fine font-regular text-muted">{aside}</small> : null}
      </h3>
      {children}
    </section>
  );
}
