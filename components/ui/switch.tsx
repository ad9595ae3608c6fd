import type { ComponentProps, ReactNode } from 'react';

export interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role' | 'children'> {
  /** The words beside the switch, its name. */
  label: ReactNode;
}

/** On or off, at once. A checkbox underneath, so it works in forms, by keyboard and in forced colours. */
export function Switch({ label, className = '', ...rest }: SwitchProps) {
  return (
    <label
      className={`inline-flex items-center gap-2 text-caption whitespace-nowrap pointer-coarse:min-h-11 has-disabled:cursor-not-allowed has-disabled:text-muted ${className}`}
    >
      <span className="relative inline-block h-4 w-7 flex-none">
        <input
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox carries its state itself; aria-checked could contradict it
          role="switch"
          className="peer absolute inset-0 m-0 size-full cursor-[inherit] appearance-none rounded-pill border border-control bg-raised transition-colors checked:border-ink checked:bg-ink forced-colors:checked:bg-[Highlight]"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-[3px] start-[3px] size-2.5 rounded-pill bg-control transition-[inset-inline-start] peer-checked:start-[15px] peer-checked:bg-on-ink forced-colors:border forced-colors:border-[ButtonText]"
        />
      </span>
      <span>{label}</span>
    </label>
  );
}
