import type { ComponentProps } from 'react';

/** A short fact or filter in a pill: "also D7", "3 notes". For something to press, put a button style around it. */
export function Chip({ className = '', ...rest }: ComponentProps<'span'>) {
  return (
    <span
      {...rest}
      className={`inline-flex h-7 items-center gap-1.5 rounded-pill border border-hairline bg-raised px-2.5 text-caption leading-none whitespace-nowrap ${className}`}
    />
  );
}
