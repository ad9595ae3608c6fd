import type { ComponentProps } from 'react';

/** A word that classifies its neighbour: "quoted", "suggested", "this room only". */
export function Tag({ className = '', ...rest }: ComponentProps<'span'>) {
  return (
    <span
      {...rest}
      className={`inline-flex h-[1.125rem] items-center gap-1 rounded-[3px] border border-hairline px-1.5 text-fine leading-none whitespace-nowrap text-muted ${className}`}
    />
  );
}
