import type { ReactNode } from 'react';

/** A page or part that could not be shown: what happened, what is safe, what to do. */
export function Trouble({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <div className="mx-auto grid w-full max-w-measure gap-4 px-4 py-16">
      <h1 className="font-serif text-title font-strong text-balance">{title}</h1>
      <div className="grid gap-2 text-body text-pretty">{children}</div>
      <div className="mt-2 flex flex-wrap gap-3">{actions}</div>
    </div>
  );
}
