import type { ReactNode } from 'react';

/** A part of the report: its question, how to read it, and what it shows. */
export function ReportSection({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="report-section grid gap-3">
      <header className="report-section-head grid gap-1">
        <h2 id={id} className="text-heading font-strong">
          {title}
        </h2>
        {lead ? <p className="text-ui text-pretty">{lead}</p> : null}
      </header>
      {children}
    </section>
  );
}

/** The table that says what a picture shows, in its place. */
export function TableTwin({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="report-twin">
      <summary className="w-fit py-1.5 text-caption text-muted underline decoration-control underline-offset-4 pointer-coarse:py-3">
        {summary}
      </summary>
      <div className="overflow-x-auto pt-1">{children}</div>
    </details>
  );
}

/** Looks of the report's tables. */
export const TABLE = 'report-table w-full border-collapse text-caption';
