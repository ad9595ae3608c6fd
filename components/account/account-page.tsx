import type { ReactNode } from 'react';

/** Frame of the sign-in pages: a form beside what it means, or above it on a narrow screen. */
export function AccountPage({
  title,
  lead,
  children,
  aside,
}: {
  title: string;
  lead: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div
      className={`mx-auto grid w-full gap-x-16 gap-y-10 px-4 pt-6 pb-16 sm:px-8 sm:pt-10 ${aside ? 'max-w-[58rem] lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]' : 'max-w-[30rem]'}`}
    >
      <div className="grid content-start gap-6">
        <div className="grid gap-1">
          <h1 className="text-title font-strong tracking-[-0.012em]">{title}</h1>
          <p className="text-muted text-pretty">{lead}</p>
        </div>
        {children}
      </div>
      {aside}
    </div>
  );
}

/** The points beside a form, joined by a line: what happens, who sees what. */
export function AccountNotes({ title, points }: { title: string; points: { head: string; text: string }[] }) {
  return (
    <aside className="self-start rounded border border-ink bg-raised px-6 pt-5 pb-4 lg:mt-2">
      <h2 className="mb-3.5 text-heading font-strong">{title}</h2>
      <ul>
        {points.map((point) => (
          <li
            key={point.head}
            className="relative pb-3.5 ps-6 text-pretty before:absolute before:start-px before:top-1.5 before:z-1 before:size-[9px] before:rounded-pill before:border-[1.75px] before:border-ink before:bg-raised not-last:after:absolute not-last:after:start-[5px] not-last:after:top-2 not-last:after:-bottom-1.5 not-last:after:w-px not-last:after:bg-control"
          >
            <b className="font-strong">{point.head}</b> <span className="text-muted">{point.text}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
