import { cva, type VariantProps } from 'class-variance-authority';
import Link from 'next/link';
import type { ComponentProps } from 'react';

/** Buttons are ink: no control takes a side colour. On touch screens none is lower than 44 px. */
export const buttonStyle = cva(
  'relative inline-flex items-center justify-center gap-2 rounded border no-underline transition-colors pointer-coarse:min-h-11 disabled:cursor-not-allowed disabled:opacity-60 aria-busy:cursor-progress aria-busy:after:absolute aria-busy:after:inset-x-1.5 aria-busy:after:bottom-1 aria-busy:after:h-0.5 aria-busy:after:animate-at-work aria-busy:after:rounded-full aria-busy:after:bg-current motion-reduce:aria-busy:after:animate-none',
  {
    variants: {
      variant: {
        primary:
          'border-ink bg-ink text-on-ink font-strong hover:not-disabled:bg-ink/88 forced-colors:border-[ButtonBorder]',
        plain: 'border-control bg-raised text-ink hover:not-disabled:bg-wash',
        quiet: 'border-transparent bg-transparent text-ink hover:not-disabled:bg-wash',
        danger: 'border-danger bg-raised text-danger hover:not-disabled:bg-wash',
      },
      size: {
        small: 'min-h-8 px-2.5 text-caption',
        medium: 'min-h-10 px-4 text-ui',
        large: 'min-h-12 px-6 text-body',
      },
      // What fills its line may say more than one line holds, e.g. the name of a room.
      width: { auto: 'whitespace-nowrap', full: 'w-full min-w-0 py-2 whitespace-normal wrap-anywhere' },
    },
    defaultVariants: { variant: 'plain', size: 'medium', width: 'auto' },
  },
);

type ButtonLook = VariantProps<typeof buttonStyle>;

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** Work is under way: the button keeps its place and focus and says so, and presses do nothing. */
  isPending?: boolean;
}

/** A button that does something here. Its type is `button` unless the caller says `submit`. */
export function Button({
  variant,
  size,
  width,
  isPending = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonStyle({ variant, size, width, className })}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || rest['aria-disabled'] || undefined}
      onClick={isPending ? (event) => event.preventDefault() : onClick}
    />
  );
}

export interface ButtonLinkProps extends ComponentProps<typeof Link>, ButtonLook {}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ variant, size, width, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonStyle({ variant, size, width, className })} />;
}
