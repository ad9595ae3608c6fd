import type { ReactNode } from 'react';

export interface ProseSection {
  /** Id for links into the page. */
  id: string;
  title: string;
  content: ReactNode;
}

/** A page of plain words: a title, a lead, and sections that can be linked to. */
export function ProsePage({
  title,
  lead,
  sections,
}: {
  title: string;
  lead: string;
  sections: ProseSection[];
}) {
  return (
    <article className="mx-auto grid w-full max-w-[38rem] gap-10 px-4 pt-6 pb-20 sm:px-8 sm:pt-10">
      <header className="grid gap-3">
        <h1 className="text-title font-strong tracking-[-0.012em] text-balance">{title}</h1>
        <p className="text-body text-muted text-pretty">{lead}</p>
      </header>
      {sections.map((section) => (
        <section key={section.id} id={section.id} className="grid gap-2.5">
          <h2 className="text-heading font-strong">{section.title}</h2>
          <div className="grid gap-3 text-body text-pretty">{section.content}</div>
        </section>
      ))}
    </article>
  );
}
