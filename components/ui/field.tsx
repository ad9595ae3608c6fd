import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './icon';

const CONTROL =
  'w-full scroll-mt-32 rounded border border-control bg-raised px-3.5 text-body text-ink aria-invalid:border-danger aria-invalid:border-2 disabled:bg-wash disabled:text-muted focus-visible:outline-offset-0';

/** For inputs that are built elsewhere but should look like these. */
export const controlStyle = CONTROL;

interface FieldWords {
  label: ReactNode;
  /** A line under the label: what is asked, what happens with it. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; null when nothing is. */
  error?: string | null | undefined;
  /** Words after the label, e.g. "optional". */
  note?: ReactNode;
}

/** The parts of a field and how they name one another; `children` gets what the control needs. */
function Field({
  label,
  hint,
  error,
  note,
  id,
  children,
}: FieldWords & {
  id: string;
  children: (control: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  }) => ReactNode;
}) {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <label htmlFor={id} className="font-strong">
          {label}
        </label>
        {note ? <span className="text-caption text-muted">{note}</span> : null}
      </div>
      {hint ? (
        <p id={hintId} className="text-caption text-muted text-pretty">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      <p id={errorId} aria-live="polite" className="text-caption text-danger empty:hidden">
        {error ? (
          <span className="flex gap-1.5">
            <Icon name="alert" className="mt-px size-4" />
            <span>{error}</span>
          </span>
        ) : null}
      </p>
    </div>
  );
}

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'>, FieldWords {
  /** Something at the end of the control, e.g. a button that shows the password. */
  end?: ReactNode;
}

/** One line of text with its label, hint and error. */
export function TextField({ label, hint, error, note, end, className = '', ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} note={note}>
      {(control) => (
        <span className="relative block">
          <input
            type="text"
            {...rest}
            {...control}
            className={`${CONTROL} h-12 ${end ? 'pe-24' : ''} ${className}`}
          />
          {end ? <span className="absolute inset-y-0 end-1.5 flex items-center">{end}</span> : null}
        </span>
      )}
    </Field>
  );
}

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'>, FieldWords {}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, note, className = '', rows = 3, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} note={note}>
      {(control) => (
        <textarea
          rows={rows}
          {...rest}
          {...control}
          className={`${CONTROL} field-sizing-content min-h-20 resize-y py-2.5 ${className}`}
        />
      )}
    </Field>
  );
}
