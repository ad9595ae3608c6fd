'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { TextField, type TextFieldProps } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { LIMITS } from '@/lib/domain/text/limits';

/** Words about the whole form, above it. Empty and unseen while there is nothing to say. */
export function FormNote({
  noteRef,
  text,
}: {
  noteRef: RefObject<HTMLDivElement | null>;
  text: string | null;
}) {
  return (
    <div ref={noteRef} tabIndex={-1} role="alert" className="empty:hidden">
      {text ? (
        <p className="flex gap-2 rounded border border-danger px-3.5 py-3 text-ui text-danger">
          <Icon name="alert" className="mt-[3px] size-4" />
          <span>{text}</span>
        </p>
      ) : null}
    </div>
  );
}

const never = () => () => undefined;

/**
 * Waits for the page's scripts: pressed earlier, a form would go out the browser's own way, which this site does not
 * take. Without scripts it stays off and the page says why.
 */
export function SubmitButton({
  isPending,
  pendingText,
  children,
}: {
  isPending: boolean;
  pendingText: string;
  children: ReactNode;
}) {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Button
      type="submit"
      variant="primary"
      size="large"
      width="full"
      isPending={isPending}
      disabled={!isAlive}
    >
      {isPending ? pendingText : children}
    </Button>
  );
}

/** A password that can be looked at while typing, instead of being typed twice. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'end'>) {
  const t = useTranslations('account');
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
      {...props}
      type={isShown ? 'text' : 'password'}
      end={
        <Button variant="quiet" size="small" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? t('form.hidePassword') : t('form.showPassword')}
        </Button>
      }
    />
  );
}

/** How far a new password is from long enough; length is all that counts. */
export function PasswordLength({ length }: { length: number }) {
  const t = useTranslations('account');
  const missing = Math.max(0, LIMITS.passwordLeast - length);
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-3 text-caption text-muted">
      <span aria-hidden="true" className="h-1 rounded-pill bg-hairline forced-colors:border">
        <span
          className="block h-full rounded-pill bg-ink forced-colors:bg-[CanvasText]"
          style={{ inlineSize: `${Math.min(100, (length / LIMITS.passwordLeast) * 100)}%` }}
        />
      </span>
      <span>{missing > 0 ? t('form.passwordMissing', { count: missing }) : t('form.passwordEnough')}</span>
    </div>
  );
}
