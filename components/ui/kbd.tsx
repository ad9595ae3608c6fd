import type { ComponentProps } from 'react';

/** One key of the keyboard. */
export function Kbd({ className = '', ...rest }: ComponentProps<'kbd'>) {
  return (
    <kbd
      {...rest}
      className={`inline-grid h-[1.125rem] min-w-[1.125rem] place-items-center rounded-[3px] border border-hairline bg-paper px-1 font-sans text-fine leading-none text-muted ${className}`}
    />
  );
}
