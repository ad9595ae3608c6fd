import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';

export const iconButtonStyle = cva(
  'inline-grid place-items-center rounded text-muted transition-colors hover:not-disabled:bg-wash hover:not-disabled:text-ink aria-pressed:bg-wash aria-pressed:text-ink pointer-coarse:size-11 disabled:cursor-not-allowed disabled:text-control',
  { variants: { size: { small: 'size-8', medium: 'size-9' } }, defaultVariants: { size: 'medium' } },
);

export interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'aria-label'>,
    VariantProps<typeof iconButtonStyle> {
  /** What it does, in words: its name for everyone who cannot see or guess the icon. */
  label: string;
}

/** A button whose only content is an icon (pass the icon as its child, hidden from screen readers). */
export function IconButton({ label, size, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      aria-label={label}
      className={iconButtonStyle({ size, className })}
    />
  );
}
