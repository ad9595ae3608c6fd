import type { ReactNode } from 'react';

/** Words of a claim within a sentence of the page: in the debate's language, and running their own way. */
export function ClaimWords({
  language,
  className,
  children,
}: {
  language: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <bdi lang={language} className={className}>
      {children}
    </bdi>
  );
}
